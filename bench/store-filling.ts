import { Redis } from 'ioredis';
import { toJson } from '../sandbox/conference/wire.ts';
import { decodeMeetings } from '../src/conference/quanshi/decoder/meeting.ts';
import { parseLossless } from '../src/conference/quanshi/endpoint/reply.ts';
import { storedAnswer } from '../src/conference/stored-answer.ts';
import { eventId } from '../src/core/ids.ts';
import { unixSeconds, zoneName } from '../src/core/time.ts';
import { storageKeys } from '../src/storage/keys.ts';
import { derivedKey, seal } from '../src/storage/sealing.ts';
import { SINGLE_WORKSPACE } from '../src/tenants/single-workspace.ts';
import type { BenchStage } from './stage.ts';

const BATCH = 500;
const KEPT_SECONDS = 86_400;

/** Writes meetings `from` to before `to` as the app would have stored them; resolves with what one costs Redis, in bytes. */
export async function fillStore(url: string, stage: BenchStage, from: number, to: number): Promise<number> {
  const redis = new Redis(url);
  const secret = stage.slack.signingSecret;
  const keys = storageKeys(derivedKey(secret, 'hash'))(SINGLE_WORKSPACE);
  const sealKey = derivedKey(secret, 'seal');
  const before = await usedMemory(redis);
  for (let first = from; first < to; first += BATCH) {
    const batch = redis.pipeline();
    for (let nth = first; nth < Math.min(to, first + BATCH); nth += 1) {
      const id = eventId(stage.storedId(nth));
      if (id === undefined) throw new Error('no event id');
      const key = keys.meeting(id);
      batch.set(key, seal(sealKey, key, storedText(stage, nth)), 'EX', KEPT_SECONDS);
    }
    await batch.exec();
  }
  const after = await usedMemory(redis);
  redis.disconnect();
  return (after - before) / (to - from);
}

function storedText(stage: BenchStage, nth: number): string {
  const at = unixSeconds(Math.floor(Date.now() / 1000));
  const zone = zoneName('Asia/Shanghai');
  if (at === undefined || zone === undefined) throw new Error('no time');
  const entry = parseLossless(toJson(stage.storedMeeting(nth)));
  const [meeting] = decodeMeetings([entry], zone, () => {});
  if (meeting === undefined) throw new Error('the meeting does not decode');
  return storedAnswer.write({ kind: 'found', at, occurrences: [meeting] });
}

async function usedMemory(redis: Redis): Promise<number> {
  const [, bytes] = /used_memory:([0-9]+)/.exec(await redis.info('memory')) ?? [];
  return Number(bytes);
}

import { readFileSync } from 'node:fs';
import { fromJson, isFields, isWire, type WireMeeting } from '../wire.ts';

const sampleReply = new URL('../fixtures/conference-infos.json', import.meta.url);

/** 649128, exactly as the vendor's specification has it. */
export function specified(): WireMeeting {
  const reply = fromJson(readFileSync(sampleReply, 'utf8'));
  const [only] = isFields(reply) && Array.isArray(reply.result) ? reply.result : [];
  if (!isWire(only) || !isFields(only)) throw new Error('The specification has no sample meeting');
  return only;
}

import { readConfig } from '../../src/config/config.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { derivedKey } from '../../src/storage/sealing.ts';

/** The storage of a deployment with this Redis, once that has answered. */
export async function storageAt(url: string, secret: string): Promise<Storage> {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-simulation',
    SLACK_SIGNING_SECRET: secret,
    CONFERENCE_USER_ID: '1',
    CONFERENCE_TOKEN: 'simulation',
    REDIS_URL: url,
  });
  if (config.kind !== 'config') throw new Error('the configuration is not valid');
  const fails = (what: string): never => {
    throw new Error(`Redis: ${what}`);
  };
  let answered = (): void => {};
  const isThere = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const storage = openStorage({
    redis: config.config.redis,
    stateRedis: config.config.stateRedis,
    sealKeys: [derivedKey(secret, 'seal')],
    clock: Date.now,
    behind: new WriteBehind(() => fails('a write')),
    onConnectionFault: fails,
    onFault: fails,
    onState: () => {},
    onDurableFault: fails,
    onDurableState: (state) => {
      if (state === 'ok') answered();
    },
  });
  await isThere;
  return storage;
}

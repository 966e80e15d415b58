import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { derivedKey, seal } from '../../src/storage/sealing.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';

/** As the version before stored a meeting: the fields of the vendor's JSON that were read, as texts. */
const VENDOR_JSON = {
  kind: 'found',
  at: 1_924_826_400,
  meetings: [{ eventId: '700002', startTime: '1924911000', title: 'Stored before' }],
};

test.each([
  ['of the version before', VENDOR_JSON],
  ['of a format to come', { format: 1000, value: { kind: 'found', at: 1_924_826_400, occurrences: [{}] } }],
])('a stored meeting %s counts as absent, and is asked for and stored again', async (_which, stored) => {
  const redis = await onRedis();
  const stage = await onStage({ env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '1000' } });
  const keyOf700002 = async () => (await redis.keys()).find((name) => name.includes('700002'));
  await until('the app uses its Redis', async () => {
    stage.advance(400);
    await types(stage, '700002');
    return (await keyOf700002()) !== undefined;
  });
  const key = (await keyOf700002()) ?? '';
  const sealed = seal(derivedKey(stage.slack.signingSecret, 'seal'), key, JSON.stringify(stored));
  await withClient(redis.url, (client) => client.set(key, sealed, 'EX', 1000));
  stage.advance(5);
  const before = asked(stage).length;
  expect((await types(stage, '700002')).shown).toContain('Design review');
  expect(asked(stage)).toHaveLength(before + 1);
  expect((await redis.dump()).get(key)?.value).not.toBe(sealed);
  stage.advance(5);
  await types(stage, '700002');
  expect(asked(stage)).toHaveLength(before + 1);
});

import type { DurableRecords } from '../durable-records.ts';
import type { RedisConnection } from './connection.ts';

/** ARGV[4]: `1` writes only over a field that is there, `0` only where it is absent, `*` either way. */
const WRITE = `
if ARGV[4] ~= '*' and tostring(redis.call('hexists', KEYS[1], ARGV[1])) ~= ARGV[4] then return 0 end
redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
if ARGV[3] == '' then redis.call('persist', KEYS[1]) else redis.call('expire', KEYS[1], ARGV[3]) end
return 1`;

/** ARGV[4]: `1` where the field is deleted. */
const SWAP = `
if redis.call('hget', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
if ARGV[4] == '1' then redis.call('hdel', KEYS[1], ARGV[1]) else redis.call('hset', KEYS[1], ARGV[1], ARGV[3]) end
return 1`;

/** Deleting the last field deletes a hash (redis.io, HDEL). */
const DELETE_RECORD = `
redis.call('hdel', KEYS[1], unpack(ARGV))
return 1 - redis.call('exists', KEYS[1])`;

/** Lua's `unpack` takes a few thousand values at most. */
const FIELDS_AT_A_TIME = 1000;

/** Records as hashes in Redis. Rejects with the client's own errors. */
export function redisRecords(redis: RedisConnection): DurableRecords {
  const write = async (
    key: string,
    field: string,
    value: string,
    seconds: number | undefined,
    where: string,
  ): Promise<boolean> => (await redis.eval(WRITE, 1, key, field, value, seconds ?? '', where)) === 1;

  return {
    async fields(key) {
      return new Map(Object.entries(await redis.hgetall(key)));
    },
    async field(key, field) {
      return (await redis.hget(key, field)) ?? undefined;
    },
    size: (key) => redis.hlen(key),
    async setField(key, field, value, expirySeconds) {
      await write(key, field, value, expirySeconds, '*');
    },
    setFieldIfAbsent: (key, field, value, expirySeconds) => write(key, field, value, expirySeconds, '0'),
    replaceField: (key, field, value, expirySeconds) => write(key, field, value, expirySeconds, '1'),
    async swapField(key, field, from, to) {
      const isDeleted = to === undefined ? '1' : '0';
      return (await redis.eval(SWAP, 1, key, field, from, to ?? '', isDeleted)) === 1;
    },
    async deleteField(key, field) {
      await redis.hdel(key, field);
    },
    async deleteRecord(key, fields) {
      let isGone = false;
      for (let from = 0; from < fields.length; from += FIELDS_AT_A_TIME) {
        const some = fields.slice(from, from + FIELDS_AT_A_TIME);
        isGone = (await redis.eval(DELETE_RECORD, 1, key, ...some)) === 1;
      }
      return isGone;
    },
    async eraseRecord(key) {
      await redis.del(key);
    },
  };
}

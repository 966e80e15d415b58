import * as v from 'valibot';
import type { DueTimes } from '../due-times.ts';
import type { RedisConnection } from './connection.ts';

/** Each script changes one key, so it also runs on a cluster. */
const CLAIM = `
local due = redis.call('zrangebyscore', KEYS[1], '-inf', ARGV[1], 'limit', 0, ARGV[3])
for _, member in ipairs(due) do redis.call('zadd', KEYS[1], ARGV[2], member) end
return due`;

const SETTLE = `
if tonumber(redis.call('zscore', KEYS[1], ARGV[1]) or '') ~= tonumber(ARGV[2]) then return 0 end
if ARGV[3] == '' then return redis.call('zrem', KEYS[1], ARGV[1]) end
return redis.call('zadd', KEYS[1], ARGV[3], ARGV[1])`;

/** ARGV[3] is 1 where a member that is not there is added. */
const FORWARD = `
local known = redis.call('zscore', KEYS[1], ARGV[1])
if known and tonumber(known) <= tonumber(ARGV[2]) then return 0 end
if not known and ARGV[3] ~= '1' then return 0 end
return redis.call('zadd', KEYS[1], ARGV[2], ARGV[1])`;

const members = v.array(v.string());

/** Due times in a sorted set under one key. Rejects with the client's own errors. */
export function redisDueTimes(redis: RedisConnection, key: string): DueTimes {
  return {
    async schedule(member, at) {
      await redis.zadd(key, String(at), member);
    },
    async scheduleBy(member, at) {
      await redis.eval(FORWARD, 1, key, member, at, 1);
    },
    async bringForward(member, at) {
      await redis.eval(FORWARD, 1, key, member, at, 0);
    },
    async claim(now, leaseMs, max) {
      const leasedUntil = now + leaseMs;
      const due = v.parse(members, await redis.eval(CLAIM, 1, key, now, leasedUntil, max));
      return due.map((member) => ({ member, leasedUntil }));
    },
    async settle({ member, leasedUntil }, nextAt) {
      await redis.eval(SETTLE, 1, key, member, leasedUntil, nextAt ?? '');
    },
    async remove(member) {
      await redis.zrem(key, member);
    },
    async oldest() {
      const [, at] = await redis.zrange(key, 0, '0', 'WITHSCORES');
      return at === undefined ? undefined : Number(at);
    },
    size: () => redis.zcard(key),
  };
}

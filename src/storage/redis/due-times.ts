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

const SCHEDULE_BY = `
local known = redis.call('zscore', KEYS[1], ARGV[1])
local at = tonumber(ARGV[2])
if known then at = math.min(at, tonumber(known) - 1) end
return redis.call('zadd', KEYS[1], string.format('%.0f', at), ARGV[1])`;

const BRING_FORWARD = `
local known = redis.call('zscore', KEYS[1], ARGV[1])
if not known or tonumber(known) <= tonumber(ARGV[2]) then return 0 end
return redis.call('zadd', KEYS[1], ARGV[2], ARGV[1])`;

const SCANNED_AT_A_TIME = 1000;

const members = v.array(v.string());

/** Due times in a sorted set under one key. Rejects with the client's own errors. */
export function redisDueTimes(redis: RedisConnection, key: string): DueTimes {
  return {
    async schedule(member, at) {
      await redis.zadd(key, String(at), member);
    },
    async scheduleBy(member, at) {
      await redis.eval(SCHEDULE_BY, 1, key, member, at);
    },
    async bringForward(member, at) {
      await redis.eval(BRING_FORWARD, 1, key, member, at);
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
    async membersOf(prefix) {
      const found = new Set<string>();
      let cursor = '0';
      do {
        const [next, page] = await redis.zscan(
          key,
          cursor,
          'MATCH',
          `${prefix}*`,
          'COUNT',
          SCANNED_AT_A_TIME,
        );
        cursor = next;
        for (const [nth, text] of page.entries()) if (nth % 2 === 0) found.add(text);
      } while (cursor !== '0');
      return [...found];
    },
  };
}

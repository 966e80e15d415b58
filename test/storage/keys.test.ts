import { expect, test } from 'vitest';
import { eventId, hostPassword } from '../../src/core/ids.ts';
import { linkKey } from '../../src/core/link-key.ts';
import { cacheKeys } from '../../src/storage/keys.ts';

const keys = cacheKeys(Buffer.alloc(32, 1));
const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const link = sure(linkKey('https://qsh1.cn/k/secret-tail'));
const password = sure(hostPassword('2015010000377'));

test('a meeting lies under its event id', () => {
  expect(keys.meeting(sure(eventId('649128')))).toBe('meeting-cards:1:meeting:{649128}');
});

test('a link, a password and a person lie under nothing that tells them', () => {
  const person = { teamId: 'T0HOME', userId: 'U0HAN' };
  const all = [keys.link(link), keys.hostPassword(password), keys.asker(person)];
  for (const key of all) {
    expect(key).toMatch(/^meeting-cards:1:[a-z-]+:\{[\w-]{32}\}$/);
    expect(key).not.toMatch(/secret-tail|2015|U0HAN/);
  }
  expect(new Set(all).size).toBe(3);
});

test('another secret gives other keys', () => {
  expect(cacheKeys(Buffer.alloc(32, 2)).link(link)).not.toBe(keys.link(link));
});

test('people of two workspaces with one id are two', () => {
  const [one, other] = ['T1', 'T2'].map((teamId) => keys.asker({ teamId, userId: 'U1' }));
  expect(one).not.toBe(other);
});

test('what is used together lies in one slot of a cluster', () => {
  const meeting = keys.meeting(sure(eventId('649128')));
  const slotOf = (key: string) => /\{(.+)\}/.exec(key)?.[1];
  expect(slotOf(keys.lease(meeting))).toBe(slotOf(meeting));
});

import { expect, test } from 'vitest';
import { eventId, hostPassword, vendorUserId } from '../../src/core/ids.ts';
import { linkKey } from '../../src/core/link-key.ts';
import { accountId, tenantId } from '../../src/core/tenant.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { SINGLE_WORKSPACE } from '../../src/tenants/single-workspace.ts';
import { personOf } from '../support/person.ts';

const keys = storageKeys(Buffer.alloc(32, 1))(SINGLE_WORKSPACE);
const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const link = sure(linkKey('https://qsh1.cn/k/secret-tail'));
const password = sure(hostPassword('2015010000377'));

test('a meeting is stored under its event id', () => {
  expect(keys.meeting(sure(eventId('649128')))).toBe('meeting-cards:2:workspace:meeting:{649128}');
});

test('a link, a password and a person are stored under keys that do not reveal them', () => {
  const person = personOf('T0HOME', 'U0HAN');
  const all = [keys.link(link), keys.hostPassword(password), keys.profile(person)];
  for (const key of all) {
    expect(key).toMatch(/^meeting-cards:2:workspace:[a-z-]+:\{[\w-]{32}\}$/);
    expect(key).not.toMatch(/secret-tail|2015|U0HAN/);
  }
  expect(new Set(all).size).toBe(3);
});

test('another secret gives other keys', () => {
  expect(storageKeys(Buffer.alloc(32, 2))(SINGLE_WORKSPACE).link(link)).not.toBe(keys.link(link));
});

test('two tenants have no key in common', () => {
  const keysFor = storageKeys(Buffer.alloc(32, 1));
  const id = sure(eventId('649128'));
  const person = personOf('T0HOME', 'U0HAN');
  const all = ['T0HOME', 'T0AWAY'].map((tenant) => {
    const own = keysFor(sure(tenantId(tenant)));
    const user = sure(vendorUserId('87679779'));
    const comparable = { key: link, tail: '' };
    const values = [
      own.meeting(id),
      own.link(link),
      own.wholeLink(comparable),
      own.hostPassword(password),
      own.profile(person),
      own.recent(person),
      own.agenda(user, 1, 2),
      own.live(),
      own.otherNumber({ kind: 'attendee-password', digits: '2015019900027' }),
      own.searched('live', comparable),
      own.liveSearched(),
      own.liveAsked(),
      own.pasted(person),
      own.pastedByAll(),
      own.slackEvent('Ev1'),
      own.unfurled('C1', id),
      own.unfurledIn('C1', id, '1.2'),
      own.consumed(person),
      own.agendaAsked(user),
    ];
    for (const key of values) expect(key.startsWith(`meeting-cards:2:${tenant}:`)).toBe(true);
    return values.flatMap((key) => [key, own.lease(key), own.changing(key), own.outcome(key)]);
  });
  const [one = [], other = []] = all;
  expect(one.filter((key) => other.includes(key))).toEqual([]);
});

test('what was learned with one account of a tenant is not found with another, nor what belongs to none', () => {
  const keysFor = storageKeys(Buffer.alloc(32, 1));
  const tenant = sure(tenantId('T0HOME'));
  const id = sure(eventId('649128'));
  const user = sure(vendorUserId('87679779'));
  const person = personOf('T0HOME', 'U0HAN');
  const comparable = { key: link, tail: '' };
  const [none = [], one = [], two = []] = [undefined, 'one', 'two'].map((account) => {
    const own = keysFor(tenant, account === undefined ? undefined : sure(accountId(account)));
    return [
      own.meeting(id),
      own.link(link),
      own.wholeLink(comparable),
      own.hostPassword(password),
      own.otherNumber({ kind: 'attendee-password', digits: '2015019900027' }),
      own.searched('live', comparable),
      own.liveSearched(),
      own.liveAsked(),
      own.profile(person),
      own.recent(person),
      own.agenda(user, 1, 2),
      own.agendaAsked(user),
      own.live(),
      own.unfurled('C1', id),
      own.unfurledIn('C1', id, '1.2'),
    ];
  });
  expect(new Set([...none, ...one, ...two]).size).toBe(3 * none.length);
  for (const key of [...one, ...two]) expect(key.startsWith('meeting-cards:2:T0HOME:by:')).toBe(true);
});

test('cards, reminders and limits of people are the same with every account', () => {
  const keysFor = storageKeys(Buffer.alloc(32, 1));
  const tenant = sure(tenantId('T0HOME'));
  const person = personOf('T0HOME', 'U0HAN');
  const id = sure(eventId('649128'));
  const [one, other] = [undefined, sure(accountId('two'))].map((account) => {
    const own = keysFor(tenant, account);
    return [own.tracked(id), own.reminders(id), own.remindersOf(person), own.consumed(person), own.lane];
  });
  expect(one).toEqual(other);
});

test('people of two workspaces with one id are two', () => {
  const [one, other] = ['T1', 'T2'].map((teamId) => keys.profile(personOf(teamId, 'U1')));
  expect(one).not.toBe(other);
});

test('what is used together is in one slot of a cluster', () => {
  const meeting = keys.meeting(sure(eventId('649128')));
  const slotOf = (key: string) => /\{(.+)\}/.exec(key)?.[1];
  expect(slotOf(keys.lease(meeting))).toBe(slotOf(meeting));
});

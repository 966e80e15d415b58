import { meeting } from './meetings.ts';

/** An answer about 700001 that costs far more than a meeting may; what a person reads of it. */
export interface HostileAnswer {
  readonly what: string;
  readonly body: () => string;
  readonly reads: 'cannot be read' | 'Quarterly review';
}

/** The app reads no longer answer. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;

const OTHER_BYTES = 8192;

/** A list of so many; of as many as the limit of bytes lets pass where none are said. */
function listOf(
  entry: string,
  count = Math.floor((BODY_MAX_BYTES - OTHER_BYTES) / (entry.length + 1)),
): string {
  return `[${`${entry},`.repeat(count - 1)}${entry}]`;
}

/** The envelope, written by hand: `result` is JSON. */
const envelope = (result: string): string => `{"status":0,"result":${result},"request_id":"sample"}`;

/** The full sample meeting with this JSON in place of one field. */
function withField(name: string, json: string): string {
  const whole = JSON.stringify([meeting({ [name]: 'in place of this' })]);
  return envelope(whole.replace('"in place of this"', () => json));
}

const refused = (what: string, body: () => string): HostileAnswer => ({
  what,
  body,
  reads: 'cannot be read',
});
const costsItsField = (what: string, body: () => string): HostileAnswer => ({
  what,
  body,
  reads: 'Quarterly review',
});

const numbered = (count: number, entry: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => entry(nth)).join(',');

const bad =
  '{"user":[],"userType":[],"displayName":[],"companyName":[],"orgName":[],"status":[],"roleId":[]}';
const labels = (text: string) => withField('calExtraInfo', JSON.stringify({ labels: text }));
const roles = (count: number, slashes: number, path: (nth: number) => string): string =>
  withField(
    'btplRole',
    `[${numbered(count, (nth) => `{"managerType":3,"roleId":${nth},"link":"https://a.example/${'/'.repeat(slashes)}${path(nth)}"}`)}]`,
  );

/** Every answer is just within the limit of bytes or smaller, and each of another form. */
export const hostileAnswers: readonly HostileAnswer[] = [
  refused('170,000 lists in h323Ip', () => withField('h323Ip', listOf('[]', 170_000))),
  costsItsField('100,000 lists in h323Ip', () => withField('h323Ip', listOf('[]', 100_000))),
  costsItsField('labels of 1 MB', () => labels(listOf('"a"', 250_000))),
  costsItsField('labels that are lists in a text', () => labels(listOf('[]', 300_000))),
  costsItsField('labels that are a list of 100,000', () =>
    withField('calExtraInfo', `{"labels":${listOf('"a"', 100_000)}}`),
  ),
  refused('800,000 people without a field', () => withField('attendList', listOf('{}', 800_000))),
  refused('100,000 people without a field', () => withField('attendList', listOf('{}', 100_000))),
  costsItsField('15,000 people with nothing but errors', () => withField('attendList', listOf(bad, 15_000))),
  refused('as many rooms without a field as fit', () => withField('houseList', listOf('{}'))),
  refused('as many meetings without a field as fit', () => envelope(listOf('{}'))),
  refused('as many meetings in a text as fit', () => envelope(JSON.stringify(listOf('{}')))),
  refused('1,000 meetings', () => envelope(listOf(JSON.stringify(meeting({ attendList: [] })), 1000))),
  refused('5,000 roles', () => roles(5000, 0, String)),
  refused('2,000 roles with 1,900 slashes in each link', () => roles(2000, 1900, String)),
  costsItsField('roles whose links are longer than any', () => roles(100, 2500, String)),
  costsItsField('one room listed 2,000 times, each time with devices of its own', () =>
    withField(
      'houseList',
      `[${numbered(2000, (nth) => `{"DeviceId":1,"DeviceName":"R","SubDevices":[${numbered(20, (device) => `{"DeviceName":"${nth}-${device}"}`)}]}`)}]`,
    ),
  ),
  costsItsField('a room with 50,000 devices', () =>
    withField(
      'houseList',
      `[{"DeviceId":1,"DeviceName":"R","SubDevices":${listOf('{"DeviceName":"a"}', 50_000)}}]`,
    ),
  ),
  costsItsField('a name of the host as long as fits', () =>
    withField('hostName', `"${'x'.repeat(4_000_000)}"`),
  ),
  costsItsField('tags of a million commas', () => withField('joinConfTags', `"${','.repeat(1_000_000)}"`)),
  costsItsField('a number of two million digits', () => withField('length', '1'.repeat(2_000_000))),
  costsItsField('100,000 names in one object', () =>
    withField('anything', `{${numbered(100_000, (nth) => `"n${nth}":0`)}}`),
  ),
  costsItsField('70,000 objects, no two alike', () =>
    withField('anything', `[${numbered(70_000, (nth) => `{"n${nth}":0}`)}]`),
  ),
  refused('lists in lists, 2,000,000 deep', () =>
    withField('anything', '['.repeat(2_000_000) + ']'.repeat(2_000_000)),
  ),
  refused('lists in lists that never end', () => envelope('['.repeat(4_000_000))),
  refused('lists in lists in a text', () => envelope(JSON.stringify('['.repeat(4_000_000)))),
];

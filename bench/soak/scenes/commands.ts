import { isWaiting, replied, shared, type Visitor } from '../visitor.ts';

const MEETINGS = [
  '649128',
  '700001',
  '700002',
  '700003',
  '700004',
  '700005',
  '700006',
  '700007',
  '700008',
  '700009',
  '700010',
  '700011',
  '700012',
] as const;

const NONSENSE = [
  'tomorrow at noon',
  '-5',
  '12.5',
  'https://evil.example/k/1',
  '<!channel>',
  '9'.repeat(40),
  'a.'.repeat(3000),
  `https://ntest.qsh1.cn/${'/'.repeat(3000)}`,
  `meeting${' '.repeat(7000)}`,
] as const;

export async function types(visitor: Visitor, entryPoint: string, text: string, later = replied) {
  const { slack, userId } = visitor;
  return visitor.does(
    entryPoint,
    (appUrl) => slack.command({ appUrl, text, userId }),
    (answer) => (isWaiting(answer.text) ? later(answer.responseUrl) : undefined),
  );
}

export const find = (visitor: Visitor) => types(visitor, '/meeting <number>', visitor.random.pick(MEETINGS));

export const findCold = (visitor: Visitor) =>
  types(visitor, '/meeting <number>, cold', visitor.world.coldMeeting());

export const findUnknown = (visitor: Visitor) =>
  types(visitor, '/meeting <number>, unknown', String(9_000_000 + visitor.random.below(1_000_000)));

export const findByLink = (visitor: Visitor) =>
  types(visitor, '/meeting <link>', 'https://ntest.qsh1.cn/k/att700002');

export const findByPassword = (visitor: Visitor) =>
  types(visitor, '/meeting <host password>', '201501990001700001');

export const share = (visitor: Visitor) =>
  types(visitor, '/meeting share', `share ${visitor.random.pick(MEETINGS)}`, shared(visitor));

export const today = (visitor: Visitor) => types(visitor, '/meeting today', 'today');

export const help = (visitor: Visitor) => types(visitor, '/meeting help', visitor.random.pick(['help', '']));

export const nonsense = (visitor: Visitor) =>
  types(visitor, '/meeting <nonsense>', visitor.random.pick(NONSENSE));

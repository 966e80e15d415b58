import { describe, expect, test } from 'vitest';
import { accountsPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { ATTENDEES, accessOf, HOSTS } from '../support/access.ts';
import { callsOf } from '../support/interactions.ts';
import { movedTime } from '../support/moved-time.ts';
import { asked, loggedEvents, onStage, repliesTo, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const HOST = 'U0ZED';

async function stageWithHost(): Promise<Stage> {
  const stage = await onStage();
  stage.slack.people.set(HOST, person({ id: HOST, email: 'meimei.han@example.com' }));
  return stage;
}

const FAULTS = [
  [
    'users.info refuses',
    ({ slack }: Stage) => slack.fault('users.info', { kind: 'error', error: 'fatal_error' }),
  ],
  ['users.info is broken', ({ slack }: Stage) => slack.fault('users.info', { kind: 'http', status: 500 })],
  ['users.info is cut off', ({ slack }: Stage) => slack.fault('users.info', { kind: 'reset' })],
  ['users.info hangs', ({ slack }: Stage) => slack.fault('users.info', { kind: 'hang' })],
  [
    'users.info is limited',
    ({ slack }: Stage) => slack.fault('users.info', { kind: 'rate-limited', retryAfterSeconds: 30 }),
  ],
  [
    'the accounts are broken',
    ({ conference }: Stage) => conference.fault({ kind: 'http', status: 500 }, Infinity, accountsPath),
  ],
  [
    'the accounts hang',
    ({ conference }: Stage) => conference.fault({ kind: 'hang' }, Infinity, accountsPath),
  ],
  [
    'the accounts answer a page',
    ({ conference }: Stage) => conference.fault({ kind: 'html' }, Infinity, accountsPath),
  ],
] as const;

describe.each(FAULTS)('where %s', (_what, fault) => {
  test("the host's card comes in time with the public view, and My access says why", async () => {
    const stage = await stageWithHost();
    fault(stage);
    const { pass, release } = movedTime();
    const reply = repliesTo(stage, '700001', { userId: HOST });
    await until('the meeting is asked for', async () => asked(stage).length > 0);
    await until('it is asked who they are', async () => callsOf(stage, 'users.info').length > 0);
    await pass(1200);
    const { answer, shown: card } = await reply;
    expect(card).toContain('Quarterly');
    release();
    const shown = await accessOf(stage, HOST);
    expect(shown).toContain(en.unproven['could-not-check']);
    expect(JSON.stringify([stage.slack.responses, answer.text])).not.toMatch(ATTENDEES);
    expect(stage.log.text()).not.toContain('@example.com');
  });
});

test('a failure is not stored: My access asks again, and shows what is theirs', async () => {
  const stage = await stageWithHost();
  stage.slack.fault('users.info', { kind: 'error', error: 'fatal_error' }, 1);
  expect((await types(stage, '700001', { userId: HOST })).answer.text).not.toMatch(ATTENDEES);
  expect(loggedEvents(stage, 'viewer-unproven')).toHaveLength(1);
  expect(await accessOf(stage, HOST)).toMatch(HOSTS);
});

test.each(['user_not_found', 'user_not_visible'])(
  'a person of whom Slack says %s is unproven for five minutes, and told why',
  async (error) => {
    const stage = await stageWithHost();
    stage.slack.fault('users.info', { kind: 'error', error });
    for (let time = 0; time < 3; time += 1) await types(stage, '700004', { userId: HOST });
    expect(await accessOf(stage, HOST, '700004')).toContain(en.unproven['no-email']);
    expect(callsOf(stage, 'users.info')).toHaveLength(1);
    expect(loggedEvents(stage, 'viewer-unproven')).toEqual([]);
    stage.slack.heal();
    stage.advance(320);
    expect((await types(stage, '700001', { userId: HOST })).answer.text).toMatch(ATTENDEES);
  },
);

test.each(['invalid_auth', 'account_inactive', 'missing_scope'])(
  'where Slack refuses the app itself (%s), it is not asked about anybody for some seconds',
  async (error) => {
    const stage = await stageWithHost();
    stage.slack.fault('users.info', { kind: 'error', error });
    for (const userId of [HOST, 'U0LUCY', 'U0ANN']) await types(stage, '700004', { userId });
    expect(callsOf(stage, 'users.info')).toHaveLength(1);
    stage.slack.heal();
    stage.advance(10);
    expect((await types(stage, '700001', { userId: HOST })).answer.text).toMatch(ATTENDEES);
  },
);

test.each([
  ['a proof is stored for an hour', 'U0LUCY', 3600],
  ['a lack of one is stored for five minutes', 'U0ANN', 300],
])('%s', async (_how, userId, seconds) => {
  const stage = await onStage();
  const counts = () => [
    callsOf(stage, 'users.info').length,
    stage.conference.questions.filter(({ path }) => path === accountsPath).length,
  ];
  for (let time = 0; time < 5; time += 1) await types(stage, '700004', { userId });
  expect(counts()).toEqual([1, 1]);
  stage.advance(seconds - 20);
  await types(stage, '700004', { userId });
  expect(counts()).toEqual([1, 1]);
  stage.advance(40);
  await types(stage, '700004', { userId });
  expect(counts()).toEqual([2, 2]);
});

test('a crowd of questions by one person asks who they are once', async () => {
  const stage = await onStage();
  await Promise.all(['700001', '700002', '700003'].map((id) => types(stage, id, { userId: 'U0LUCY' })));
  expect(callsOf(stage, 'users.info')).toHaveLength(1);
});

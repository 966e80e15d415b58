import { expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { connects, onAccounts, ownAccount } from '../support/accounts.ts';
import { installs, onManyWorkspaces, tokensOf, typesIn } from '../support/many-workspaces.ts';

const CROWD = ['U0ANN', 'U0LUCY', 'U0POLLY', 'U0LI'];
const isWelcome = ({ method }: { readonly method: string }): boolean => method === 'chat.postMessage';
const one = { atOnce: 1, waiting: 0, waitMs: 10 };
const two = { ...one, atOnce: 2 };

test('while Slack does not answer one workspace, the people of another are told apart as always', async () => {
  const stage = await onManyWorkspaces({ limits: { proofs: two, proofsOfTenant: one } });
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  for (const workspace of [slack, far]) await installs(stage, workspace, { userId: 'U0ANN' });
  await slack.waitFor(() => [slack, far].every(({ calls }) => calls.some(isWelcome)));
  slack.calls.length = 0;
  slack.faultIn(slack, 'users.info', { kind: 'hang' });
  let turnedAway = 0;
  const crowd = CROWD.map(async (userId) => {
    const card = await typesIn(stage, slack, '700001', { userId });
    turnedAway += 1;
    return card;
  });
  await until('those who are turned away are answered', async () => turnedAway >= CROWD.length / 2);
  expect(tokensOf(slack, 'users.info')).toHaveLength(1);
  expect(await typesIn(stage, far, '700001', { userId: 'U0HAN' })).toContain(zh.startAsHost);
  const cards = await Promise.all(crowd);
  expect(cards.map((card) => card.includes('700001'))).toEqual(CROWD.map(() => true));
});

test('while the account of one workspace does not answer, meetings of the others are found', async () => {
  const stage = await onAccounts({
    env: { CONFERENCE_USER_ID: '88893351' },
    limits: { questions: two, questionsOfAccount: one },
  });
  const { slack, own, conference } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  await installs(stage, far);
  await connects(stage, ownAccount(stage));
  own.fault({ kind: 'hang' });
  const asked = (): number => own.questions.filter(({ path }) => path === infosPath).length;
  const before = asked();
  const crowd = CROWD.map((userId, nth) => typesIn(stage, slack, `70000${nth + 2}`, { userId }));
  await slack.waitFor(() => asked() > before);
  expect(await typesIn(stage, far, '700001')).toContain('Quarterly review');
  expect(conference.questions.length).toBeGreaterThan(0);
  const answers = await Promise.all(crowd);
  expect(answers.filter((answer) => answer.includes(en.failure.busy.what)).length).toBeGreaterThan(0);
});

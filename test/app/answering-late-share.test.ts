import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { movedTime } from '../support/moved-time.ts';
import { lastEphemeral, messagesIn, onStage, repliesTo } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

/** Milliseconds after which a reply is due, and how much later at most the card. */
const REPLY_DUE = 1500;
const CARD_DUE = 1200;

/** Types a command that the service holds until it was acknowledged. */
async function heldUntilReply(stage: Stage, text: string) {
  stage.conference.fault({ kind: 'hold' });
  const time = movedTime();
  const reply = repliesTo(stage, text);
  await stage.conference.waitForQuestions(1);
  await time.pass(REPLY_DUE);
  return { ...time, answer: (await reply).answer };
}

/** The same, and the answer then comes. */
async function typesLate(stage: Stage, text: string) {
  const { release, answer } = await heldUntilReply(stage, text);
  release();
  stage.conference.heal();
  return answer;
}

/** The conference service has all the time there is, so that only the app's deadlines decide. */
const slowStage = (): Promise<Stage> => onStage({ env: { CONFERENCE_TIMEOUT_MS: '60000' } });

/** Everything that only the person sees, as they read it. */
const standing = ({ slack }: Stage): string => slack.ephemerals.map(shownIn).join('\n');

describe('a share that is answered late', () => {
  test('is acknowledged without a line, since Slack would leave that standing, and then shown to the channel', async () => {
    const stage = await slowStage();
    const answer = await typesLate(stage, 'share 700001');
    expect([answer.status, answer.text, answer.failure]).toEqual([200, '', undefined]);
    const [card] = await messagesIn(stage, 'C0TEAM', 1);
    expect(card === undefined ? '' : shownIn(card)).toContain('Quarterly review');
    expect(stage.slack.responses).toEqual([]);
    expect(standing(stage)).toBe('');
    expect(stage.slack.violations).toEqual([]);
  });

  test('by a meeting that does not exist is told only to the person who shared, and nothing else is shown', async () => {
    const stage = await slowStage();
    await typesLate(stage, 'share 123456');
    await stage.slack.waitFor(({ ephemerals }) => ephemerals[0]);
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(standing(stage)).toContain(en.failure['not-found'].what);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  test('by a service that does not answer is told only to the person who shared, and nothing else is shown', async () => {
    const stage = await slowStage();
    const { pass } = await heldUntilReply(stage, 'share 700001');
    await pass(CARD_DUE);
    await stage.slack.waitFor(({ ephemerals }) => ephemerals[0]);
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(standing(stage)).toContain(en.failure.timeout.what);
    stage.conference.heal();
  });

  test('with a card of which Slack does not say whether it was posted is reported as failed, and nothing else is shown', async () => {
    const stage = await slowStage();
    stage.slack.fault('chat.postMessage', { kind: 'reset' }, 1);
    await typesLate(stage, 'share 700001');
    await stage.slack.waitFor(({ ephemerals }) => ephemerals[0]);
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(standing(stage)).toContain(en.failure.internal.what);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });
});

test('a late card that Slack does not take is followed by a failure that asks for the place of the line', async () => {
  const stage = await slowStage();
  stage.slack.fault('response_url', { kind: 'http', status: 500 }, 1);
  await typesLate(stage, '700001');
  await stage.slack.waitFor(() => shownIn(lastEphemeral(stage)).includes(en.failure.internal.what));
  expect(stage.slack.responses.at(-1)?.body).toMatchObject({
    response_type: 'ephemeral',
    replace_original: true,
  });
});

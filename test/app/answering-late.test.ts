import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import type { Fault as ConferenceFault } from '../../sandbox/conference/faults.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { Fault as SlackFault } from '../../sandbox/slack/http/faults.ts';
import { movedTime } from '../support/moved-time.ts';
import { asked, lastEphemeral, onStage, repliesTo, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

/** Milliseconds after which the reply to the command is due, and how much later at most the card. */
const REPLY_DUE = 1500;
const CARD_DUE = 1200;

/** The conference service has all the time there is, so that only the app's deadlines decide. */
const patient = { env: { CONFERENCE_TIMEOUT_MS: '60000' } };

async function late(stage: Stage) {
  const { body } = await stage.slack.waitFor(({ responses }) => responses[0]);
  return body;
}

/** Someone types, and the conference service has been asked when this resolves. */
async function askedOf(stage: Stage, given: { readonly userId?: string; readonly channelId?: string } = {}) {
  const time = movedTime();
  const reply = repliesTo(stage, '700001', given);
  await until('it is asked', async () => asked(stage).length > 0);
  return { ...time, reply };
}

describe('an answer', () => {
  test('that is there at once is in the reply to the command, without a second trip', async () => {
    const stage = await onStage(patient);
    stage.conference.fault({ kind: 'hold' });
    const { reply, pass } = await askedOf(stage);
    await pass(REPLY_DUE - 1);
    stage.conference.heal();
    expect((await reply).shown).toContain('Quarterly review');
    expect(stage.slack.responses).toEqual([]);
    expect(stage.slack.ephemerals).toHaveLength(1);
  });

  test('that takes longer than a second and a half is announced by a line, which the card then replaces', async () => {
    const stage = await onStage(patient);
    stage.conference.fault({ kind: 'hold' });
    const { reply, pass } = await askedOf(stage);
    await pass(REPLY_DUE);
    const { shown, spoken } = await reply;
    expect([shown, spoken]).toEqual([
      ':hourglass_flowing_sand: Looking up the meeting…',
      'Looking up the meeting…',
    ]);
    stage.conference.heal();
    const body = await late(stage);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(shownIn(body)).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
    expect(stage.slack.responses).toHaveLength(1);
  });

  test.each<readonly [string, ConferenceFault]>([
    ['hangs', { kind: 'hang' }],
    ['trickles', { kind: 'trickle', everyMs: 10 }],
  ])('of an endpoint that %s is a clear one, within three seconds', async (_how, fault) => {
    const stage = await onStage(patient);
    stage.conference.fault(fault);
    const { reply, pass } = await askedOf(stage);
    await pass(REPLY_DUE);
    expect((await reply).answer.failure).toBeUndefined();
    await pass(CARD_DUE);
    const body = await late(stage);
    expect(REPLY_DUE + CARD_DUE).toBeLessThan(3000);
    expect(shownIn(body)).toContain('The conference service did not respond in time.');
    expect(shownIn(body)).toContain('Try again in a moment.');
  });
});

describe('a late answer that Slack does not take', () => {
  test.each<readonly [string, SlackFault]>([
    ['an error', { kind: 'http', status: 500 }],
    ['a reset', { kind: 'reset' }],
  ])('because of %s is logged, and the app goes on', async (_what, fault) => {
    const stage = await onStage(patient);
    stage.conference.fault({ kind: 'hang' }, 1);
    stage.slack.fault('response_url', fault);
    const { reply, pass, release } = await askedOf(stage);
    await pass(REPLY_DUE);
    await reply;
    await pass(CARD_DUE);
    await late(stage);
    release();
    stage.slack.heal();
    expect((await types(stage, '700002')).shown).toContain('Design review');
    await until('it is logged', async () => /"event":"(late-)?answer-failed"/.test(stage.log.text()));
    expect(stage.log.text()).not.toContain('/response/');
  });
});

test('the one who asked is the only one who sees it, line and card', async () => {
  const stage = await onStage(patient);
  stage.conference.fault({ kind: 'hold' }, 1, infosPath);
  const { reply, pass } = await askedOf(stage, { userId: 'U0LI', channelId: 'C0NOBOT' });
  await pass(REPLY_DUE);
  await reply;
  stage.conference.heal();
  await late(stage);
  await stage.slack.waitFor(({ ephemerals }) => ephemerals.some(({ text }) => text.includes('Quarterly')));
  expect(lastEphemeral(stage)).toMatchObject({ userId: 'U0LI', channelId: 'C0NOBOT' });
  for (const { messages } of stage.slack.channels.values()) expect(messages).toEqual([]);
});

test('an answer that is not there after 2.7 s, however long the endpoint may take, is given up, and stored for the next question', async () => {
  const stage = await onStage(patient);
  stage.conference.fault({ kind: 'hold' });
  const { reply, pass, release } = await askedOf(stage);
  await pass(REPLY_DUE);
  await reply;
  await pass(CARD_DUE);
  expect(shownIn(await late(stage))).toContain('did not respond in time');
  release();
  stage.conference.heal();
  expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  expect(asked(stage)).toHaveLength(1);
});

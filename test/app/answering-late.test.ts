import { describe, expect, test } from 'vitest';
import type { Fault as ConferenceFault } from '../support/conference/faults.ts';
import { asked, lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Fault as SlackFault } from '../support/slack/http/faults.ts';
import type { Stage } from '../support/stage.ts';

async function late(stage: Stage) {
  const { body } = await stage.slack.waitFor(({ responses }) => responses[0]);
  return body;
}

describe.concurrent('an answer', () => {
  test('that is there at once is in the reply to the command, without a second trip', async ({
    onTestFinished,
  }) => {
    const stage = await onStage({}, onTestFinished);
    const { shown } = await types(stage, '700001');
    expect(shown).toContain('Quarterly review');
    expect(stage.slack.responses).toEqual([]);
    expect(stage.slack.ephemerals).toHaveLength(1);
  });

  test('that takes 1.8 s is announced by a line, which the card then replaces', async ({
    onTestFinished,
  }) => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '2600' } }, onTestFinished);
    stage.conference.fault({ kind: 'slow', ms: 1800 });
    const { answer, shown, spoken } = await types(stage, '700001');
    expect(answer.ms).toBeGreaterThan(1300);
    expect(answer.ms).toBeLessThan(2500);
    expect([shown, spoken]).toEqual([
      ':hourglass_flowing_sand: Looking up the meeting…',
      'Looking up the meeting…',
    ]);
    const body = await late(stage);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(shownIn(body)).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
    expect(stage.slack.responses).toHaveLength(1);
  });

  test.for<readonly [string, ConferenceFault]>([
    ['hangs', { kind: 'hang' }],
    ['trickles', { kind: 'trickle', everyMs: 10 }],
  ])('of an endpoint that %s is a clear one, within three seconds', async ([, fault], { onTestFinished }) => {
    const stage = await onStage({}, onTestFinished);
    stage.conference.fault(fault);
    const began = performance.now();
    const { answer } = await types(stage, '700001');
    const body = await late(stage);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(answer.failure).toBeUndefined();
    expect(shownIn(body)).toContain('The conference service did not answer in time.');
    expect(shownIn(body)).toContain('Try again in a moment.');
  });
});

describe.concurrent('a late answer that Slack does not take', () => {
  test.for<readonly [string, SlackFault]>([
    ['an error', { kind: 'http', status: 500 }],
    ['a reset', { kind: 'reset' }],
  ])('because of %s is logged, and the app goes on', async ([, fault], { onTestFinished }) => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '1600' } }, onTestFinished);
    stage.conference.fault({ kind: 'hang' }, 1);
    stage.slack.fault('response_url', fault);
    await types(stage, '700001');
    await late(stage);
    expect((await types(stage, '700002')).shown).toContain('Design review');
    await stage.app.stop();
    expect(stage.logged()).toMatch(/"event":"(late-)?answer-failed"/);
    expect(stage.logged()).not.toContain('/response/');
  });
});

test('the one who asked is the only one who sees it, line and card', async () => {
  const stage = await onStage();
  stage.conference.fault({ kind: 'slow', ms: 1700 }, 1);
  await types(stage, '700001', { userId: 'U0LI', channelId: 'C0NOBOT' });
  await late(stage);
  await stage.slack.waitFor(({ ephemerals }) => ephemerals.some(({ text }) => text.includes('Quarterly')));
  expect(lastEphemeral(stage)).toMatchObject({ userId: 'U0LI', channelId: 'C0NOBOT' });
  for (const { messages } of stage.slack.channels.values()) expect(messages).toEqual([]);
});

test('an answer that is not there after 2.7 s, however long the endpoint may take, is given up, and kept for the next question', async () => {
  const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '10000' } });
  stage.conference.fault({ kind: 'hold' });
  const began = performance.now();
  await types(stage, '700001');
  expect(shownIn(await late(stage))).toContain('did not answer in time');
  expect(performance.now() - began).toBeLessThan(3000);
  stage.conference.heal();
  expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  expect(asked(stage)).toHaveLength(1);
});

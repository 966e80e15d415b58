import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { metric } from '../faults/readiness.ts';
import { choose, done, paste, press } from '../support/interactions.ts';
import { movedTime } from '../support/moved-time.ts';
import { lastEphemeral, loggedEvents, onStage, repliesTo, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = 'U0LUCY';
const LINK = 'https://ntest.qsh1.cn/k/att700001';
const HOST_LINK = 'https://ntest.qsh1.cn/k/host700001';

/** So far into the future that no clock can be there: what reads it then throws. */
const BEYOND_TIME = 100_000_000_000;

/** Milliseconds after which the reply to a command is due, and how much later at most the card. */
const REPLY_DUE = 1500;
const CARD_DUE = 1200;

const counted = ({ appUrl }: Stage, event: string): Promise<number> =>
  metric(appUrl, `meeting_cards_failures_total{event="${event}"}`);

const failedLines = (stage: Stage, event = 'answer-failed'): readonly unknown[] =>
  loggedEvents(stage, event).map((line): unknown => JSON.parse(line));

async function stageThatKnows(): Promise<Stage> {
  const stage = await onStage();
  await types(stage, '700001', { userId: LUCY });
  return stage;
}

describe('an answer that failed', () => {
  test('is logged with its entry point and the method that Slack refused, and counted', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('chat.unfurl', { kind: 'error', error: 'fatal_error' });
    await paste(stage, LINK);
    expect(failedLines(stage)).toMatchObject([
      { entryPoint: 'event', method: 'chat.unfurl', reason: 'fatal_error' },
    ]);
    expect(await counted(stage, 'answer-failed')).toBe(1);
  });

  test('at a button names that button', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await choose(stage, lastEphemeral(stage), 'people');
    expect(failedLines(stage)).toMatchObject([{ entryPoint: 'meeting_more', method: 'views.open' }]);
  });

  test('at the find shortcut names the shortcut, also where Slack broke the connection', async () => {
    const stage = await onStage();
    stage.slack.fault('views.open', { kind: 'reset' });
    await done(stage, () => stage.slack.globalShortcut({ appUrl: stage.appUrl, userId: LUCY }));
    expect(failedLines(stage)).toMatchObject([{ entryPoint: 'find_meeting', method: 'views.open' }]);
  });

  test('through a response URL says so, and the sentence about it that fails as well is counted as late', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('response_url', { kind: 'http', status: 500 }, 2);
    await press(stage, lastEphemeral(stage), 'meeting_access');
    await until('both are logged', async () => failedLines(stage, 'late-answer-failed').length > 0);
    const where = { entryPoint: 'meeting_access', method: 'response_url' };
    expect(failedLines(stage)).toMatchObject([where]);
    expect(failedLines(stage, 'late-answer-failed')).toMatchObject([where]);
    expect(await counted(stage, 'late-answer-failed')).toBe(1);
  });

  test('names no method where no call of Slack failed', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'hold' });
    const typing = types(stage, '700001');
    await stage.conference.waitForQuestions(1);
    stage.advance(BEYOND_TIME);
    stage.conference.heal();
    await typing;
    const [line] = failedLines(stage);
    expect(line).toMatchObject({ entryPoint: 'command', errorName: 'RangeError' });
    expect(line).not.toHaveProperty('method');
  });

  test('twice in one request is counted twice', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('chat.unfurl', { kind: 'error', error: 'fatal_error' });
    stage.slack.fault('chat.postEphemeral', { kind: 'reset' });
    await paste(stage, HOST_LINK, { userId: LUCY });
    await until('both are logged', async () => failedLines(stage).length === 2);
    expect(
      new Set(failedLines(stage).map((line) => JSON.stringify(line).match(/"method":"([^"]+)"/)?.[1])),
    ).toEqual(new Set(['chat.unfurl', 'chat.postEphemeral']));
    expect(await counted(stage, 'answer-failed')).toBe(2);
  });

  test('is what is counted as a failure, and nothing else that is logged', async () => {
    const stage = await stageThatKnows();
    stage.conference.fault({ kind: 'http', status: 500 });
    await types(stage, '700002');
    stage.slack.fault('users.info', { kind: 'error', error: 'fatal_error' });
    await types(stage, '700003', { userId: 'U0LI' });
    expect(loggedEvents(stage, 'viewer-unproven')).toHaveLength(1);
    for (const event of ['answer-failed', 'late-answer-failed', 'unhandled-rejection', 'uncaught-exception'])
      expect(await counted(stage, event)).toBe(0);
  });
});

describe('a command', () => {
  /** Its answer cannot be made any more; Slack has the same clock, and by then takes no answer either. */
  const failsOnce = async (isGivenUp: boolean): Promise<Stage> => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '60000' } });
    stage.conference.fault({ kind: 'hold' });
    const { pass } = movedTime();
    const reply = repliesTo(stage, '700001');
    await stage.conference.waitForQuestions(1);
    await pass(REPLY_DUE);
    await reply;
    if (isGivenUp) {
      await pass(CARD_DUE);
      await until('it is given up', async () => loggedEvents(stage, 'answered').length === 1);
    }
    stage.advance(BEYOND_TIME);
    stage.conference.heal();
    await until('it is logged', async () => failedLines(stage, 'late-answer-failed').length > 0);
    return stage;
  };

  test('that fails after it was given up is logged and counted, although nobody waits for it', async () => {
    const stage = await failsOnce(true);
    expect(failedLines(stage)).toEqual([]);
    expect(failedLines(stage, 'late-answer-failed')).toMatchObject([
      { entryPoint: 'command', errorName: 'RangeError' },
    ]);
    expect(await counted(stage, 'late-answer-failed')).toBe(1);
  });

  test('that fails after its waiting line is logged and counted once', async () => {
    const stage = await failsOnce(false);
    expect(failedLines(stage)).toMatchObject([{ entryPoint: 'command', errorName: 'RangeError' }]);
    expect(failedLines(stage, 'late-answer-failed')).toMatchObject([
      { entryPoint: 'command', method: 'response_url', errorName: 'ReplyError' },
    ]);
    expect(await counted(stage, 'answer-failed')).toBe(1);
  });
});

test.each(['unhandled-rejection', 'uncaught-exception'] as const)(
  'an %s of the process is logged without its message, and counted',
  async (event) => {
    const stage = await onStage();
    stage.app.failed(event, new TypeError('open-sesame'));
    expect(failedLines(stage, event)).toMatchObject([{ level: 50, errorName: 'TypeError' }]);
    expect(stage.log.text()).not.toContain('open-sesame');
    expect(await counted(stage, event)).toBe(1);
  },
);

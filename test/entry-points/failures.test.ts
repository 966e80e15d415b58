import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { asksForDetails, choose, done, paste, press, topModal } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';
const LUCY = 'U0LUCY';

async function stageThatKnows(): Promise<Stage> {
  const stage = await onStage();
  await types(stage, '700001', { userId: LUCY });
  return stage;
}

/** What the app told someone in their direct message. */
const direct = ({ slack }: Stage, userId: string): string =>
  [...slack.channels.values()]
    .filter(({ kind, members }) => kind === 'im' && members.has(userId))
    .flatMap(({ messages }) => messages.map(shownIn))
    .join();

const failures = (stage: Stage): number => loggedEvents(stage, 'answer-failed').length;

describe('a trigger that came too late', () => {
  test.each(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'])(
    '(%s) is told to who pressed, beside the card',
    async (error) => {
      const stage = await stageThatKnows();
      stage.slack.fault('views.open', { kind: 'error', error });
      await choose(stage, lastEphemeral(stage), 'people');
      await stage.slack.waitFor(() => shownIn(lastEphemeral(stage)).includes(en.failure['too-late'].what));
      expect(lastEphemeral(stage).userId).toBe(LUCY);
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('with three modals open is told to close one', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('views.open', { kind: 'error', error: 'push_limit_reached' });
    await choose(stage, lastEphemeral(stage), 'people');
    await stage.slack.waitFor(() =>
      shownIn(lastEphemeral(stage)).includes(en.failure['too-many-windows'].next),
    );
    expect(stage.slack.violations).toEqual([]);
  });

  test('of the find shortcut is told in a direct message', async () => {
    const stage = await onStage();
    stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await done(stage, () => stage.slack.globalShortcut({ appUrl: stage.appUrl, userId: LUCY }));
    await stage.slack.waitFor(() => direct(stage, LUCY).includes(en.failure['too-late'].what));
    expect(stage.slack.violations).toEqual([]);
  });

  test('of the message shortcut is told in the channel to who asked alone', async () => {
    const stage = await onStage();
    stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const message = await asksForDetails(stage, 'meeting 700001', { userId: LUCY });
    await stage.slack.waitFor(({ ephemerals }) => ephemerals.length > 0);
    expect(lastEphemeral(stage).userId).toBe(LUCY);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([message]);
  });
});

describe('a modal that was closed meanwhile', () => {
  test('is not filled, and nothing else breaks', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'hold' });
    const { slack, appUrl } = stage;
    const message = slack.say({ text: 'meeting 700002' });
    await done(stage, async () => {
      await slack.messageShortcut({ appUrl, message, userId: LUCY });
      await stage.conference.waitForQuestions(1);
      await slack.waitFor(({ stacks }) => (stacks.get(LUCY) ?? []).length > 0);
      await slack.closeView({ appUrl, view: topModal(stage, LUCY) });
      stage.conference.heal();
    });
    expect(slack.channels.get('C0TEAM')?.messages).toEqual([message]);
    expect((await types(stage, '700002')).shown).toContain('Design review');
  });
});

describe('a preview that Slack does not take', () => {
  test.each(['cannot_unfurl_url', 'cannot_find_message', 'cannot_unfurl_message'])(
    '(%s) is left alone, in silence',
    async (error) => {
      const stage = await stageThatKnows();
      const told = stage.slack.ephemerals.length;
      stage.slack.fault('chat.unfurl', { kind: 'error', error });
      await paste(stage, LINK);
      expect(failures(stage)).toBe(0);
      expect(stage.slack.ephemerals).toHaveLength(told);
    },
  );

  test('for another reason is logged, and the channel is told nothing', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('chat.unfurl', { kind: 'error', error: 'fatal_error' });
    const message = await paste(stage, LINK);
    expect(failures(stage)).toBe(1);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([message]);
  });
});

describe('a response URL that fails', () => {
  test.each([
    { kind: 'http', status: 500 },
    { kind: 'reset' },
    { kind: 'error', error: 'expired_url' },
  ] as const)('(%j) is logged without its address, and the next press works', async (fault) => {
    const stage = await stageThatKnows();
    const card = lastEphemeral(stage);
    stage.slack.fault('response_url', fault, 2);
    await press(stage, card, 'meeting_access');
    await until('it is logged', async () => loggedEvents(stage, 'late-answer-failed').length > 0);
    expect(stage.log.text()).not.toContain('/response/');
    stage.slack.heal();
    await press(stage, card, 'meeting_access');
    expect(shownIn(lastEphemeral(stage))).toContain('You are');
  });
});

test.each(['app_uninstalled', 'tokens_revoked'])(
  '%s is acknowledged, and Slack is called no more for it',
  async (type) => {
    const stage = await onStage();
    await stage.slack.waitFor(({ calls }) => calls.length > 0);
    const event = { type, tokens: { oauth: ['U0HAN'], bot: ['U0BOT'] } };
    const { status } = await done(stage, () => stage.slack.event({ appUrl: stage.appUrl, event }));
    expect(status).toBe(200);
    expect(stage.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
    expect(failures(stage)).toBe(0);
  },
);

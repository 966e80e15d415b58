import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listening } from '../../sandbox/listening.ts';
import { actor } from '../../sandbox/slack/deliver/desk.ts';
import type { Fields } from '../../sandbox/slack/fields.ts';
import { clickInEphemeral, clickInView } from '../../sandbox/slack/payloads/block-actions.ts';
import { slashCommand } from '../../sandbox/slack/payloads/slash-command.ts';
import { viewObject } from '../../sandbox/slack/state/view-store.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { done, modalShown, topModal } from '../support/interactions.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import { FORM, post, signed } from '../support/post.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = 'U0LUCY';

/** A server that is not Slack, and how often it was asked. */
async function stranger() {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('ok');
  });
  onTestFinished(() => void server.close());
  return { url: `${await listening(server)}/commands/x`, asked: () => asked };
}

const button = (action_id: string) => ({
  type: 'button',
  action_id,
  block_id: 'B1',
  value: '700001',
  action_ts: '1.000001',
});

const interaction = (stage: Stage, payload: Fields) => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return done(stage, () => post(stage.appUrl, signed(body, FORM, { nowMs: stage.now() })));
};

const direct = ({ slack }: Stage, userId: string): string =>
  [...slack.channels.values()]
    .filter(({ kind, members }) => kind === 'im' && members.has(userId))
    .flatMap(({ messages }) => messages.map(shownIn))
    .join();

test('a press whose response URL is not Slack’s is answered by a direct message, and nothing is sent there', async () => {
  const stage = await onStage();
  const { url, asked } = await stranger();
  const payload = clickInEphemeral({
    user: actor(stage.slack, LUCY),
    action: button('meeting_access'),
    responseUrl: url,
  });
  await interaction(stage, payload);
  await stage.slack.waitFor(() => direct(stage, LUCY).includes(en.failure.internal.what));
  expect(asked()).toBe(0);
  expect(loggedEvents(stage, 'reply-refused')).not.toEqual([]);
  expect(stage.log.text()).not.toContain(url);
});

test('a late answer to a command goes to no address that is not Slack’s', async () => {
  const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '2600' } });
  const { url, asked } = await stranger();
  stage.conference.fault({ kind: 'slow', ms: 1700 }, 1);
  const form = slashCommand({ user: actor(stage.slack, LUCY), text: '700001', responseUrl: url });
  const body = new URLSearchParams(form).toString();
  const { text } = await post(stage.appUrl, signed(body, FORM, { nowMs: stage.now() }));
  expect(text).toContain('Looking up the meeting');
  await stage.slack.waitFor(() => direct(stage, LUCY).includes(en.failure.internal.what));
  expect(asked()).toBe(0);
  expect(loggedEvents(stage, 'reply-refused')).not.toEqual([]);
});

test('a modal that remembers a response URL which is not Slack’s posts nothing there, and says that it cannot post', async () => {
  const stage = await onStage();
  const { url, asked } = await stranger();
  const message = stage.slack.say({ text: 'meeting 700001', channelId: 'G0SECRET' });
  await done(stage, () => stage.slack.messageShortcut({ appUrl: stage.appUrl, message, userId: LUCY }));
  const view = topModal(stage, LUCY);
  const metadata = { channelId: 'G0SECRET', threadTs: message.ts, responseUrl: url };
  await interaction(
    stage,
    clickInView({
      user: actor(stage.slack, LUCY),
      triggerId: stage.slack.triggers.mint(LUCY),
      action: button('meeting_post_in_thread'),
      view: { ...viewObject(view, stage.slack), private_metadata: JSON.stringify(metadata) },
    }),
  );
  expect(modalShown(stage, LUCY)).toContain('/invite @Meeting Cards');
  expect(asked()).toBe(0);
  expect(loggedEvents(stage, 'reply-refused')).toHaveLength(1);
});

test('a command that is answered at once does not need its response URL', async () => {
  const stage = await onStage();
  expect((await types(stage, '700001')).shown).toContain('Quarterly review');
  expect(loggedEvents(stage, 'reply-refused')).toEqual([]);
});

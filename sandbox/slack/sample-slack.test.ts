import { App, HTTPReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { button, message } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

let slack: SampleSlack;
let receiver: HTTPReceiver;
let appUrl: string;

beforeEach(async () => {
  slack = await startSampleSlack();
  const { signingSecret, botToken: token, apiUrl: slackApiUrl } = slack;
  receiver = new HTTPReceiver({ signingSecret });
  const app = new App({ receiver, token, clientOptions: { slackApiUrl } });
  app.command('/meeting', async ({ ack, respond, client, command }) => {
    await ack('One moment');
    const { user } = await client.users.info({ user: command.user_id, include_locale: true });
    const card = message({ type: 'actions', elements: [button({ action_id: 'again' })] });
    await respond({ ...card, text: `For ${user?.real_name} in ${user?.locale}` });
  });
  app.action('again', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Once more' });
  });
  app.shortcut('find_meeting', async ({ ack, client, shortcut }) => {
    await ack();
    const title = { type: 'plain_text' as const, text: 'Find a meeting' };
    const blocks = [{ type: 'section', text: title }];
    await client.views.open({ trigger_id: shortcut.trigger_id, view: { type: 'modal', title, blocks } });
  });
  const server = await receiver.start(0);
  const address = server.address();
  appUrl = `http://127.0.0.1:${address === null || typeof address === 'string' ? 0 : address.port}`;
});

afterEach(async () => {
  await receiver.stop();
  await slack.close();
});

it('carries a command, its answers and a click to and from Bolt', async () => {
  const answer = await slack.command({ appUrl, text: '649128' });
  expect(answer).toMatchObject({ status: 200, text: 'One moment', failure: undefined });
  const card = await slack.waitFor(({ ephemerals }) => ephemerals.find(({ blocks }) => blocks.length > 0));
  expect(card.text).toBe('For 韩梅梅 in zh-CN');
  await slack.click({ appUrl, surface: card, actionId: 'again' });
  await slack.waitFor(() => card.text === 'Once more');
  expect(card.blocks).toEqual([]);
  expect(slack.violations).toEqual([]);
});

it('carries a shortcut to Bolt, and the view that it opens', async () => {
  await slack.globalShortcut({ appUrl });
  const view = await slack.waitFor(({ views }) => [...views.values()][0]);
  expect(view).toMatchObject({ kind: 'modal', userId: 'U0HAN' });
});

it('is believed when it verifies the URL, and disbelieved with another secret', async () => {
  const { body, challenge } = await slack.verifyUrl({ appUrl });
  expect(body).toEqual({ challenge });
  const impostor = await startSampleSlack({ signingSecret: 'another' });
  const refused = await impostor.command({ appUrl, text: '649128' });
  expect(refused).toMatchObject({ status: 401, failure: 'dispatch_failed' });
  await impostor.close();
});

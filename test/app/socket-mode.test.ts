import { afterEach, beforeEach, expect, test } from 'vitest';
import { slashCommand } from '../../sandbox/slack/payloads/slash-command.ts';
import { openSocket, type SampleSocket } from '../../sandbox/slack/socket.ts';
import { openStage, type RunningApp, type Stage } from '../support/stage.ts';

let stage: Stage;
let socket: SampleSocket;
let app: RunningApp;

beforeEach(async () => {
  stage = await openStage();
  socket = await openSocket(stage.slack);
  app = await stage.startApp({ SLACK_APP_TOKEN: 'xapp-sample', SLACK_SIGNING_SECRET: '' });
  await socket.connected;
});

afterEach(async () => {
  await stage.close();
  await socket.close();
});

test('a command that comes over the socket is answered with its card', async () => {
  const answer = await socket.deliver('slash_commands', slashCommand({ text: '700001' }));
  expect(JSON.stringify(answer)).toContain('季度评审');
  expect(answer).toMatchObject({ response_type: 'ephemeral' });
});

test('a socket needs no endpoint for Slack, but health is still served', async () => {
  const [events, health] = await Promise.all([
    fetch(`${app.appUrl}/slack/events`, { method: 'POST', body: '{}' }),
    fetch(`${app.appUrl}/healthz`),
  ]);
  expect([events.status, health.status]).toEqual([404, 200]);
});

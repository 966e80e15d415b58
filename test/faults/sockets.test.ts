import { expect, onTestFinished, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { until } from '../../sandbox/redis/until.ts';
import { slashCommand } from '../../sandbox/slack/payloads/slash-command.ts';
import { openSocket } from '../../sandbox/slack/socket.ts';
import { onRedis } from '../support/on-redis.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { type Processes, processes } from './processes.ts';
import { readiness, readyz } from './readiness.ts';

/** So many processes that each open a socket to one Slack and share a Redis. */
async function onSockets(count: number) {
  const { slack, conference, questionsAbout }: Processes = await processes(0, {});
  const socket = await openSocket(slack);
  onTestFinished(() => socket.close());
  const env = {
    ...sampleEnvironment(slack, conference),
    SLACK_APP_TOKEN: 'xapp-sample',
    SLACK_SIGNING_SECRET: '',
    LOOKUPS_PER_MINUTE: '100000',
    REDIS_URL: (await onRedis()).url,
  };
  const apps: readonly AppProcess[] = await Promise.all(
    Array.from({ length: count }, () => startAppProcess(env)),
  );
  await until('each has its socket', async () => socket.clients() === count);
  const type = async (text: string): Promise<string> =>
    JSON.stringify(await socket.deliver('slash_commands', slashCommand({ text })));
  await until('each uses its Redis', async () => {
    await Promise.all(Array.from({ length: count }, () => type('700009')));
    const stores = await Promise.all(apps.map(async ({ url }) => (await readiness(url)).store));
    return stores.every((store) => store === 'ok');
  });
  return { apps, socket, conference, type, questionsAbout };
}

test('three processes on Socket Mode share what they know: a crowd costs one question', async () => {
  const { conference, type, questionsAbout } = await onSockets(3);
  conference.fault({ kind: 'slow', ms: 150 }, 1, infosPath);
  const shown = await Promise.all(Array.from({ length: 30 }, () => type('700002')));
  expect(shown.filter((text) => text.includes('Design review'))).toHaveLength(30);
  expect(questionsAbout('700002')).toBe(1);
});

/** A process on Socket Mode whose Slack has no socket for it yet. */
async function unconnected() {
  const { slack, conference }: Processes = await processes(0, {});
  const refused = { kind: 'http', status: 500 } as const;
  slack.fault('apps.connections.open', refused);
  const app = await startAppProcess({
    ...sampleEnvironment(slack, conference),
    SLACK_APP_TOKEN: 'xapp-sample',
    SLACK_SIGNING_SECRET: '',
  });
  const socket = await openSocket(slack);
  onTestFinished(() => socket.close());
  return { app, slack, socket, refused };
}

test('a process on Socket Mode is alive before its socket is connected, and ready after that', async () => {
  const { app, slack, socket } = await unconnected();
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect(await readyz(app.url)).toMatchObject({ code: 503, status: 'connecting', socket: 'connecting' });
  slack.heal();
  await until('it is ready', async () => (await readyz(app.url)).code === 200);
  expect(await readyz(app.url)).toMatchObject({ status: 'ok', socket: 'connected' });
  expect(socket.clients()).toBe(1);
  expect(await socket.deliver('slash_commands', slashCommand({ text: '700002' }))).toBeDefined();
});

test('a process that loses its socket stays ready, says that it is degraded, and opens another one, also where Slack does not let it at first', async () => {
  const { app, slack, socket, refused } = await unconnected();
  slack.heal();
  await until('it is ready', async () => (await readyz(app.url)).code === 200);
  slack.fault('apps.connections.open', refused);
  socket.drop();
  await until('it says so', async () => (await readyz(app.url)).socket === 'reconnecting');
  expect(await readyz(app.url)).toMatchObject({ code: 200, status: 'degraded' });
  const opened = (): number => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
  const before = opened();
  await until('it was refused a socket, again and again', async () => opened() > before + 2);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  slack.heal();
  await until('it is back', async () => (await readyz(app.url)).socket === 'connected');
  expect(await socket.deliver('slash_commands', slashCommand({ text: '700002' }))).toBeDefined();
});

test('a process whose token for the socket Slack does not accept does not start', async () => {
  const { slack, conference } = await processes(0, {});
  slack.fault('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
  const app = await startAppProcess({
    ...sampleEnvironment(slack, conference),
    SLACK_APP_TOKEN: 'xapp-sample',
    SLACK_SIGNING_SECRET: '',
  });
  expect(await app.ended).toBe(1);
});

test('a process on Socket Mode that is told to stop while it connects exits with 0', async () => {
  const { app } = await unconnected();
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('a process on Socket Mode that is told to stop answers what is in flight, and exits with 0', async () => {
  const { apps, socket, conference, type, questionsAbout } = await onSockets(2);
  conference.fault({ kind: 'hold' }, undefined, infosPath);
  const answers = [type('700002'), type('700002')];
  await until('it is asked', async () => questionsAbout('700002') === 1);
  apps[0]?.signal('SIGTERM');
  conference.heal();
  for (const answer of answers) expect(await answer).toContain('Design review');
  expect(await apps[0]?.ended).toBe(0);
  await until('one socket is left', async () => socket.clients() === 1);
  expect(await type('700002')).toContain('Design review');
});

import { expect, onTestFinished, test } from 'vitest';
import { infosPath } from '../support/conference/endpoints.ts';
import { sampleEnvironment } from '../support/environment.ts';
import { onRedis } from '../support/on-stage.ts';
import { until } from '../support/redis/until.ts';
import { slashCommand } from '../support/slack/payloads/slash-command.ts';
import { openSocket } from '../support/slack/socket.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { type Processes, processes } from './processes.ts';
import { readiness } from './readiness.ts';

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

test('a process on Socket Mode that is told to stop answers what is under way, and exits with 0', async () => {
  const { apps, socket, conference, type, questionsAbout } = await onSockets(2);
  conference.fault({ kind: 'slow', ms: 1000 }, 1, infosPath);
  const answers = [type('700002'), type('700002')];
  await until('it is asked', async () => questionsAbout('700002') === 1);
  apps[0]?.signal('SIGTERM');
  for (const answer of answers) expect(await answer).toContain('Design review');
  expect(await apps[0]?.ended).toBe(0);
  await until('one socket is left', async () => socket.clients() === 1);
  expect(await type('700002')).toContain('Design review');
});

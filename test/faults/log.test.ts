import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { until } from '../../sandbox/redis/until.ts';
import { startAppWritingTo } from './app-process.ts';
import { processes } from './processes.ts';
import { metric } from './readiness.ts';

const DROPPED = 'meeting_cards_log_lines_dropped_total';

/** The app between a Slack and a conference service, with its standard output on a descriptor of the test's. */
async function writingTo(output: number) {
  const { slack, conference } = await processes(0, {});
  const app = await startAppWritingTo(output, {
    ...sampleEnvironment(slack, conference),
    LOG_LEVEL: 'debug',
    LOOKUPS_PER_MINUTE: '100000',
  });
  const type = async (text: string): Promise<string> =>
    (await slack.command({ appUrl: app.url, text })).text ?? '';
  return { app, conference, type };
}

/** A pipe with a reader that never reads, until it goes away; `fill` leaves no room in it. */
function unreadPipe() {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-log-'));
  const path = join(folder, 'stdout');
  if (spawnSync('mkfifo', [path]).status !== 0) throw new Error('There is no pipe.');
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(path, constants.O_WRONLY);
  let isThere = true;
  const goAway = (): void => {
    if (isThere) closeSync(reader);
    isThere = false;
  };
  onTestFinished(() => {
    goAway();
    closeSync(writer);
    rmSync(folder, { recursive: true });
  });
  /** By a descriptor of its own, so that the one which the app is given stays blocking. */
  const fill = (): void => {
    const filler = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    try {
      for (;;) writeSync(filler, 'x'.repeat(512));
    } catch {
      closeSync(filler);
    }
  };
  return { writer, goAway, fill };
}

test('a full disk under standard output costs lines, which are counted, and no answer; the process ends when it is told to', async () => {
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  const { app, type } = await writingTo(full);
  expect(await type('700002')).toContain('Design review');
  await until('what was lost is counted', async () => (await metric(app.url, DROPPED)) > 0);
  expect(await type('700003')).toContain('700003');
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('a reader of the log that goes away costs lines, which are counted, and no answer; the process ends when it is told to', async () => {
  const pipe = unreadPipe();
  const { app, type } = await writingTo(pipe.writer);
  pipe.goAway();
  expect(await type('700002')).toContain('Design review');
  await until('what was lost is counted', async () => (await metric(app.url, DROPPED)) > 0);
  expect(await type('700003')).toContain('700003');
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('a reader of the log that goes away at the moment of SIGTERM does not delay the exit', async () => {
  const pipe = unreadPipe();
  const { app } = await writingTo(pipe.writer);
  pipe.goAway();
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

describe('a reader of the log that does not read', () => {
  test('delays no answer, nor the exit of a process that is told to stop', async () => {
    const pipe = unreadPipe();
    pipe.fill();
    const { app, type } = await writingTo(pipe.writer);
    expect(await type('700002')).toContain('Design review');
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  test('does not delay a process that is told to end at once', async () => {
    const pipe = unreadPipe();
    pipe.fill();
    const { app, conference, type } = await writingTo(pipe.writer);
    conference.fault({ kind: 'hang' }, undefined, infosPath);
    const lost = type('700002').catch(() => 'lost');
    await until('it asks', async () => conference.questions.length > 0);
    app.signal('SIGTERM');
    await until('it takes nothing new', () => refuses(app.url));
    app.signal('SIGTERM');
    expect(await app.ended).toBe(1);
    await lost;
  });
});

const refuses = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { CALENDAR_PATH, calendarLinks } from '../../src/calendar/link.ts';
import { calendarRoute } from '../../src/calendar/route.ts';
import { en } from '../../src/cards/words/en/index.ts';
import type { Meetings } from '../../src/conference/lookup.ts';
import { eventId } from '../../src/core/ids.ts';
import { secondsOf } from '../../src/core/time.ts';
import { webServer } from '../../src/ops/web.ts';

test('whatever goes wrong on the way to the meeting is answered with 500, and reported', async () => {
  const linksOf = calendarLinks('http://127.0.0.1', Buffer.alloc(32, 1));
  const failures: unknown[] = [];
  const broken = new Error('broken');
  const meetings: Meetings = { find: () => Promise.reject(broken), fresh: () => Promise.reject(broken) };
  const route = calendarRoute({
    linksOf,
    sourceOf: async () => ({ meetings, words: en }),
    clock: Date.now,
    onFailure: (error) => failures.push(error),
  });
  const server = webServer({ [CALENDAR_PATH]: route }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const id = eventId('700002');
  const link = id === undefined ? undefined : linksOf(undefined).make(id, secondsOf(Date.now));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}${CALENDAR_PATH}${new URL(link ?? '').search}`);
  expect([answer.status, failures]).toEqual([500, [broken]]);
});

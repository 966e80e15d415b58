import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { metric } from '../faults/readiness.ts';
import { icsValue } from '../support/ics.ts';
import { asksForDetails, choose, topModal } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, PLAIN, types } from '../support/on-stage.ts';
import { addressOf, shownIn } from '../support/reading.ts';

const PUBLIC = { PUBLIC_URL: 'https://cards.example/' };
const LABEL = en.addToCalendar;

/** So far into the future that no clock can be there: what reads it then throws. */
const BEYOND_TIME = 100_000_000_000;

describe('Add to calendar', () => {
  test.each([
    ['700002', true],
    ['700012', true],
    ['700001', false],
    ['700003', false],
    ['700004', false],
  ])('is on the private card of %s: %s', async (id, isShown) => {
    const stage = await onStage();
    expect((await types(stage, id)).answer.text.includes(LABEL)).toBe(isShown);
  });

  test('is not on a shared card', async () => {
    const stage = await onStage({ env: PUBLIC });
    const { answer } = await types(stage, 'share 700002');
    expect(answer.text).not.toContain(LABEL);
    expect(answer.text).not.toContain('cards.example');
  });

  test('sends the file as a direct message, and says so', async () => {
    const stage = await onStage();
    await types(stage, '700002', { userId: 'U0LUCY' });
    await choose(stage, lastEphemeral(stage), 'calendar');
    const direct = [...stage.slack.channels.values()].find(
      ({ kind, members }) => kind === 'im' && members.has('U0LUCY'),
    );
    expect(direct?.messages.flatMap(({ files }) => files)).toMatchObject([{ name: 'meeting-700002.ics' }]);
    const [file] = stage.slack.files.values();
    expect(icsValue(String(file?.content), 'SUMMARY')).toBe('Design review: search results');
    expect(String(file?.content)).not.toContain('201501990002700002');
    expect(shownIn(lastEphemeral(stage))).toContain(en.calendarSent);
    expect(stage.slack.violations).toEqual([]);
  });

  test('works in a modal', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700002', { userId: 'U0LUCY' });
    await choose(stage, topModal(stage, 'U0LUCY'), 'calendar');
    expect(shownIn(topModal(stage, 'U0LUCY'))).toContain(en.calendarSent);
    expect(stage.slack.files.size).toBe(1);
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('where the app has a public address', () => {
  const linkOn = async (env = PUBLIC) => {
    const stage = await onStage({ env });
    const { answer } = await types(stage, '700002', { userId: PLAIN });
    const link = new URL(String(addressOf(answer.body, 'calendar-link')));
    const fetched = (query: string) => fetch(`${stage.appUrl}${link.pathname}?${query}`);
    return { stage, link, fetched, card: lastEphemeral(stage) };
  };

  test('the choice is a link to the file', async () => {
    const { link, fetched } = await linkOn();
    expect(link.origin).toBe('https://cards.example');
    const answer = await fetched(link.searchParams.toString());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('meeting-700002.ics');
    expect(icsValue(await answer.text(), 'DTSTART')).toBe('20301231T020000Z');
  });

  test('the choice itself is acknowledged, and sends nothing', async () => {
    const { stage, card } = await linkOn();
    const { status } = await choose(stage, card, 'calendar-link');
    expect(status).toBe(200);
    expect(stage.slack.files.size).toBe(0);
  });

  test.each(['meeting', 'until', 'signature'])('a link with another %s is not found', async (name) => {
    const { link, fetched } = await linkOn();
    link.searchParams.set(name, '1999999999');
    const answer = await fetched(link.searchParams.toString());
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  test('a link that has expired is not found', async () => {
    const { stage, link, fetched } = await linkOn();
    stage.advance(9 * 86_400);
    expect((await fetched(link.searchParams.toString())).status).toBe(404);
  });

  test('a link whose meeting is gone is not found', async () => {
    const { stage, link, fetched } = await linkOn();
    stage.conference.meetings.remove(700_002);
    stage.advance(3 * 86_400);
    expect((await fetched(link.searchParams.toString())).status).toBe(404);
  });

  test('a link is put off while the endpoint fails', async () => {
    const { stage, link, fetched } = await linkOn();
    stage.advance(3 * 86_400);
    stage.conference.fault({ kind: 'http', status: 500 });
    expect((await fetched(link.searchParams.toString())).status).toBe(503);
  });

  test('a HEAD request gets what a GET request gets, without the file', async () => {
    const { stage, link, fetched } = await linkOn();
    const given = await fetched(link.searchParams.toString());
    const head = await fetch(`${stage.appUrl}${link.pathname}${link.search}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'content-disposition'])
      expect(head.headers.get(name)).toBe(given.headers.get(name));
  });

  test.each(['POST', 'PUT', 'DELETE'])('a %s request is not found', async (method) => {
    const { stage, link } = await linkOn();
    const { status } = await fetch(`${stage.appUrl}${link.pathname}${link.search}`, { method });
    expect(status).toBe(404);
  });

  test('a file that cannot be made is answered with 500, logged and counted', async () => {
    const { stage, link, fetched } = await linkOn();
    stage.advance(BEYOND_TIME);
    const answer = await fetched(link.searchParams.toString());
    expect([answer.status, await answer.text()]).toEqual([500, '']);
    expect(loggedEvents(stage, 'answer-failed').map((line): unknown => JSON.parse(line))).toMatchObject([
      { entryPoint: 'calendar', errorName: 'RangeError' },
    ]);
    expect(await metric(stage.appUrl, 'meeting_cards_failures_total{event="answer-failed"}')).toBe(1);
  });
});

test('without a public address the path does not exist', async () => {
  const stage = await onStage();
  expect((await fetch(`${stage.appUrl}/calendar?meeting=700002`)).status).toBe(404);
});

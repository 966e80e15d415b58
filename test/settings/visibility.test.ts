import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { changes, isAskedIn, linkOf, shares, showsSoon, threadOf } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { choose, modalShown, onlyUnfurl, paste, press, topModal } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn } from '../support/reading.ts';
import { asksToBeReminded, choosesReminder, passUntil, sentSoon, TOMORROW } from '../support/reminders.ts';
import { setsForWorkspace } from '../support/settings.ts';
import type { Stage } from '../support/stage.ts';
import { everyEntryPoint } from '../support/visibility/every-entry-point.ts';
import { markedMeeting, markersOf, usualCast } from '../support/visibility/marked-meeting.ts';
import { outsideMarkers } from '../support/visibility/outside-markers.ts';
import { found, sentToSlack, standingInChannels } from '../support/visibility/sent-texts.ts';

const { serial } = usualCast;
const TITLE = 'Quarterly review';
const STRANGER = 'U0POLLY';
const HOST = 'U0HAN';

/** What is for nobody who is not on the list: the title, the ways in, and all that people of other companies do not see either. */
const hiddenMarkers = [...outsideMarkers, `Marked ${serial}`, `open-${serial}`];

async function visit(
  userId: string,
  limited: 'hidden' | 'shown',
  env: Readonly<Record<string, string>> = {},
) {
  const stage = await onStage({
    env: {
      MEETING_VISIBILITY: 'invited',
      CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true',
      LOOKUPS_PER_MINUTE: '1000',
      WORK_OBJECTS: 'true',
      ...env,
    },
  });
  stage.conference.meetings.put(markedMeeting(usualCast, stage.now()));
  const marks = markersOf(usualCast);
  const answers = await everyEntryPoint({
    stage,
    userId,
    eventId: String(serial),
    openLink: `https://ntest.qsh1.cn/k/open-${serial}`,
    hostLinks: [...marks.hostLink, ...marks.coHostLink, ...marks.coHostRoles, ...marks.hostRoles],
    hostPassword: marks.hostPassword[0],
    limited,
  });
  expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  expect(stage.slack.violations).toEqual([]);
  return [...answers, ...sentToSlack(stage)];
}

describe('where only invited people see meetings', () => {
  test('whatever somebody does who is on no list, neither they nor a channel read more than that a meeting exists', async () => {
    const sent = await visit(STRANGER, 'hidden');
    for (const reader of ['person', 'channel'] as const)
      expect(found(sent, hiddenMarkers, reader)).toEqual([]);
    for (const reader of ['person', 'channel'] as const)
      expect(found(sent, [String(serial), '韩梅梅'], reader)).toEqual([String(serial), '韩梅梅']);
  });

  test('the host reads everything, alone, also where the file is a link for others; no channel does, whatever they share', async () => {
    const sent = await visit(HOST, 'shown', { PUBLIC_URL: 'https://cards.example' });
    const inChannels = sent.filter(({ where }) => !where.endsWith('.ics'));
    expect(found(inChannels, hiddenMarkers, 'channel')).toEqual([]);
    expect(found(sent, [`Marked ${serial}`, ...markersOf(usualCast).hostSecret], 'person')).toHaveLength(2);
    expect(JSON.stringify(sent)).not.toContain('cards.example/calendar');
  });

  test('an attendee has the whole card, and People', async () => {
    const stage = await onStage({ env: { MEETING_VISIBILITY: 'invited' } });
    expect((await types(stage, '700001', { userId: 'U0LI' })).shown).toContain(TITLE);
    await choose(stage, lastEphemeral(stage), 'people');
    expect(modalShown(stage, 'U0LI')).toContain('韩梅梅');
  });
});

describe('once an admin has set that only invited people see meetings', () => {
  const limitedStage = async (options = {}): Promise<Stage> => {
    const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' }, ...options });
    return stage;
  };

  test('a card for one person says that the meeting exists, when, whom to ask, and no more', async () => {
    const stage = await limitedStage();
    await setsForWorkspace(stage, { visibility: 'invited' });
    const { shown, spoken } = await types(stage, '700001', { userId: STRANGER });
    for (const text of [shown, spoken]) {
      expect(text).toContain('Meeting 700001');
      expect(text).toContain('韩梅梅');
      expect(text).not.toContain(TITLE);
    }
    expect(labelsIn(lastEphemeral(stage))).toEqual([en.myAccess]);
    expect(optionsIn(lastEphemeral(stage)).map((value) => value.split('/')[0])).toEqual(['refresh']);
  });

  test('the buttons of a card from before tell who is not invited no more', async () => {
    const stage = await limitedStage();
    await types(stage, '700002', { userId: STRANGER });
    const before = lastEphemeral(stage);
    expect(shownIn(before)).toContain('Design review');
    await setsForWorkspace(stage, { visibility: 'invited' });
    await choose(stage, before, 'people');
    expect(modalShown(stage, STRANGER)).toBe(en.peopleOnlyForInvited);
    await press(stage, before, 'meeting_access');
    expect(shownIn(lastEphemeral(stage))).not.toContain('Design review');
    stage.slack.files.clear();
    await choose(stage, before, 'calendar');
    expect(shownIn(lastEphemeral(stage))).toContain('Only people who are invited');
    expect(stage.slack.files.size).toBe(0);
    await choose(stage, before, 'refresh');
    expect(JSON.stringify(stage.slack.responses.at(-1)?.body)).not.toContain('Design review');
  });

  test('whoever is on the list opens their own card from the one in the channel', async () => {
    const stage = await limitedStage();
    await setsForWorkspace(stage, { visibility: 'invited' });
    const card = await shares(stage, '700001', { userId: HOST });
    expect(shownIn(card)).not.toContain(TITLE);
    await press(stage, card, 'meeting_details', { userId: HOST });
    expect(modalShown(stage, HOST)).toContain(TITLE);
    await press(stage, card, 'meeting_details', { userId: STRANGER });
    expect(modalShown(stage, STRANGER)).not.toContain(TITLE);
  });

  test('cards and previews that stand in channels lose what is for invited people at their next check, and so do their notes', async () => {
    const stage = await limitedStage();
    const card = await shares(stage, '700001', { userId: HOST });
    const preview = await paste(stage, linkOf('700001'));
    for (const shown of [card, onlyUnfurl(preview)]) expect(shownIn(shown)).toContain(TITLE);
    await setsForWorkspace(stage, { visibility: 'invited' });
    stage.advance(61);
    await showsSoon(stage, () => card, 'Only people who are invited');
    await showsSoon(stage, () => onlyUnfurl(preview), 'Only people who are invited');
    changes(stage, '700001', { status: 0 });
    stage.advance(61);
    await showsSoon(stage, () => card, en.phase.cancelled);
    const [note] = await stage.slack.waitFor(() => {
      const notes = threadOf(stage, card);
      return notes.length > 0 && notes;
    });
    expect(shownIn(note)).toContain('Meeting 700001');
    expect(JSON.stringify([card, note, onlyUnfurl(preview)])).not.toContain(TITLE);
  });

  test('the card of a meeting that is gone does not say what it was called', async () => {
    const stage = await limitedStage();
    const card = await shares(stage, '700002');
    await setsForWorkspace(stage, { visibility: 'invited' });
    stage.conference.meetings.remove('700002');
    await isAskedIn(stage, 61);
    await isAskedIn(stage, 61);
    await showsSoon(stage, () => card, en.gone);
    expect(JSON.stringify(standingInChannels(stage))).not.toContain('Design review');
  });

  test('titles of meetings that were looked up before are not listed, on the Home tab or by the command', async () => {
    const stage = await limitedStage();
    await types(stage, '700010', { userId: STRANGER });
    expect((await types(stage, '', { userId: STRANGER })).shown).toContain('All hands');
    await setsForWorkspace(stage, { visibility: 'invited' });
    const listed = [
      (await types(stage, '', { userId: STRANGER })).shown,
      shownIn(await openedHome(stage, STRANGER)),
    ];
    for (const text of listed) {
      expect(text).toContain('Meeting 700010');
      expect(text).not.toContain('All hands');
    }
  });

  test('the menu of a card from before sets a reminder without saying what the meeting is called', async () => {
    const stage = await limitedStage();
    await types(stage, TOMORROW, { userId: STRANGER });
    const before = lastEphemeral(stage);
    await setsForWorkspace(stage, { visibility: 'invited' });
    await choosesReminder(stage, before, 10, STRANGER);
    expect(shownIn(lastEphemeral(stage))).toContain(en.reminderSet(600));
    expect(JSON.stringify(lastEphemeral(stage))).not.toContain('Design review');
  });

  test('the question before a card is shared outside does not say it either', async () => {
    const stage = await limitedStage();
    await setsForWorkspace(stage, { visibility: 'invited' });
    await types(stage, 'share 700001', { userId: STRANGER, channelId: 'C0SHARED' });
    expect(labelsIn(lastEphemeral(stage))).toContain(en.shareAnyway);
    expect(JSON.stringify(lastEphemeral(stage))).not.toContain(TITLE);
  });

  test('who is invited turns the pages of the people, also when the stored meeting is too old to prove it', async () => {
    const stage = await limitedStage({ env: { CACHE_FRESH_SECONDS: '3600', MEETING_VISIBILITY: 'invited' } });
    await types(stage, '700010', { userId: 'U0HAN' });
    await choose(stage, lastEphemeral(stage), 'people', { userId: 'U0HAN' });
    stage.advance(400);
    await press(stage, topModal(stage, 'U0HAN'), 'meeting_people_page');
    expect(modalShown(stage, 'U0HAN')).toContain('2');
    expect(modalShown(stage, 'U0HAN')).not.toBe(zh.peopleOnlyForInvited);
  });

  test('a reminder that was set before comes without what is for invited people', async () => {
    const stage = await limitedStage();
    await asksToBeReminded(stage, TOMORROW, 10, STRANGER);
    await setsForWorkspace(stage, { visibility: 'invited' });
    expect(shownIn(await openedHome(stage, STRANGER))).not.toContain('Design review');
    passUntil(stage, 10);
    const [message] = await sentSoon(stage, STRANGER);
    expect(shownIn(message)).toContain('Only people who are invited');
    expect(JSON.stringify(message)).not.toContain('Design review');
  });
});

test('a link to a calendar file that was given before opens nothing once only invited people see meetings', async () => {
  const stage = await onStage({ env: { PUBLIC_URL: 'https://cards.example' } });
  const { answer } = await types(stage, '700002', { userId: STRANGER });
  const [address = ''] = /https:\/\/cards\.example\/calendar[^"]+/.exec(answer.text) ?? [];
  const path = address.replaceAll('\\u0026', '&').replace('https://cards.example', stage.appUrl);
  expect((await fetch(path)).status).toBe(200);
  await setsForWorkspace(stage, { visibility: 'invited' });
  expect((await fetch(path)).status).toBe(404);
});

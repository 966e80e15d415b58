import { describe, expect, test } from 'vitest';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { opensFlexpane } from '../support/flexpane.ts';
import { shares } from '../support/following.ts';
import { choose, modalShown, onlyUnfurl, paste, press, topModal } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage } from '../support/on-stage.ts';
import { addressOf, optionsIn, shownIn } from '../support/reading.ts';
import { choosesReminder } from '../support/reminders.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { markedMeeting, usualCast } from '../support/visibility/marked-meeting.ts';
import { COUNTS, outsideMarkers } from '../support/visibility/outside-markers.ts';
import { found, type SentText, sentToSlack, standingInChannels } from '../support/visibility/sent-texts.ts';

const FAR = 'U0FAR';
const { serial } = usualCast;
const LINK = `https://ntest.qsh1.cn/k/open-${serial}`;
const ORG = { id: 'E0ORG', name: 'Org' };

/** A card and a preview of a marked meeting in a channel that people of another company read. */
async function outsideCards(options: StageOptions = {}) {
  const stage = await onStage({ env: { CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' }, ...options });
  stage.conference.meetings.put(markedMeeting(usualCast, stage.now()));
  stage.slack.optionalScopes.clear();
  const card = await shares(stage, String(serial), { userId: 'U0HAN', channelId: 'C0SHARED' });
  const preview = onlyUnfurl(await paste(stage, LINK, { userId: 'U0HAN', channelId: 'C0SHARED' }));
  return { stage, card, preview };
}

/** All that was shown, to the person or the channel, a calendar file included; not what the app asked or answers by itself. */
const shownBy = (stage: Stage): readonly SentText[] =>
  [...sentToSlack(stage), ...standingInChannels(stage)]
    .filter(({ reader }) => reader !== 'operator')
    .map((text) => ({ ...text, reader: 'person' }));

describe.each([
  ['whom Slack shows as a stranger', {}],
  ['whom Slack does not show', { gone: true }],
  ['about whom Slack does not answer', { fault: true }],
])(
  'a person of another company %s',
  (_who, { gone = false, fault = false }: { gone?: boolean; fault?: boolean }) => {
    test('presses every button and is answered alone, with what anyone may see', async () => {
      const { stage, card, preview } = await outsideCards();
      const { slack } = stage;
      if (fault) slack.fault('users.info', { kind: 'error', error: 'internal_error' });
      slack.people.set('U0WEI', person({ id: 'U0WEI', teamId: 'T0FAR', isStranger: true }));
      const userId = gone ? 'U0WEI' : FAR;
      if (gone) slack.fault('users.info', { kind: 'error', error: 'user_not_visible' });
      const before = slack.channels.get('C0SHARED')?.messages.length;
      for (const actionId of ['meeting_join', 'meeting_access'])
        await press(stage, card, actionId, { userId });
      for (const choice of ['people', 'refresh'] as const) await choose(stage, card, choice, { userId });
      expect(modalShown(stage, userId)).toContain(en.peopleNotForOutsiders);
      await choose(stage, card, 'remove', { userId });
      expect(shownIn(lastEphemeral(stage))).toContain(en.onlySharerRemoves);
      slack.stacks.delete(userId);
      for (const actionId of ['meeting_join', 'meeting_access', 'meeting_details'])
        await press(stage, preview, actionId, { userId });
      expect(modalShown(stage, userId)).toContain(`Marked ${serial}`);
      const modal = topModal(stage, userId);
      await press(stage, modal, 'meeting_access', { userId });
      for (const choice of ['refresh', 'calendar', 'people', 'remind'] as const) {
        slack.stacks.set(userId, (slack.stacks.get(userId) ?? []).slice(0, 1));
        await choose(stage, modal, choice, { userId });
      }
      expect(slack.files.size).toBe(1);
      const shown = shownBy(stage);
      expect(found(shown, outsideMarkers, 'person')).toEqual([]);
      expect(shown.filter(({ text }) => COUNTS.test(text))).toEqual([]);
      expect(slack.channels.get('C0SHARED')?.messages).toHaveLength(before ?? 0);
      expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
      expect(slack.violations).toEqual([]);
    });
  },
);

test('their reminder shows them no more', async () => {
  const { stage, preview } = await outsideCards();
  await press(stage, preview, 'meeting_details', { userId: FAR });
  const modal = topModal(stage, FAR);
  await choosesReminder(stage, modal, 60, FAR);
  stage.advance((usualCast.startsIn - 60) * 60);
  await stage.slack.waitFor(({ calls }) =>
    calls.some(({ method, args }) => method === 'chat.postMessage' && String(args.channel).startsWith('D')),
  );
  expect(found(shownBy(stage), outsideMarkers, 'person')).toEqual([]);
});

test('they open a flexpane to what anyone may see, and the Work Object below the link has no more', async () => {
  const env = { CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true', WORK_OBJECTS: 'true' };
  const { stage } = await outsideCards({ env });
  const flexpane = await opensFlexpane(stage, FAR, { url: LINK, eventId: String(serial) });
  for (const shown of [flexpane, stage.slack.entities.get(LINK)]) {
    const text = JSON.stringify(shown);
    expect(text).toContain(`Marked ${serial}`);
    expect(outsideMarkers.filter((marker) => text.includes(marker))).toEqual([]);
  }
});

test('they are given no link to the calendar file of the company, but a file of their own', async () => {
  const { stage, preview } = await outsideCards({ env: { PUBLIC_URL: 'https://cards.example' } });
  const calendarOf = async (userId: string) => {
    await press(stage, preview, 'meeting_details', { userId });
    const modal = topModal(stage, userId);
    return [
      addressOf(modal, 'calendar-link'),
      optionsIn(modal).some((value) => value.startsWith('calendar/')),
    ];
  };
  expect(await calendarOf(FAR)).toEqual([undefined, true]);
  expect(await calendarOf('U0POLLY')).toEqual([expect.stringContaining('https://cards.example'), false]);
});

test('they read their own language where Slack tells it', async () => {
  const { stage, card } = await outsideCards();
  stage.slack.people.set(FAR, person({ id: FAR, teamId: 'T0FAR', isStranger: true, locale: 'zh-CN' }));
  await press(stage, card, 'meeting_access', { userId: FAR });
  expect(shownIn(lastEphemeral(stage))).toContain(zh.unproven['other-workspace']);
});

test('they spend their own lookups, and nobody else’s', async () => {
  const { stage, card } = await outsideCards({ env: { LOOKUPS_PER_MINUTE: '3' } });
  for (let time = 1; time <= 5; time += 1) await press(stage, card, 'meeting_access', { userId: FAR });
  const refused = lastEphemeral(stage);
  await press(stage, card, 'meeting_access', { userId: 'U0ANN' });
  expect(shownIn(refused)).not.toContain(en.accessOf.public);
  expect(shownIn(lastEphemeral(stage))).toContain(en.accessOf.public);
});

test('their Refresh does not give the channel more, even where an event just said that it is the company’s own', async () => {
  const { stage } = await outsideCards();
  const digits = String(serial);
  const card = await shares(stage, digits, { userId: 'U0HAN' });
  expect(shownIn(card)).not.toContain('Great hall');
  await paste(stage, 'https://ntest.qsh1.cn/k/none');
  stage.advance(60);
  await choose(stage, card, 'refresh', { userId: FAR });
  expect(shownIn(card)).not.toContain('Great hall');
  await choose(stage, card, 'refresh', { userId: 'U0HAN' });
  expect(shownIn(card)).not.toContain('Great hall');
});

test('their Refresh takes from a card what is for the company, since it shows who reads the channel', async () => {
  const { stage } = await outsideCards();
  await paste(stage, 'https://ntest.qsh1.cn/k/none');
  const card = await shares(stage, String(serial), { userId: 'U0HAN' });
  expect(shownIn(card)).toContain('Great hall');
  await choose(stage, card, 'refresh', { userId: FAR });
  expect(shownIn(card)).toContain(`Marked ${serial}`);
  expect(shownIn(card)).not.toContain('Great hall');
});

test('a person of the company without a Slack that answers sees what all of the company may see', async () => {
  const { stage, preview } = await outsideCards();
  stage.slack.fault('users.info', { kind: 'error', error: 'internal_error' });
  await press(stage, preview, 'meeting_details', { userId: 'U0POLLY' });
  expect(modalShown(stage, 'U0POLLY')).toContain('Great hall');
});

describe('where the app is installed for an organisation', () => {
  const identity = { enterprise: ORG, isEnterpriseInstall: true };

  test('a person of another workspace of it is not an outsider', async () => {
    const { stage, card, preview } = await outsideCards({ identity });
    stage.slack.people.set('U0ZED', person({ id: 'U0ZED', teamId: 'T0SISTER', enterpriseId: ORG.id }));
    await press(stage, preview, 'meeting_details', { userId: 'U0ZED' });
    expect(modalShown(stage, 'U0ZED')).toContain('Great hall');
    stage.slack.stacks.delete('U0ZED');
    await choose(stage, card, 'people', { userId: 'U0ZED' });
    expect(modalShown(stage, 'U0ZED')).toContain('5 people');
  });

  test('a person of another organisation is', async () => {
    const { stage, preview } = await outsideCards({ identity });
    stage.slack.people.set('U0ZED', person({ id: 'U0ZED', teamId: 'T0FAR', enterpriseId: 'E0FAR' }));
    await press(stage, preview, 'meeting_details', { userId: 'U0ZED' });
    expect(modalShown(stage, 'U0ZED')).toContain(`Marked ${serial}`);
    expect(modalShown(stage, 'U0ZED')).not.toContain('Great hall');
  });
});

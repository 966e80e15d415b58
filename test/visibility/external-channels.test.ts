import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, shares, showsSoon, threadOf } from '../support/following.ts';
import { onlyUnfurl, paste } from '../support/interactions.ts';
import { loggedEvents, onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';
import { everyEntryPoint } from '../support/visibility/every-entry-point.ts';
import { markedMeeting, markersOf, usualCast } from '../support/visibility/marked-meeting.ts';
import { COUNTS, inChannels, outsideMarkers } from '../support/visibility/outside-markers.ts';
import { found, sentToSlack, standingInChannels } from '../support/visibility/sent-texts.ts';

const { serial } = usualCast;
const LINK = `https://ntest.qsh1.cn/k/open-${serial}`;

/** All channels are shared with another company; the attendee password may stand in channels. */
async function outsideStage({ scopes }: { readonly scopes: boolean }): Promise<Stage> {
  const stage = await onStage({
    env: {
      CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true',
      WORK_OBJECTS: 'true',
      LOOKUPS_PER_MINUTE: '1000',
      CARD_CHECK_SECONDS: '60',
    },
  });
  stage.conference.meetings.put(markedMeeting(usualCast, stage.now()));
  for (const channel of stage.slack.channels.values()) channel.isShared = channel.kind !== 'im';
  if (!scopes) stage.slack.optionalScopes.clear();
  return stage;
}

describe.each([
  ['is known to be shared with another company', true],
  ['may be shared with another company, for all the app knows', false],
])('a channel that %s', (_what, scopes) => {
  test.each([
    ['the host', 'U0HAN'],
    ['a stranger', 'U0POLLY'],
  ])('reads nothing that is for the company, whatever %s does there', async (_who, userId) => {
    const stage = await outsideStage({ scopes });
    const marks = markersOf(usualCast);
    const answers = await everyEntryPoint({
      stage,
      userId,
      eventId: String(serial),
      openLink: LINK,
      hostLinks: [...marks.hostLink, ...marks.coHostLink, ...marks.coHostRoles, ...marks.hostRoles],
      hostPassword: marks.hostPassword[0],
    });
    const read = inChannels([...answers, ...sentToSlack(stage)]);
    expect(found(read, outsideMarkers, 'channel')).toEqual([]);
    expect(read.filter(({ text }) => COUNTS.test(text))).toEqual([]);
    expect(found(read, [`Marked ${serial}`], 'channel')).toEqual([`Marked ${serial}`]);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });

  test('reads title, state, time, host and Join, shared or under a link', async () => {
    const stage = await outsideStage({ scopes: false });
    const card = await shares(stage, String(serial), { userId: 'U0HAN' });
    const preview = onlyUnfurl(await paste(stage, LINK));
    for (const shown of [card, preview]) {
      const text = shownIn(shown);
      for (const part of [`Marked ${serial}`, en.phase.upcoming, 'Jan 3, 2031']) expect(text).toContain(part);
      expect(JSON.stringify(shown)).toContain(`"action_id":"meeting_join"`);
    }
    expect(shownIn(card)).toContain('*Host* 韩梅梅');
  });
});

test('a followed card in such a channel stays as it is after every change of its meeting, and so do its notes', async () => {
  const stage = await outsideStage({ scopes: false });
  const digits = String(serial);
  const card = await shares(stage, digits, { userId: 'U0HAN' });
  const message = await paste(stage, LINK);
  const own = 'C0NOBOT';
  Object.assign(stage.slack.channels.get(own) ?? {}, { isShared: false });
  const inside = await paste(stage, LINK, { channelId: own });
  changes(stage, digits, { title: 'Other title', attendList: [] });
  stage.advance(61);
  await showsSoon(stage, () => card, 'Other title');
  await showsSoon(stage, () => onlyUnfurl(message), 'Other title');
  changes(stage, digits, markedMeeting({ ...usualCast, startsIn: 1 }, stage.now()));
  stage.conference.meetings.live.start(digits, 12);
  stage.advance(61);
  await showsSoon(stage, () => card, en.phase.live);
  await showsSoon(stage, () => onlyUnfurl(message), en.phase.live);
  stage.advance(61);
  await showsSoon(stage, () => onlyUnfurl(inside), en.inMeeting(12));
  stage.conference.meetings.live.end(digits);
  changes(stage, digits, { status: 0 });
  stage.advance(61);
  await showsSoon(stage, () => card, en.phase.cancelled);
  await stage.slack.waitFor(() => threadOf(stage, card).length > 0);
  const read = inChannels([...sentToSlack(stage), ...standingInChannels(stage)]).filter(
    ({ text }) => !text.includes(own),
  );
  expect(read.length).toBeGreaterThan(5);
  expect(found(read, outsideMarkers, 'channel')).toEqual([]);
  expect(read.filter(({ text }) => COUNTS.test(text))).toEqual([]);
});

test('a channel of the company alone reads rooms, numbers and the attendee password as before', async () => {
  const stage = await outsideStage({ scopes: true });
  for (const channel of stage.slack.channels.values()) channel.isShared = false;
  const card = await shares(stage, String(serial), { userId: 'U0HAN' });
  const preview = onlyUnfurl(await paste(stage, LINK));
  for (const part of [
    'Great hall',
    '*Invited* 5: 5 confirmed',
    `open-role-${serial}`,
    ...markersOf(usualCast).attendeePassword,
  ])
    expect(shownIn(card)).toContain(part);
  expect(shownIn(preview)).toContain('Great hall');
});

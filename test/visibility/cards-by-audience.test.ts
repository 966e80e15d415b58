import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/calendar/file.ts';
import { accessCard } from '../../src/cards/access-card.ts';
import type { CardSurface } from '../../src/cards/card-options.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { homeView } from '../../src/cards/home-view.ts';
import { hostLinkWarning } from '../../src/cards/host-link-warning.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { agendaEntry, meetingEntry } from '../../src/cards/meeting-list.ts';
import { peopleModal } from '../../src/cards/people-modal.ts';
import { todayCard } from '../../src/cards/today-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { byDay } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { peopleOf } from '../../src/core/view-fields.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { currentCopy } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { second, timed } from '../support/units.ts';
import { forbiddenIn, markedMeeting, markersOf, usualCast } from '../support/visibility/marked-meeting.ts';

const NOW = second(1_924_912_800);
const meeting = decoded(markedMeeting({ ...usualCast, startsIn: 60 }, NOW * 1000));
const marks = markersOf(usualCast);
const all = [...Object.values(marks).flat(), ...forbiddenIn(usualCast)];
const viewer = (digits: string): Viewer => {
  const userId = vendorUserId(digits);
  if (userId === undefined) throw new Error(`${digits} is not an id`);
  return { kind: 'proven', userId, name: undefined };
};
const attendees = [
  ...marks.attendeePassword,
  ...marks.passphrase,
  ...marks.liveStreamPassword,
  ...marks.h323Addresses,
];
const hosts = [
  ...attendees,
  ...[marks.coHostLink, marks.coHostRoles, marks.hostLink].flat(),
  ...[marks.hostPassword, marks.hostSecret, marks.hostRoles].flat(),
];

/** For each audience: someone of it, and the markers on their cards in private. */
const AUDIENCES = [
  ['public', viewer('88893354'), []],
  ['attendee', viewer('88893353'), attendees],
  ['co-host', viewer('88893352'), [...attendees, ...marks.coHostLink, marks.coHostRoles[0]]],
  ['host', viewer('88893351'), hosts],
] as const;

const SURFACES: readonly CardSurface[] = [
  { kind: 'private' },
  { kind: 'modal', thread: 'none' },
  { kind: 'modal', thread: 'can-post' },
  { kind: 'modal', thread: 'posted' },
  { kind: 'reminder' },
];
const found = (shown: unknown): string[] => {
  const text = JSON.stringify(shown);
  return all.filter((marker) => text.includes(marker)).sort();
};
const common = { now: NOW, asOf: NOW, stale: false };

describe.each([en, zh])('in $locale', (words) => {
  describe.each(AUDIENCES)('the %s', (audience, who, theirs) => {
    const view = viewFor(meeting, who, PRIVATE);
    const own = who.kind === 'proven' ? [who.userId] : [];

    test('is of that audience', () => {
      expect(view.audience).toBe(audience);
    });

    test('finds all that is theirs and nothing else in My access', () => {
      const shown = found(accessCard(view, who, words, NOW, currentCopy(NOW)));
      expect(shown).toEqual([...theirs, ...own.filter((id) => all.includes(id))].sort());
    });

    test.each(SURFACES)('finds nothing that is not theirs on their card (%j)', (surface) => {
      const shown = found(meetingCard(view, { ...common, words, surface }));
      expect(shown.filter((marker) => !theirs.some((one) => one === marker))).toEqual([]);
      expect(shown).not.toContain(marks.hostPassword[0]);
    });

    test('finds nothing that is not for all in lists, on the Home tab and among the people', () => {
      const agenda = { kind: 'days', days: byDay([view], meeting.zone) } as const;
      const person = { eventId: meeting.eventId, page: 1 };
      const home = homeView({ recents: [meeting], agenda, zone: meeting.zone, now: NOW }, words);
      const lists = [
        meetingEntry(view, words, NOW),
        agendaEntry(view, words, { now: NOW, offersJoin: true }),
      ];
      const people = peopleModal(meeting.title, peopleOf(meeting), person, words);
      expect(found([home, lists, people, todayCard([view], words, NOW)])).toEqual([]);
    });

    test('makes no difference to what a channel sees', () => {
      const shared = viewFor(meeting, who, {
        kind: 'shared',
        reach: 'company',
        showsAttendeePassword: false,
        visibility: 'everyone',
        zone: 'meeting',
      });
      const card = meetingCard(shared, { ...common, words, surface: { kind: 'shared', sharedBy: 'U0HAN' } });
      const file = calendarFile(timed(shared), words, NOW);
      expect(found([card, compactCard(shared, { words, now: NOW, homeZone: shared.zone }), file])).toEqual(
        [],
      );
    });
  });

  test('the warning of a host link does not repeat the link', () => {
    const { title, attendeeLink } = meeting;
    expect(found(hostLinkWarning({ kind: 'host', title, attendeeLink }, words))).toEqual([]);
  });
});

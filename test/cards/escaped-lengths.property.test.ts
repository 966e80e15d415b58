import type { AnyBlock, KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOfMessage } from '../../sandbox/block-kit/message.ts';
import { violationsOfUnfurl } from '../../sandbox/block-kit/unfurl.ts';
import { violationsOfView } from '../../sandbox/block-kit/view.ts';
import { accessCard } from '../../src/cards/access-card.ts';
import { type Card, section } from '../../src/cards/blocks.ts';
import type { CardSurface } from '../../src/cards/card-options.ts';
import { classicBlocks } from '../../src/cards/classic-blocks.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { confirmShareCard } from '../../src/cards/confirm-share-card.ts';
import { failureCard } from '../../src/cards/failure-card.ts';
import { findForm } from '../../src/cards/find-form.ts';
import { helpCard, noticeCard } from '../../src/cards/help-card.ts';
import { homeView } from '../../src/cards/home-view.ts';
import { hostLinkWarning } from '../../src/cards/host-link-warning.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { meetingEntry } from '../../src/cards/meeting-list.ts';
import { modal } from '../../src/cards/modal.ts';
import { mrkdwn } from '../../src/cards/mrkdwn.ts';
import { cancelledNote, movedNote } from '../../src/cards/notes.ts';
import { peopleModal } from '../../src/cards/people-modal.ts';
import { slackBlocks } from '../../src/cards/readonly-blocks.ts';
import { calledOffCard, reminderSetCard } from '../../src/cards/reminder-cards.ts';
import { todayCard } from '../../src/cards/today-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { byDay } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId, webLink } from '../../src/core/ids.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { peopleOf } from '../../src/core/view-fields.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { currentCopy, nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { second, timed } from '../support/units.ts';
import { overlong } from './overlong-meeting.ts';

const LIVE = second(1_924_912_000);
const EARLIER = second(1_924_800_000);
const SHARED = {
  kind: 'shared',
  reach: 'company',
  showsAttendeePassword: true,
  visibility: 'everyone',
  zone: 'meeting',
} as const;
const SURFACES: readonly CardSurface[] = [
  { kind: 'private' },
  { kind: 'modal', thread: 'posted' },
  { kind: 'reminder' },
  { kind: 'shared', sharedBy: 'U0HAN' },
];

/** The app makes no others. */
const isOurs = (block: AnyBlock): block is KnownBlock => block.type !== '';

const text = fc
  .tuple(
    fc.constantFrom(
      '&',
      '<',
      '>',
      '&<>',
      '&amp;',
      '<!channel>',
      '"\\',
      ':x:',
      '*_~`',
      '季',
      '👩🏽‍💻',
      'e\u0301',
    ),
    fc.integer({ min: 1, max: 1000 }),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)));
const linkEnd = fc
  .tuple(fc.constantFrom('&', 'a&', 'x'), fc.integer({ min: 0, max: 1900 }))
  .map(([unit, length]) => unit.repeat(length / unit.length));
const words = fc.constantFrom(en, zh);

function viewersOf({ invitees }: Meeting): Viewer[] {
  const ids = [vendorUserId('88893351'), ...invitees.slice(1, 4).map(({ userId }) => userId)];
  return [nobody, ...ids.filter((id) => id !== undefined).map((userId) => proven(userId))];
}
const proven = (userId: NonNullable<ReturnType<typeof vendorUserId>>): Viewer => ({
  kind: 'proven',
  userId,
  name: '&'.repeat(500),
});

/** Slack refuses a message of some 11,000 characters (slackapi/bolt-js issue 2867), and says nowhere of how many. */
const ALL_TEXT_MAX = 11_000;

function lengthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const lengths = Object.entries(value).map(([key, part]) =>
    typeof part === 'string' ? (key === 'text' ? part.length : 0) : lengthOf(part),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

function problemsOf(message: Card): string[] {
  const length = lengthOf(message.blocks);
  return [...violationsOfMessage({ ...message }), ...(length < ALL_TEXT_MAX ? [] : [`${length} characters`])];
}

const holds = (check: (shown: string, meeting: Meeting, texts: typeof en) => readonly string[]): void =>
  fc.assert(
    fc.property(text, linkEnd, words, (shown, end, texts) => {
      expect(check(shown, decoded(overlong(shown, end)), texts)).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true, examples: [['&'.repeat(1000), '&'.repeat(1900), en]] },
  );

describe('however much longer escaping makes a text, Slack takes', () => {
  test('the full card, on every surface and for every viewer', () => {
    holds((_shown, meeting, texts) =>
      viewersOf(meeting).flatMap((viewer) =>
        SURFACES.flatMap((surface) => {
          const view = viewFor(meeting, viewer, surface.kind === 'shared' ? SHARED : PRIVATE);
          const options = { words: texts, now: LIVE, asOf: LIVE, stale: true, surface, menu: MENU_OPTIONS };
          const card = meetingCard(view, options);
          const everything = JSON.stringify(card.blocks);
          const needed = [texts.where, texts.joinAs, texts.also, texts.people, texts.staleAsOf];
          return [
            ...needed.filter((said) => !everything.includes(said)).map((said) => `does not say: ${said}`),
            ...(surface.kind === 'modal' ? [] : problemsOf({ ...card })),
            ...(surface.kind === 'modal' ? violationsOfView(modal(texts.meeting, texts, card.blocks)) : []),
            ...violationsOfMessage({ ...card, blocks: classicBlocks(slackBlocks(card.blocks)) }),
          ];
        }),
      ),
    );
  });

  test('My access, for every viewer', () => {
    holds((_shown, meeting, texts) =>
      viewersOf(meeting).flatMap((viewer) =>
        problemsOf({
          ...accessCard(viewFor(meeting, viewer, PRIVATE), viewer, texts, LIVE, currentCopy(LIVE)),
        }),
      ),
    );
  });

  test('the card under a link', () => {
    holds((_shown, meeting, texts) =>
      violationsOfUnfurl({
        blocks: compactCard(viewFor(meeting, nobody, SHARED), {
          words: texts,
          now: LIVE,
          homeZone: meeting.zone,
        }),
      }),
    );
  });

  test('the notes of what changed, and what reminders say', () => {
    holds((shown, meeting, texts) => {
      const view = viewFor(meeting, nobody, SHARED);
      return [
        cancelledNote(view, texts),
        movedNote(
          view,
          { from: { ...view, start: second(timed(view).start - 86_400) }, to: timed(view) },
          texts,
        ),
        calledOffCard(view, texts, 'both'),
        reminderSetCard({ title: shown, id: 'x'.repeat(2000), minutes: 10 }, texts),
      ].flatMap((message) => problemsOf({ ...message }));
    });
  });

  test('the warning of a host link', () => {
    holds((_shown, { title, attendeeLink }, texts) =>
      problemsOf({ ...hostLinkWarning({ kind: 'host', title, attendeeLink }, texts) }),
    );
  });

  test('the question before a card leaves the company', () => {
    holds((shown, { title, eventId }, texts) =>
      problemsOf({ ...confirmShareCard({ eventId, title, company: shown, to: 'channel' }, texts) }),
    );
  });

  test('the help and failure cards, and the find form', () => {
    holds((shown, { eventId }, texts) => {
      const recents = Array.from({ length: 10 }, () => ({ eventId, title: shown }));
      const failure = { kind: 'refused', code: shown, message: shown, requestId: shown, eventId } as const;
      return [
        ...problemsOf({ ...helpCard('words', shown, texts, { recents }) }),
        ...problemsOf({ ...failureCard(failure, texts) }),
        ...problemsOf({ ...noticeCard(shown) }),
        ...violationsOfView(findForm(texts, shown)),
      ];
    });
  });

  test('the list of people, and a choice of meetings', () => {
    holds((_shown, meeting, texts) => {
      const people = peopleOf(meeting);
      const { eventId, title } = meeting;
      const view = viewFor(meeting, nobody, PRIVATE);
      const entries = Array.from({ length: 120 }, () => meetingEntry(view, texts, LIVE));
      return [
        ...[1, 2].flatMap((page) =>
          violationsOfView(peopleModal(title, people, { eventId, page }, texts, Array(500).fill(title))),
        ),
        ...violationsOfView(modal(title, texts, [section(mrkdwn`${title}`), ...entries])),
      ];
    });
  });

  test('a Home tab and a day of a hundred such meetings', () => {
    holds((shown, meeting, texts) => {
      const view = viewFor(meeting, nobody, PRIVATE);
      const meetings = Array.from({ length: 100 }, () => ({ ...view }));
      const { eventId, zone } = meeting;
      const recents = Array.from({ length: 10 }, () => ({ eventId, title: shown }));
      const days = byDay(meetings, zone);
      const reminders = Array.from({ length: 100 }, () => ({
        id: 'x'.repeat(2000),
        title: shown,
        start: LIVE,
        minutes: 10 as const,
      }));
      const supportUrl = webLink(`https://support.example/?${'&'.repeat(1900)}`);
      const lastFailure = { kind: 'refused', code: shown, message: shown, at: LIVE } as const;
      const account = { state: { kind: 'unreadable' } as const, lastFailure };
      const homes = [EARLIER, LIVE].map((now) =>
        homeView(
          {
            recents,
            zone,
            now,
            agenda: { kind: 'days', days },
            reminders,
            menu: MENU_OPTIONS,
            account,
            supportUrl,
          },
          texts,
        ),
      );
      return [
        ...homes.flatMap((home) => {
          const classic = { ...home, blocks: classicBlocks(home.blocks.filter(isOurs)) };
          const isWhole = JSON.stringify(classic.blocks.at(-1)).includes(texts.asOf);
          return [home, classic].flatMap(violationsOfView).concat(isWhole ? [] : ['its end is cut off']);
        }),
        ...problemsOf({ ...todayCard(meetings, texts, LIVE) }),
      ];
    });
  });
});

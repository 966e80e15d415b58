import { describe, expect, test } from 'vitest';
import { accessCard } from '../../src/cards/access-card.ts';
import { accountForm, accountSection } from '../../src/cards/account-form.ts';
import { compactCard } from '../../src/cards/compact-card.ts';
import { confirmShareCard } from '../../src/cards/confirm-share-card.ts';
import { failureCard, throttledCard } from '../../src/cards/failure-card.ts';
import { findForm } from '../../src/cards/find-form.ts';
import { goneCard, goneNote, goneUnfurl } from '../../src/cards/gone-card.ts';
import { helpCard, lookingUpCard } from '../../src/cards/help-card.ts';
import { homeView } from '../../src/cards/home-view.ts';
import { hostLinkWarning } from '../../src/cards/host-link-warning.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { cancelledNote, movedNote } from '../../src/cards/notes.ts';
import { peopleModal } from '../../src/cards/people-modal.ts';
import { calledOffCard, calledOffGoneCard, reminderSetCard } from '../../src/cards/reminder-cards.ts';
import { settingsForm } from '../../src/cards/settings-form.ts';
import { settingsToldCard } from '../../src/cards/settings-told.ts';
import { todayCard } from '../../src/cards/today-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import type { FailureKind } from '../../src/cards/words/failure-words.ts';
import type { Words } from '../../src/cards/words/words.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import type { AccountState } from '../../src/core/account-state.ts';
import { byDay } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { webLink } from '../../src/core/ids.ts';
import type { NoReferenceReason } from '../../src/core/reference.ts';
import { REMINDER_MINUTES } from '../../src/core/reminder.ts';
import { peopleOf } from '../../src/core/view-fields.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { currentCopy } from '../support/card-options.ts';
import { personOf } from '../support/person.ts';
import { SETTINGS } from '../support/rules.ts';
import { timed, userOf } from '../support/units.ts';
import { hostViewer, nobody, now, silentMeeting } from './silent-meeting.ts';

const unproven: Viewer[] = (
  [
    'not-asked',
    'other-workspace',
    'bot',
    'no-email',
    'unconfirmed-email',
    'confirmation-unknown',
    'unknown-to-vendor',
    'no-account',
    'could-not-check',
    'unknown-origin',
  ] as const
).map((reason) => ({ kind: 'unproven', reason }));
const failures: FailureKind[] = [
  'not-found',
  'unknown-password',
  'unknown-link',
  'refused',
  'timeout',
  'unreachable',
  'unreadable',
  'busy',
  'no-account',
  'too-late',
  'too-many-windows',
  'internal',
];
const reasons: (NoReferenceReason | 'help')[] = [
  'help',
  'empty',
  'words',
  'sign',
  'fraction',
  'too-long',
  'out-of-range',
  'foreign-link',
];

const [admin, conferenceUser] = [personOf('T1', 'U1').userId, userOf('1')];
const accountStates: AccountState[] = [
  { kind: 'deployment' },
  { kind: 'none' },
  { kind: 'unreadable' },
  { kind: 'unavailable' },
  ...[true, false].map(
    (isAllowed): AccountState => ({
      kind: 'connected',
      url: 'https://1.2',
      userId: conferenceUser,
      linkDomains: undefined,
      setBy: admin,
      setAt: now,
      isAllowed,
    }),
  ),
];

/** Everything that the app can show, in one language, of meetings whose own texts have no letter. */
function everything(words: Words): unknown[] {
  const meetings = [
    silentMeeting(),
    silentMeeting({ startTime: now + 700, endTime: now + 90_000, isGnet: 0 }),
    silentMeeting({ startTime: now - 90_000, endTime: now - 86_400, confMode: 1 }),
    silentMeeting({ status: 0 }),
  ];
  const cards = meetings.flatMap((meeting) =>
    [nobody, hostViewer].flatMap((viewer) => {
      const view = viewFor(meeting, viewer, PRIVATE);
      const limited = viewFor(meeting, nobody, { ...PRIVATE, visibility: 'invited' });
      const options = { words, now, asOf: now, stale: true };
      return [
        meetingCard(view, { ...options, surface: { kind: 'private' }, menu: MENU_OPTIONS }),
        meetingCard(view, { ...options, surface: { kind: 'reminder' } }),
        meetingCard(view, { ...options, surface: { kind: 'modal', thread: 'posted' } }),
        meetingCard(view, { ...options, surface: { kind: 'modal', thread: 'can-post' } }),
        accessCard(view, viewer, words, now, currentCopy(now)),
        ...(['public', 'attendee'] as const).map((upTo) =>
          accessCard(viewFor(meeting, viewer, { ...PRIVATE, upTo }), viewer, words, now, {
            asOf: now,
            stale: true,
            upTo,
          }),
        ),
        todayCard([view], words, now),
        meetingCard(limited, { ...options, surface: { kind: 'private' } }),
        meetingCard(limited, { ...options, surface: { kind: 'shared', sharedBy: 'U1' }, menu: MENU_OPTIONS }),
        accessCard(limited, viewer, words, now, currentCopy(now)),
        todayCard([limited], words, now),
      ];
    }),
  );
  const [meeting = silentMeeting()] = meetings;
  const shared = viewFor(meeting, nobody, {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: true,
    visibility: 'everyone',
    zone: 'meeting',
  });
  const endedView = viewFor(silentMeeting({ status: 4 }), nobody, {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: true,
    visibility: 'everyone',
    zone: 'meeting',
  });
  const people = Array.from({ length: 90 }, () => peopleOf(meeting)).flat();
  const reminders = REMINDER_MINUTES.map((minutes) => ({ id: '1', title: '', start: now, minutes }));
  const home = { recents: [meeting], zone: meeting.zone, now };
  const supportUrl = webLink('https://support.example/');
  return [
    cards,
    [shared, endedView].flatMap((view) => {
      const surface = { kind: 'shared', sharedBy: 'U1' } as const;
      const progress = { running: { attendeeCount: 12 }, next: shared };
      return [
        meetingCard(view, { ...progress, words, now, asOf: now, stale: false, surface, menu: MENU_OPTIONS }),
        compactCard(view, { ...progress, words, now, homeZone: view.zone }),
        cancelledNote(view, words),
        movedNote(view, { from: timed(shared), to: timed(shared) }, words),
        calledOffCard(view, words, 'both'),
        calledOffGoneCard(view, words, 'both'),
        ...(['gone', 'cancelled', 'ended'] as const).flatMap((phase) => [
          goneCard({ ...view, phase }, words, { sharedBy: 'U1', menu: MENU_OPTIONS }),
          goneUnfurl({ ...view, phase }, words, view.zone),
          goneNote({ ...view, phase }, words),
        ]),
      ];
    }),
    REMINDER_MINUTES.map((minutes) => reminderSetCard({ title: '', id: '1', minutes }, words)),
    unproven.map((viewer) => accessCard(shared, viewer, words, now, currentCopy(now))),
    failures.map((kind) =>
      failureCard({ kind, code: '1', message: '2', requestId: '3', eventId: meeting.eventId }, words),
    ),
    accountStates.flatMap((state) => [
      accountSection(state, meeting.zone, words),
      accountForm({ state, roots: ['https://1.2', 'https://3.4'], zone: meeting.zone, fault: '' }, words),
    ]),
    Object.values(words.account.fault),
    [words.account.refused('1', '2'), words.account.refused(undefined, undefined)],
    [words.account.throttled(1), words.account.checking, words.account.connected],
    [words.account.disconnected],
    reasons.map((reason) => helpCard(reason, '§', words)),
    [throttledCard(1, words), throttledCard(12, words), lookingUpCard(words), todayCard([], words, now)],
    [findForm(words), findForm(words, words.noneInMessage)],
    (['host', 'co-host'] as const).map((kind) =>
      hostLinkWarning({ kind, title: '', attendeeLink: undefined }, words),
    ),
    (['channel', 'thread'] as const).map((to) =>
      confirmShareCard({ eventId: meeting.eventId, title: '', company: undefined, to }, words),
    ),
    peopleModal('', people, { eventId: meeting.eventId, page: 2 }, words),
    peopleModal(
      '',
      [],
      { eventId: meeting.eventId, page: 1 },
      words,
      Array.from({ length: 90 }, () => '§'),
    ),
    homeView({ ...home, agenda: { kind: 'days', days: byDay([shared], meeting.zone) } }, words),
    homeView({ ...home, recents: [], agenda: { kind: 'days', days: [] } }, words),
    homeView({ ...home, agenda: { kind: 'failed' }, reminders }, words),
    settings(words),
    homeView({ ...home, agenda: { kind: 'not-known', why: words.unproven['no-email'] }, supportUrl }, words),
    homeView({ ...home, agenda: { kind: 'no-account' } }, words),
    ...(['refused', 'timeout', 'unreachable', 'unreadable'] as const).map((kind) => {
      const lastFailure = { kind, code: '7', message: undefined, at: now };
      const account = { state: { kind: 'none' }, lastFailure } as const;
      return homeView({ ...home, agenda: { kind: 'failed' }, account }, words);
    }),
    helpCard('help', '', words, { supportUrl }),
    [words.cannotPost, words.chooseMeeting, words.calendarSent, words.peopleNotForOutsiders],
    [words.willNotUpdate, words.onlySharerRemoves, words.reminderUndone, words.tooLateToRemind],
  ];
}

/** The forms, and what a channel is told. Names of languages and of zones are in no language, so their fields are left out. */
function settings(words: Words): unknown[] {
  const isNamed = ({ block_id }: { readonly block_id?: string }): boolean =>
    block_id === 'locale' || block_id === 'cardZone';
  const above = SETTINGS;
  return [
    (['workspace', 'channel'] as const).map((level) => {
      const form = settingsForm({ level, chosen: {}, above, metadata: '' }, words);
      return { ...form, blocks: form.blocks.filter((block) => !isNamed(block)) };
    }),
    settingsToldCard(
      {
        by: personOf('T1', 'U1').userId,
        level: 'channel',
        above,
        changes: new Map([['following', undefined]]),
      },
      words,
    ),
    [words.settingNames.locale, words.settingNames.cardZone].map(({ label, hint }) => [label, hint]),
    [
      words.settingsSaved,
      words.settingsUnchanged,
      words.settingsNotSaved,
      words.settingsUnknown,
      words.oneMoment,
    ],
    [words.onlyAdmins, words.onlyMembers, words.standingUnknown, words.confidentialStaysPrivate],
    [words.peopleOnlyForInvited],
  ];
}

/** The texts that people read: no ids, no addresses, no marks of mrkdwn's own. */
function texts(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node !== 'object' || node === null) return [];
  const hidden = new Set([
    'type',
    'action_id',
    'block_id',
    'url',
    'value',
    'style',
    'level',
    'callback_id',
    'private_metadata',
    'initial_value',
    'trigger_actions_on',
  ]);
  return Object.entries(node).flatMap(([key, value]) => (hidden.has(key) ? [] : texts(value)));
}

const readable = (text: string): string =>
  text
    .replace(/<!date\^[0-9]+\^[^|]+\|([^>]*)>/g, '$1')
    .replace(/<@[A-Z0-9]+>|:[a-z_]+:|<https?:[^|>]+\||https?:\S+|`[^`]*`/g, ' ');

/** Names that stay as they are in every language. */
const NAMES =
  /\b(?:Meeting Cards|Show meeting details|Slack|GMT|H\.323|Shanghai|ID|Token|App Key|App Secret|qsh1\.cn)\b/g;

describe('every card', () => {
  test('is in Chinese only, with zh-CN words', () => {
    const latin = texts(everything(zh))
      .map((text) => readable(text).replace(NAMES, ' '))
      .filter((text) => /[A-Za-z]{2}/.test(text));
    expect(latin).toEqual([]);
  });

  test('is in English only, with en words', () => {
    expect(
      texts(everything(en))
        .map(readable)
        .filter((text) => /\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });
});

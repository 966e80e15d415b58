import { sampleMeetings } from '../../sandbox/conference/meetings.ts';
import { host } from '../../sandbox/conference/samples/people.ts';
import { toJson } from '../../sandbox/conference/wire.ts';
import { accessCard } from '../../src/cards/access-card.ts';
import { accountForm, accountSection } from '../../src/cards/account-form.ts';
import type { Card } from '../../src/cards/blocks.ts';
import { failureCard } from '../../src/cards/failure-card.ts';
import { findForm } from '../../src/cards/find-form.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { homeView } from '../../src/cards/home-view.ts';
import { meetingCard } from '../../src/cards/meeting-card.ts';
import { modal } from '../../src/cards/modal.ts';
import { peopleModal } from '../../src/cards/people-modal.ts';
import { previewBlocks } from '../../src/cards/preview-blocks.ts';
import { type Block, slackBlocks } from '../../src/cards/readonly-blocks.ts';
import { settingsForm } from '../../src/cards/settings-form.ts';
import { wordsIn } from '../../src/cards/words/languages.ts';
import type { Words } from '../../src/cards/words/words.ts';
import { decodeMeetings } from '../../src/conference/quanshi/decoder/meeting.ts';
import { parseLossless } from '../../src/conference/quanshi/endpoint/reply.ts';
import { byDay } from '../../src/core/agenda.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId, webLink } from '../../src/core/ids.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import type { Settings } from '../../src/core/settings.ts';
import { secondsOf, type UnixSeconds, type ZoneName, zoneName } from '../../src/core/time.ts';
import { peopleOf } from '../../src/core/view-fields.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import type { Validated } from './validated.ts';

const NOBODY: Viewer = { kind: 'unproven', reason: 'not-asked' };
const SHARED = {
  kind: 'shared',
  reach: 'company',
  showsAttendeePassword: true,
  visibility: 'everyone',
  zone: 'meeting',
} as const;

/** A part of Slack's payloads and what it is, for whoever reads that it was refused. */
export interface Surface {
  readonly name: string;
  readonly payload: Validated;
}

/** Every kind of card, modal and Home tab, of every sample meeting and in every language. */
export function surfaces(nowMs: number): readonly Surface[] {
  const now = secondsOf(() => nowMs);
  const zone = zoneName('Asia/Shanghai');
  if (zone === undefined) throw new RangeError('this Node knows no time zones');
  const parsed = parseLossless(toJson(sampleMeetings(nowMs)));
  const meetings = decodeMeetings(Array.isArray(parsed) ? parsed : [], zone, () => {});
  return (['en', 'zh-CN'] as const).flatMap((locale) => {
    const words = wordsIn(locale);
    const all = [
      ...meetings.flatMap((meeting) => ofMeeting(meeting, words, now)),
      ...ofNoMeeting(words),
      ...ofSettings(words, zone),
      ...ofHome(meetings, words, now, zone),
    ];
    return all.map(({ name, payload }) => ({ name: `${locale} ${name}`, payload }));
  });
}

const message = (name: string, { blocks, text }: Card): Surface => ({
  name,
  payload: { message: { text, blocks: slackBlocks(blocks) } },
});

const preview = (name: string, blocks: readonly Block[]): Surface => ({
  name,
  payload: { message: { text: '', attachments: [{ blocks: slackBlocks(blocks) }] } },
});

function ofMeeting(meeting: Meeting, words: Words, now: UnixSeconds): readonly Surface[] {
  const of = (kind: string): string => `${meeting.eventId} ${kind}`;
  const options = { words, now, asOf: now, stale: false, menu: MENU_OPTIONS };
  const shared = viewFor(meeting, NOBODY, SHARED);
  const userId = vendorUserId(String(host.userId));
  const proven: Viewer = userId === undefined ? NOBODY : { kind: 'proven', userId, name: host.displayName };
  const own = viewFor(meeting, proven, PRIVATE);
  const inModal = meetingCard(own, {
    ...options,
    stale: true,
    surface: { kind: 'modal', thread: 'can-post' },
  });
  const limited = viewFor(meeting, NOBODY, { ...SHARED, visibility: 'invited' });
  const inPreview = { words, now, asOf: now, stale: false, homeZone: meeting.zone };
  return [
    message(of('private card'), meetingCard(own, { ...options, surface: { kind: 'private' } })),
    message(of('reminder'), meetingCard(own, { ...options, surface: { kind: 'reminder' } })),
    message(
      of('card in a channel'),
      meetingCard(shared, { ...options, surface: { kind: 'shared', sharedBy: 'U0' } }),
    ),
    message(of('My access'), accessCard(own, proven, words, now, { asOf: now, stale: false, upTo: 'host' })),
    ...[false, true].map((isFull) =>
      preview(of(isFull ? 'full preview' : 'preview'), previewBlocks(shared, { ...inPreview, isFull })),
    ),
    message(
      of('card for who is not invited'),
      meetingCard(limited, { ...options, surface: { kind: 'private' } }),
    ),
    preview(of('preview for invited people'), previewBlocks(limited, { ...inPreview, isFull: false })),
    { name: of('modal'), payload: { view: modal(words.meeting, words, inModal.blocks) } },
    {
      name: of('People'),
      payload: {
        view: peopleModal(meeting.title, peopleOf(meeting), { eventId: meeting.eventId, page: 1 }, words),
      },
    },
  ];
}

function ofNoMeeting(words: Words): readonly Surface[] {
  return [
    message('help', helpCard('help', '', words)),
    message('failure', failureCard({ kind: 'timeout', requestId: 'a-request' }, words)),
    { name: 'find form', payload: { view: findForm(words) } },
  ];
}

function ofSettings(words: Words, zone: ZoneName): readonly Surface[] {
  const above: Settings = {
    locale: words.locale,
    cardZone: 'meeting',
    attendeePassword: 'hidden',
    visibility: 'everyone',
    confidential: 'shared',
    linkPreviews: 'compact',
    following: 'on',
    zone,
    linkDomains: [],
    lookupsPerMinute: 1,
  };
  const state = { kind: 'none' } as const;
  const roots = ['https://one.example', 'https://other.example'] as const;
  const more = accountSection(state, zone, words);
  return [
    ...(['workspace', 'channel'] as const).map((level) => ({
      name: `settings of a ${level}`,
      payload: { view: settingsForm({ level, chosen: {}, above, metadata: '', more }, words) },
    })),
    { name: 'account form', payload: { view: accountForm({ state, roots, zone }, words) } },
  ];
}

function ofHome(
  meetings: readonly Meeting[],
  words: Words,
  now: UnixSeconds,
  zone: ZoneName,
): readonly Surface[] {
  const views = meetings.map((meeting) => viewFor(meeting, NOBODY, PRIVATE));
  const account = {
    state: { kind: 'none' },
    lastFailure: { kind: 'refused', code: '7', message: 'no', at: now },
  } as const;
  const supportUrl = webLink('https://support.example/meeting-cards');
  const common = { recents: meetings.slice(0, 10), zone, now, menu: MENU_OPTIONS, account, supportUrl };
  return [
    {
      name: 'Home',
      payload: { view: homeView({ ...common, agenda: { kind: 'days', days: byDay(views, zone) } }, words) },
    },
    {
      name: 'Home without meetings',
      payload: { view: homeView({ ...common, agenda: { kind: 'failed' } }, words) },
    },
    {
      name: 'Home without an account',
      payload: { view: homeView({ ...common, agenda: { kind: 'no-account' } }, words) },
    },
    {
      name: 'Home of somebody unknown',
      payload: {
        view: homeView(
          { ...common, account: undefined, agenda: { kind: 'not-known', why: words.unproven['no-email'] } },
          words,
        ),
      },
    },
  ];
}

import type { WebLink } from '../core/ids.ts';
import { type Phase, phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, header, section } from './blocks.ts';
import { accessLine } from './credentials.ts';
import { fallbackText } from './fallback-text.ts';
import { footer } from './footer.ts';
import { joinButtons, otherWays, roleLinks } from './joining.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { countdown, phaseMark } from './phase-label.ts';
import type { ButtonElement, Context, Section } from './readonly-blocks.ts';
import { sharedByBlockId } from './shared-by.ts';
import { whenFields } from './when.ts';
import { roomList } from './where.ts';
import { whoSection } from './who.ts';
import type { Words } from './words/words.ts';

const PASSWORD_MAX = 150;

/** What a card needs besides the view. */
export interface CardOptions {
  readonly words: Words;
  readonly now: UnixSeconds;
  /** When the vendor described the meeting. */
  readonly asOf: UnixSeconds;
  /** The conference service does not answer, so the meeting could not be renewed. */
  readonly stale: boolean;
  readonly surface: CardSurface;
  /** Where a calendar file can be had by a link; without it the app sends one when asked. */
  readonly calendarLink?: WebLink | undefined;
}

/**
 * `private`: an ephemeral message, which its reader can share; `modal`: likewise for one person, who may be able to post it under the
 * message that it came from; `shared`: in a channel, with the Slack user id of who shared it.
 */
export type CardSurface =
  | { readonly kind: 'private' }
  | { readonly kind: 'modal'; readonly thread: 'none' | 'can-post' | 'posted' }
  | { readonly kind: 'shared'; readonly sharedBy: string | undefined };

/** The full card of one meeting: at most thirteen blocks, in the order in which people ask. */
export function meetingCard(view: View, options: CardOptions): Card {
  const { words, now, asOf, stale, surface } = options;
  const phase = phaseAt(view, now);
  const where = roomList(words.where, view.rooms, words);
  const equipment = roomList(words.equipment, view.equipment, words);
  const access = accessLine(view, words, phase, stale);
  const ways = [roleLinks(view, words, phase), otherWays(view, words, phase)].filter(
    (way) => way !== undefined,
  );
  const blocks = [
    header(view.title || words.untitled),
    context(phaseLine(view, words, now)),
    whenFields(view, words, phase),
    access && section(access),
    where && section(where),
    equipment && section(equipment),
    whoSection(view, words),
    ...ways.map(section),
    channelPassword(view, words),
    actions([
      ...joinButtons(view, words, phase),
      button({ actionId: ACTION.access, label: words.myAccess, value: view.eventId }),
      button({ actionId: ACTION.people, label: words.people, value: view.eventId }),
      ...surfaceButtons(view, options, phase),
      button({ actionId: ACTION.refresh, label: words.refresh, value: view.eventId }),
    ]),
    surface.kind === 'modal' && surface.thread === 'posted'
      ? context(mrkdwn`${words.postedInThread}`)
      : undefined,
    context(footer(view, words, asOf, stale)),
    sharedBy(surface, words),
  ];
  return card(blocks, fallbackText(view, words, now));
}

/** Buttons that depend on the surface: only a person's own card offers a calendar file and sharing. */
function surfaceButtons(
  view: View,
  { words, surface, calendarLink }: CardOptions,
  phase: Phase,
): ButtonElement[] {
  if (surface.kind === 'shared') return [];
  const value = view.eventId;
  return [
    phase === 'upcoming'
      ? button({
          actionId: ACTION.calendar,
          label: words.addToCalendar,
          ...(calendarLink ? { url: calendarLink } : { value }),
        })
      : undefined,
    surface.kind === 'private' ? button({ actionId: ACTION.share, label: words.share, value }) : undefined,
    surface.kind === 'modal' && surface.thread === 'can-post'
      ? button({ actionId: ACTION.postInThread, label: words.postInThread, value })
      : undefined,
  ].filter((made) => made !== undefined);
}

function phaseLine(view: View, words: Words, now: UnixSeconds): Mrkdwn {
  const phase = phaseAt(view, now);
  const details = [countdown(view, words, now), view.onSiteOnly ? words.onSiteOnly : words.mode[view.mode]];
  const mark = phaseMark(phase);
  const texts = details.filter((text) => text !== undefined).map((text) => mrkdwn`${text}`);
  return Mrkdwn.join([mrkdwn`${mark} *${words.phase[phase]}*`, ...texts], ' · ');
}

function channelPassword(view: View, words: Words): Section | undefined {
  if (view.audience !== 'public' || view.channelPassword === undefined) return undefined;
  return section(
    mrkdwn`*${words.attendeePassword}* ${Mrkdwn.code(shorten(view.channelPassword, PASSWORD_MAX))}`,
  );
}

function sharedBy(surface: CardOptions['surface'], words: Words): Context | undefined {
  if (surface.kind !== 'shared' || surface.sharedBy === undefined) return undefined;
  const line = context(mrkdwn`${words.sharedBy} ${Mrkdwn.user(surface.sharedBy)}`);
  return { ...line, block_id: sharedByBlockId(surface.sharedBy) };
}

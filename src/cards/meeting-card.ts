import { isOver, type Phase, phaseAt } from '../core/schedule.ts';
import type { MeetingView, View } from '../core/views.ts';
import { type Card, card, container, context, header, section } from './blocks.ts';
import { cardAlerts } from './card-alerts.ts';
import { buttonRow } from './card-buttons.ts';
import type { CardOptions } from './card-options.ts';
import { accessLine } from './credentials.ts';
import { fallbackText } from './fallback-text.ts';
import { footer } from './footer.ts';
import { otherWays, roleLinks } from './joining.ts';
import { limitedCard } from './limited-card.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { countdown, phaseDetail, phaseMark, phaseWord } from './phase-label.ts';
import type { Section } from './readonly-blocks.ts';
import { sharedByContext } from './shared-by.ts';
import { summaryOf } from './summary.ts';
import { nextLine, whenFields } from './when.ts';
import { equipmentApart, roomList } from './where.ts';
import { whoSection } from './who.ts';
import type { Words } from './words/words.ts';

const PASSWORD_MAX = 150;

/**
 * The card of one meeting: at most sixteen blocks, in the order in which people ask. In a channel it is folded to title, state and start, with
 * the buttons below.
 */
export function meetingCard(view: MeetingView, options: CardOptions): Card {
  if (view.audience === 'limited') return limitedCard(view, options);
  const { words, now, asOf, stale, surface, clocks = 'both' } = options;
  const phase = phaseAt(view, now, options);
  const next = isOver(phase) ? options.next : undefined;
  const where = roomList(words.where, view.rooms, words);
  const equipment = roomList(words.equipment, equipmentApart(view), words);
  const access = accessLine(view, words, phase, stale);
  const ways = [roleLinks(view, words, phase), otherWays(view, words, phase)].filter(
    (way) => way !== undefined,
  );
  const state = phaseTexts(view, options, phase);
  const buttons = buttonRow(view, options, phase);
  const isReminder = surface.kind === 'reminder';
  const details = [
    whenFields(view, words, phase, clocks),
    next && section(nextLine(next, words, clocks)),
    access && section(access),
    where && section(where),
    equipment && section(equipment),
    whoSection(view, words),
    ...ways.map(section),
    channelPassword(view, words),
  ];
  const title = view.title || words.untitled;
  const fold = { title, summary: summaryOf(view, words, phase), isFolded: true };
  const small = context(footer(view, words, asOf, stale));
  if (surface.kind === 'shared') {
    const blocks = [
      container(fold, [context(modeLine(view, words, state)), ...details]),
      buttons,
      small,
      sharedByContext(surface.sharedBy, words),
    ];
    return card(blocks, fallbackText(view, words, state, next));
  }
  const blocks = [
    header(title),
    ...cardAlerts(view, options, phase),
    context(mrkdwn`${phaseMark(phase)} *${state[0] ?? ''}* · ${modeLine(view, words, state)}`),
    isReminder ? buttons : undefined,
    ...details,
    isReminder ? undefined : buttons,
    surface.kind === 'modal' && surface.thread === 'posted'
      ? context(mrkdwn`${words.postedInThread}`)
      : undefined,
    small,
  ];
  return card(blocks, fallbackText(view, words, state, next));
}

/** The phase and what stands beside it. On a shared card nothing that the clock changes. */
function phaseTexts(view: View, options: CardOptions, phase: Phase): readonly string[] {
  const { words, now, surface } = options;
  const { start } = view;
  if (surface.kind === 'reminder' && phase === 'upcoming' && start !== undefined)
    return [words.reminderLead(start - now)];
  return [
    phaseWord(view, words, phase),
    surface.kind === 'shared' || surface.kind === 'preview' ? undefined : countdown(view, words, phase, now),
    phaseDetail(view, words, phase, options),
  ].filter((text) => text !== undefined);
}

/** What stands beside the phase, and how people meet. */
function modeLine(view: View, words: Words, [, ...details]: readonly string[]): Mrkdwn {
  const texts = [...details, view.onSiteOnly ? words.onSiteOnly : words.mode[view.mode]];
  return Mrkdwn.join(
    texts.map((text) => mrkdwn`${text}`),
    ' · ',
  );
}

function channelPassword(view: View, words: Words): Section | undefined {
  if (view.audience !== 'public' || view.channelPassword === undefined) return undefined;
  return section(
    mrkdwn`*${words.attendeePassword}* ${Mrkdwn.code(shorten(view.channelPassword, PASSWORD_MAX))}`,
  );
}

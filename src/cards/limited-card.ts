import { phaseAt } from '../core/schedule.ts';
import type { LimitedView } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, header, present, section } from './blocks.ts';
import { cardAlerts } from './card-alerts.ts';
import type { CardOptions, CardSurface, CompactCardOptions } from './card-options.ts';
import { shorten } from './limits.ts';
import { type MoreOption, moreMenu } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark, phaseWord } from './phase-label.ts';
import type { Actions, Block } from './readonly-blocks.ts';
import { sharedByContext } from './shared-by.ts';
import { momentToken, shortSpan, whenFields, whenLine } from './when.ts';
import type { Words } from './words/words.ts';

const NAME_MAX = 150;

/** The card of a meeting for who is not on its list, or for a channel: that it exists, when, and whom to ask. */
export function limitedCard(view: LimitedView, options: CardOptions): Card {
  const { words, now, asOf, stale, surface, clocks = 'both' } = options;
  const phase = phaseAt(view, now, options);
  const name = words.numberedMeeting(view.eventId);
  const moment = momentToken(asOf, '{date_short_pretty} {time}', view, words);
  const state = phaseWord(view, words, phase);
  const said = [`${name}${words.colon}${state}`, whenLine(view, words), sentence(view, words)];
  return card(
    [
      header(name),
      ...cardAlerts(view, options, phase),
      context(mrkdwn`${phaseMark(phase)} *${state}*`),
      whenFields(view, words, phase, clocks),
      section(why(view, words)),
      buttons(view, options),
      context(mrkdwn`${stale ? words.staleAsOf : words.asOf} ${moment}`),
      surface.kind === 'shared' ? sharedByContext(surface.sharedBy, words) : undefined,
    ],
    mrkdwn`${said.join(words.fullStop)}`,
  );
}

/** The same under a pasted link. */
export function limitedPreview(
  view: LimitedView,
  { words, now, homeZone, ...progress }: CompactCardOptions,
): readonly Block[] {
  const phase = phaseAt(view, now, progress);
  const lines = [
    mrkdwn`*${words.numberedMeeting(view.eventId)}* · ${phaseMark(phase)} ${phaseWord(view, words, phase)}`,
    shortSpan(view, words, phase, homeZone),
    why(view, words),
  ];
  return present([section(Mrkdwn.join(lines, '\n')), actions(ownViewButtons(view, words))]);
}

/** Whoever is on the list sees the meeting by them. */
const ownViewButtons = ({ eventId: value }: LimitedView, words: Words) => [
  button({ actionId: ACTION.details, label: words.details, value }),
  button({ actionId: ACTION.access, label: words.myAccess, value }),
];

function buttons(view: LimitedView, { words, surface, menu = [] }: CardOptions): Actions | undefined {
  const [details, access] = ownViewButtons(view, words);
  const offered = suitableOptions(surface).filter((option) => menu.includes(option));
  return actions([
    surface.kind === 'shared' || surface.kind === 'preview' ? details : undefined,
    access,
    moreMenu(view, offered, words),
  ]);
}

function suitableOptions(surface: CardSurface): readonly MoreOption[] {
  if (surface.kind === 'reminder' || surface.kind === 'preview') return [];
  const canRemove = surface.kind === 'shared' && surface.sharedBy !== undefined;
  return canRemove ? ['refresh', 'remove'] : ['refresh'];
}

const sentence = ({ hostName }: LimitedView, words: Words): string =>
  words.onlyForInvited(hostName === undefined ? undefined : shorten(hostName, NAME_MAX));

const why = (view: LimitedView, words: Words): Mrkdwn => mrkdwn`:lock: ${sentence(view, words)}`;

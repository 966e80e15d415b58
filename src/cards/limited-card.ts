import { type Progress, phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { LimitedView } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, header, present, section } from './blocks.ts';
import type { CardOptions } from './card-options.ts';
import { shorten } from './limits.ts';
import { moreMenu } from './more-menu.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { Actions, Block } from './readonly-blocks.ts';
import { sharedByContext } from './shared-by.ts';
import { momentToken, whenFields, whenLine, whenSpan, yourSpan } from './when.ts';
import type { Words } from './words/words.ts';

const NAME_MAX = 150;

/** The card of a meeting for who is not on its list, or for a channel: that it exists, when, and whom to ask. */
export function limitedCard(view: LimitedView, options: CardOptions): Card {
  const { words, now, asOf, stale, surface } = options;
  const phase = phaseAt(view, now, options);
  const name = words.numberedMeeting(view.eventId);
  const moment = momentToken(asOf, '{date_short_pretty} {time}', view, words);
  const said = [`${name}${words.colon}${words.phase[phase]}`, whenLine(view, words), sentence(view, words)];
  return card(
    [
      header(name),
      context(mrkdwn`${phaseMark(phase)} *${words.phase[phase]}*`),
      whenFields(view, words, phase),
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
  words: Words,
  now: UnixSeconds,
  progress: Progress,
): readonly Block[] {
  const phase = phaseAt(view, now, progress);
  const lines = [
    mrkdwn`*${words.numberedMeeting(view.eventId)}* · ${phaseMark(phase)} ${words.phase[phase]}`,
    mrkdwn`${whenSpan(view, words, phase)} · ${words.yours} ${yourSpan(view, words, phase)}`,
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
  const isShared = surface.kind === 'shared';
  const canRemove = isShared && surface.sharedBy !== undefined && menu.includes('remove');
  const [details, access] = ownViewButtons(view, words);
  const canRefresh = surface.kind !== 'reminder' && surface.kind !== 'preview';
  return actions([
    isShared || surface.kind === 'preview' ? details : undefined,
    access,
    canRefresh ? button({ actionId: ACTION.refresh, label: words.refresh, value: view.eventId }) : undefined,
    moreMenu(view, canRemove ? ['remove'] : [], words),
  ]);
}

const sentence = ({ hostName }: LimitedView, words: Words): string =>
  words.onlyForInvited(hostName === undefined ? undefined : shorten(hostName, NAME_MAX));

const why = (view: LimitedView, words: Words): Mrkdwn => mrkdwn`:lock: ${sentence(view, words)}`;

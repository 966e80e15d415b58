import { isOver, phaseAt } from '../core/schedule.ts';
import type { SharedView } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, present, section } from './blocks.ts';
import type { CompactCardOptions } from './card-options.ts';
import { canJoin } from './joining.ts';
import { limitedPreview } from './limited-card.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseDetail, phaseMark, phaseWord } from './phase-label.ts';
import type { Block } from './readonly-blocks.ts';
import { linkInText } from './shown-link.ts';
import { shortNextLine, shortSpan } from './when.ts';
import { roomNames } from './where.ts';

const TITLE_MAX = 200;

/**
 * The card under a pasted link, for everybody in the channel. It has two blocks only: people dislike big previews. It depends on `now` by the
 * phase only: nobody renders it anew each minute.
 */
export function compactCard(view: SharedView, options: CompactCardOptions): readonly Block[] {
  if (view.audience === 'limited') return limitedPreview(view, options);
  const { words, now, homeZone, ...progress } = options;
  const phase = phaseAt(view, now, progress);
  const next = isOver(phase) ? progress.next : undefined;
  const state = [phaseWord(view, words, phase), phaseDetail(view, words, phase, progress)].filter(
    (text) => text !== undefined,
  );
  const joinable = canJoin(view, phase);
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const link = joinable && view.attendeeLink ? linkInText(view.attendeeLink, title) : undefined;
  const name = link ?? mrkdwn`${title}`;
  const where = view.rooms.length > 0 ? roomNames(view.rooms, words) : undefined;
  const lines = [
    mrkdwn`*${name}* · ${phaseMark(phase)} ${state.join(' · ')}`,
    shortSpan(view, words, phase, homeZone),
    next && shortNextLine(next, words, homeZone),
    where === undefined ? undefined : mrkdwn`${where}`,
    view.channelPassword === undefined
      ? undefined
      : mrkdwn`${words.attendeePassword} ${Mrkdwn.code(shorten(view.channelPassword, TITLE_MAX))}`,
  ].filter((line) => line !== undefined);
  const joinLink = joinable ? (view.attendeeLink ?? view.browserLink) : undefined;
  const accessibilityLabel = words.joinNamed(view.title || words.untitled);
  const summary = section(Mrkdwn.join(lines, '\n'));
  return present([
    joinLink === undefined
      ? summary
      : {
          ...summary,
          accessory: button(
            { actionId: ACTION.join, label: words.join, url: joinLink, accessibilityLabel },
            true,
          ),
        },
    actions([
      button({ actionId: ACTION.details, label: words.details, value: view.eventId }),
      button({ actionId: ACTION.access, label: words.myAccess, value: view.eventId }),
    ]),
  ]);
}

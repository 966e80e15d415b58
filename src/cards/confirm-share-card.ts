import type { EventId } from '../core/ids.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, type Card, card, context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 200;
const COMPANY_MAX = 100;

/** A card that waits for its sharer's word. */
export interface UnconfirmedShare {
  readonly eventId: EventId;
  /** Undefined where it is not for the sharer. */
  readonly title: string | undefined;
  /** The sharer's; undefined where its name is not known. */
  readonly company: string | undefined;
  /** What *Share* does: posts to the channel, or in the thread. */
  readonly to: 'channel' | 'thread';
}

/** For the sharer alone: people of other companies will see the card. */
export function confirmShareCard({ eventId, title, company, to }: UnconfirmedShare, words: Words): Card {
  const { before, after } = words.seenOutside;
  const name = company ? mrkdwn`*${shorten(company, COMPANY_MAX)}*` : mrkdwn`${words.yourCompany}`;
  const warning = mrkdwn`${Mrkdwn.ours(before)}${name}${Mrkdwn.ours(after)}`;
  const what = shorten(
    title === undefined ? words.numberedMeeting(eventId) : title || words.untitled,
    TITLE_MAX,
  );
  const value = eventId;
  const actionId = to === 'channel' ? ACTION.confirmShare : ACTION.confirmPost;
  return card(
    [
      section(mrkdwn`:globe_with_meridians: ${warning}\n${what}`),
      context(mrkdwn`${words.leftOutOutside}`),
      actions([
        button({ actionId, label: words.shareAnyway, value }, true),
        button({ actionId: ACTION.cancelShare, label: words.cancel, value }),
      ]),
    ],
    mrkdwn`${warning} ${what}`,
  );
}

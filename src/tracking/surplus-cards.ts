import type { ChannelId } from '../core/channel.ts';
import type { TrackedCard } from './tracked-card.ts';

/** As a part of the limit: so many more may be posted before a check is brought forward to make room. */
const SURPLUS = 0.1;

/** Whether a meeting with so many cards is checked now, to make room. */
export const isCrowded = (cards: number, max: number): boolean => cards > max * (1 + SURPLUS);

type Cards = ReadonlyMap<string, Pick<TrackedCard, 'place'>>;

/**
 * The ids of the cards beyond the limit. The channel with the most cards gives up its oldest, so a channel that shows a meeting again and again
 * does not end what others follow.
 */
export function surplusCards(cards: Cards, max: number): readonly string[] {
  const newestFirst = [...cards].sort(([, one], [, other]) => Number(other.place.ts) - Number(one.place.ts));
  const seen = new Map<ChannelId, number>();
  const ranked = newestFirst.map(([id, { place }]) => {
    const rank = (seen.get(place.channel) ?? 0) + 1;
    seen.set(place.channel, rank);
    return { id, rank };
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(max)
    .map(({ id }) => id);
}

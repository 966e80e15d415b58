import { LRUCache } from 'lru-cache';
import type { Card } from '../cards/blocks.ts';
import type { CardOptions } from '../cards/card-options.ts';
import { meetingCard } from '../cards/meeting-card.ts';
import { wordsIn } from '../cards/words/languages.ts';
import type { Locale } from '../core/locale.ts';
import type { TenantId } from '../core/tenant.ts';
import type { MeetingView } from '../core/views.ts';
import { JsonBody } from './json-body.ts';
import { RenderedCard } from './rendered-card.ts';
import { messageBody } from './response-url.ts';

const CARDS_MAX = 300;

/** Of their JSON. A card has some five thousand. */
const BYTES_MAX = 2_000_000;

/**
 * Everything that decides a card, as plain data: what its reader may see of the meeting, and how it is shown. A new option of `meetingCard`
 * is part of it, since this type extends the options.
 */
export interface CardInput extends Omit<CardOptions, 'words'> {
  readonly view: MeetingView;
  readonly locale: Locale;
}

/** The card for an input: rendered, or as it was rendered before for an equal input. */
export type CardCache = (input: CardInput) => Card;

/** Data that JSON writes completely: a function or a `Map` in it does not compile. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends ((...args: never[]) => unknown) | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
      ? never
      : { readonly [Key in keyof T]: Plain<T[Key]> };

/** The key is the whole input, so no option can be missing from it; the view stands in it by its number. */
function cardKey(tenant: TenantId, input: Plain<CardInput>, view: number): string {
  return JSON.stringify([tenant, { ...input, view }]);
}

/** Gets the input alone: what is not in the key cannot be on the card. */
function renderCard({ view, locale, ...options }: CardInput): Card {
  return meetingCard(view, { ...options, words: wordsIn(locale) });
}

/**
 * One cache of cards for a process, with a part for each tenant: no card of one tenant is shown in another. A card is cached when its view is
 * shown for the second time: most views are shown once (docs/adr/0037-memory-for-what-comes-again.md). The least recently used card leaves
 * first.
 */
export function cardCache(render: (input: CardInput) => Card = renderCard): (tenant: TenantId) => CardCache {
  const cards = new LRUCache<string, RenderedCard>({
    max: CARDS_MAX,
    maxSize: BYTES_MAX,
    sizeCalculation: ({ ephemeralBody }) => JsonBody.bytesOf(ephemeralBody).length,
  });
  /** Each view that was shown, with a number of its own: views are not changed, and the same view of a meeting is one object. */
  const numbers = new WeakMap<MeetingView, number>();
  let lastNumber = 0;

  return (tenant) => (input) => {
    const number = numbers.get(input.view);
    if (number === undefined) {
      lastNumber += 1;
      numbers.set(input.view, lastNumber);
      return render(input);
    }
    const key = cardKey(tenant, input, number);
    const cached = cards.get(key);
    if (cached !== undefined) return cached;
    const card = render(input);
    const body = new JsonBody(messageBody({ card, to: 'user', replaces: false }));
    const rendered = new RenderedCard(card, body);
    cards.set(key, rendered);
    return rendered;
  };
}

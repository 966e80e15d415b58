import { phaseAt } from './schedule.ts';
import type { UnixSeconds } from './time.ts';
import type { View } from './views.ts';

/** More words of a text are not searched for, and no more characters of a field are looked at: `normalize` takes quadratic time. */
const WORDS_MAX = 10;
const FIELD_MAX = 500;

const folded = (text: string): string => text.slice(0, FIELD_MAX).normalize('NFKC').toLowerCase();

/**
 * The meetings whose title, host and tags together contain every word of a text, in any case and width: first what is live, then what comes
 * next, then what was last. Words are looked for within others, since Chinese does not part them.
 */
export function withWords(meetings: readonly View[], text: string, now: UnixSeconds): readonly View[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  if (words.length === 0) return [];
  const hits = meetings.filter((view) => {
    const said = [view.title, view.hostName ?? '', ...view.labels, ...view.joinTags].map(folded).join('\n');
    return words.every((word) => said.includes(word));
  });
  return hits.sort((one, other) => distance(one, now) - distance(other, now));
}

/** Of a meeting that is over: behind all that is not, the last one first. */
function distance(view: View, now: UnixSeconds): number {
  const phase = phaseAt(view, now);
  if (phase === 'live') return 0;
  if (view.start === undefined) return BEHIND;
  return view.start >= now ? view.start - now : BEHIND + now - view.start;
}

const BEHIND = 1e12;

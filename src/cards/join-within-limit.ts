import { Mrkdwn } from './mrkdwn.ts';

/** How to join parts into one text, and what to write for the parts that do not fit. */
export interface JoinLimits {
  readonly separator: string;
  readonly maxLength: number;
  readonly maxParts: number;
  /** "and 288 more" */
  readonly more: (count: number) => Mrkdwn;
}

const ROOM_FOR_MORE = 60;

/** Joins as many parts as fit; the number of the others follows, so nothing is dropped silently. */
export function joinWithinLimit(parts: readonly Mrkdwn[], options: JoinLimits): Mrkdwn {
  const { separator, maxLength, maxParts, more } = options;
  const fitting: Mrkdwn[] = [];
  let length = 0;
  for (const part of parts.slice(0, maxParts)) {
    const next = length + part.length + separator.length;
    if (next > maxLength - ROOM_FOR_MORE) break;
    fitting.push(part);
    length = next;
  }
  const left = parts.length - fitting.length;
  return Mrkdwn.join(left === 0 ? fitting : [...fitting, more(left)], separator);
}

import { Mrkdwn } from './mrkdwn.ts';

/** How to join parts into one text, and what to say of those that do not fit. */
export interface JoinLimits {
  readonly separator: string;
  readonly maxLength: number;
  readonly maxParts: number;
  /** "and 288 more" */
  readonly more: (count: number) => Mrkdwn;
}

const ROOM_FOR_MORE = 60;

/** Joins as many parts as fit; the rest is said aloud as a number, never dropped in silence. */
export function joinWithinLimit(parts: readonly Mrkdwn[], options: JoinLimits): Mrkdwn {
  const { separator, maxLength, maxParts, more } = options;
  const kept: Mrkdwn[] = [];
  let length = 0;
  for (const part of parts.slice(0, maxParts)) {
    const next = length + part.length + separator.length;
    if (next > maxLength - ROOM_FOR_MORE) break;
    kept.push(part);
    length = next;
  }
  const left = parts.length - kept.length;
  return Mrkdwn.join(left === 0 ? kept : [...kept, more(left)], separator);
}

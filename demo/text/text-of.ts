import { blockText } from './blocks.ts';
import { listOf } from './fields.ts';
import { mrkdwnText } from './mrkdwn.ts';
import { ansiPaint, plainPaint } from './style.ts';
import type { Surface } from './surface.ts';

/** The part of a message, a modal or a Home tab that people see. */
export interface Shown {
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
}

export interface TextOptions {
  /** Milliseconds: what "today" and "ago" are counted from. */
  readonly now: () => number;
  /** The reader's zone, an IANA name. Default: this machine's. */
  readonly timeZone?: string;
  /** Bold, colours and struck text as ANSI sequences. Default: false. */
  readonly ansi?: boolean;
  /** Columns. Default: 100. */
  readonly width?: number;
}

/**
 * A Slack message as terminal text. As in Slack, `text` shows only if there are no blocks.
 * Control characters in it are dropped, so what somebody typed cannot steer the terminal.
 */
export function textOf(message: Shown, options: TextOptions): string {
  const {
    now,
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
    ansi = false,
    width = 100,
  } = options;
  const surface: Surface = { clock: { now, timeZone }, paint: ansi ? ansiPaint : plainPaint, width };
  const blocks = listOf(message.blocks).map((block) => blockText(block, surface));
  if (blocks.length === 0) return mrkdwnText(message.text ?? '', surface.clock, surface.paint);
  return blocks.filter((block) => block !== '').join('\n');
}

import type { Phase } from '../core/schedule.ts';
import type { MeetingView } from '../core/views.ts';
import { alert } from './blocks.ts';
import type { CardOptions } from './card-options.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Alert } from './readonly-blocks.ts';
import { whenLine } from './when.ts';

/** What somebody who opens a meeting in a modal must not overlook: that it is off, that it moved, that they do not see all of it. */
export function cardAlerts(
  view: MeetingView,
  { surface, words, stale }: Pick<CardOptions, 'surface' | 'words' | 'stale'>,
  phase: Phase,
): readonly Alert[] {
  if (surface.kind !== 'modal') return [];
  const { shownStart } = surface;
  const isMoved =
    !view.recurring && shownStart !== undefined && view.start !== undefined && shownStart !== view.start;
  const { zone, start } = view;
  const from = whenLine({ start: shownStart, end: undefined, zone }, words);
  const to = whenLine({ start, end: undefined, zone }, words);
  const isReduced = view.audience === 'public' && view.reach === 'external';
  return [
    phase === 'cancelled' ? alert('error', mrkdwn`${words.meetingCancelled}`) : undefined,
    isMoved && phase !== 'cancelled'
      ? alert('warning', mrkdwn`${words.meetingMoved}${Mrkdwn.ours(words.colon)}${words.fromTo(from, to)}`)
      : undefined,
    isReduced ? alert('info', mrkdwn`${words.hiddenOutside}`) : undefined,
    stale && view.audience !== 'limited' ? alert('warning', mrkdwn`${words.hiddenWhileStale}`) : undefined,
  ].filter((each) => each !== undefined);
}

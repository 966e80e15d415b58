import { infosPath, listPath, livePath } from '../../sandbox/conference/endpoints.ts';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { movedTime } from './moved-time.ts';
import { onStage } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { Stage, StageOptions } from './stage.ts';

/** Host of all sample meetings: her list has them. */
export const HAN = 'U0HAN';

/** Proven to be somebody who hosts nothing. */
export const POLLY = 'U0POLLY';

export const linkOf = (id: number): string => `https://ntest.qsh1.cn/k/att${id}`;

/** A stage on which the app's deadlines do not pass: a busy machine makes nobody unproven, and no search too late. */
export async function onPatientStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await onStage(options);
  movedTime();
  return stage;
}

/** How many questions the conference service was asked so far: for lists of people, for what runs now, and about meetings. */
export function questions({ conference }: Stage) {
  const at = (path: string): number => conference.questions.filter((one) => one.path === path).length;
  return { lists: at(listPath), live: at(livePath), meetings: at(infosPath) };
}

/** What is shown under a message. */
export function unfurled({ unfurls }: Pick<StoredMessage, 'unfurls'>): string {
  return [...unfurls.values()].map(shownIn).join('\n');
}

/** Puts meetings of somebody else's that run now, and that nobody looked up. */
export function putLive({ conference }: Stage, ids: readonly number[]): void {
  for (const id of ids) {
    conference.meetings.put(plainMeeting(id, { title: `Title of ${id}`, hostId: 55_000_001 }));
    conference.meetings.live.start(id, 2);
  }
}

export const idsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, nth) => first + nth);

import { infosPath } from '../../sandbox/conference/endpoints.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { done, paste } from './interactions.ts';
import { onStage, PLAIN } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { Stage, StageOptions } from './stage.ts';

/** Someone shares a meeting by the command; resolves to the card that stands in the channel, once the app is done with it. */
export async function shares(
  stage: Stage,
  digits: string,
  { channelId = 'C0TEAM', userId = PLAIN }: { readonly userId?: string; readonly channelId?: string } = {},
): Promise<StoredMessage> {
  const { slack, appUrl } = stage;
  await done(stage, () => slack.command({ appUrl, text: `share ${digits}`, channelId, userId }));
  const card = slack.channels.get(channelId)?.messages.at(-1);
  if (card === undefined) throw new Error('No card was shared.');
  return card;
}

/** The vendor knows something else of a meeting from now on. */
export function changes(
  { conference }: Pick<Stage, 'conference'>,
  digits: string,
  changed: WireMeeting,
): void {
  conference.meetings.put(
    ...conference.meetings.byEventId(digits).map((meeting) => ({ ...meeting, ...changed })),
  );
}

/** Resolves when the card, or the preview, shows all of these texts. */
export function showsSoon(
  { slack }: Pick<Stage, 'slack'>,
  card: () => unknown,
  ...texts: readonly string[]
): Promise<true> {
  return slack.waitFor(() => {
    const shown = shownIn(card());
    return texts.every((text) => shown.includes(text)) || undefined;
  });
}

/** The messages in the thread of a message. */
export function threadOf(
  { slack }: Pick<Stage, 'slack'>,
  { channelId, ts }: StoredMessage,
): readonly StoredMessage[] {
  return slack.channels.get(channelId)?.messages.filter(({ threadTs }) => threadTs === ts) ?? [];
}

/** A meeting with a card that was shared and one under a pasted link, both followed. */
export async function followedMeeting(
  digits: string,
  options: StageOptions = {},
): Promise<{ readonly stage: Stage; readonly card: StoredMessage; readonly preview: StoredMessage }> {
  const stage = await onStage(options);
  const card = await shares(stage, digits);
  const preview = await paste(stage, linkOf(digits));
  return { stage, card, preview };
}

/** The attendee link of a sample meeting. */
export const linkOf = (digits: string): string => `https://ntest.qsh1.cn/k/att${digits}`;

const metricsOf = async ({ appUrl }: Pick<Stage, 'appUrl'>): Promise<string> =>
  (await fetch(`${appUrl}/metrics`)).text();

const valueIn = (page: string, name: string): number =>
  Number(new RegExp(`^meeting_cards_${name} (\\S+)$`, 'm').exec(page)?.[1]);

/** The value of one of the app's metrics without labels. */
export const metric = async (stage: Pick<Stage, 'appUrl'>, name: string): Promise<number> =>
  valueIn(await metricsOf(stage), name);

/** The vendor, or somebody else, sends a push event about a meeting; resolves to the status of the answer. */
export async function pushes(
  { appUrl }: Pick<Stage, 'appUrl'>,
  secret: string,
  digits: string,
  messageId = 'm1',
): Promise<number> {
  const body = `{"method":"update","timestamp":1,"msgId":"${messageId}",,"event":{"eventId":${digits}}}`;
  const { status } = await fetch(`${appUrl}/conference/events/${secret}`, { method: 'POST', body });
  return status;
}

/** How often the vendor was asked about meetings themselves, and not about what runs or who somebody is. */
export const questionsOf = ({ conference }: Pick<Stage, 'conference'>): number =>
  conference.questions.filter(({ path }) => path === infosPath).length;

/**
 * So many seconds pass, in which the vendor is asked about meetings; resolves when the app has done what was due. Work that runs while the
 * clock moves would take its answer for one of the time after, and ask no more.
 */
export async function isAskedIn(stage: Stage, seconds: number): Promise<void> {
  await dueWorkIsDone(stage);
  const before = questionsOf(stage);
  stage.advance(seconds);
  await until('the vendor is asked', async () => questionsOf(stage) > before);
  await dueWorkIsDone(stage);
}

/**
 * Resolves when no check and no reminder has been due for a moment, and no work that was due is in progress. What is due at this very second of the
 * stage counts as not due yet.
 */
export async function dueWorkIsDone(stage: Pick<Stage, 'appUrl'>): Promise<void> {
  await until('nothing is overdue or in progress', async () => {
    // What was taken before the first look is seen by the second one while it runs.
    const [first, second] = [await metricsOf(stage), await metricsOf(stage)];
    const overdue = ['overdue_check_seconds', 'overdue_reminder_seconds'].map((name) => valueIn(first, name));
    return overdue.every((seconds) => seconds === 0) && inProgress(second) === 0;
  });
}

/** How much of all work that was due has begun and not ended; NaN where that is not counted. */
function inProgress(page: string): number {
  const countOf = (step: string): number => {
    const lines = [...page.matchAll(/^meeting_cards_due_work_total\{([^}]*)\} (\d+)$/gm)];
    const counts = lines
      .filter(([, labels = '']) => labels.includes(`step="${step}"`))
      .map(([, , count]) => Number(count));
    return counts.length === 0 ? Number.NaN : counts.reduce((sum, count) => sum + count, 0);
  };
  return countOf('begun') - countOf('done') - countOf('failed');
}

import { onTestFinished } from 'vitest';
import { accountsPath, livePath } from '../../sandbox/conference/endpoints.ts';
import type { CommandAnswer } from '../../sandbox/slack/deliver/command.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { done } from './interactions.ts';
import { shownIn, spokenIn } from './reading.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

/** Someone without an e-mail address, who is always unproven: the conference service is not asked for their account. */
export const PLAIN = 'U0PLAIN';

/** A stage on which `PLAIN` is known to Slack. */
export async function openPlainStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  stage.slack.people.set(PLAIN, person({ id: PLAIN }));
  return stage;
}

/** A stage that is taken down when the test ends; one of several that run at once gives its own `whenFinished`. */
export async function onStage(options: StageOptions = {}, whenFinished = onTestFinished): Promise<Stage> {
  const stage = await openPlainStage(options);
  whenFinished(() => stage.close());
  return stage;
}

/** What a person reads who typed something. */
export interface Read {
  readonly answer: CommandAnswer;
  readonly shown: string;
  readonly spoken: string;
}

/** Who types, where, and to which process. */
interface Typing {
  readonly appUrl?: string;
  readonly userId?: string;
  readonly channelId?: string;
}

/** The waiting line, shown while the answer is not there. */
const STANDS_IN = ':hourglass_flowing_sand:';

/**
 * Someone (`PLAIN`, unless told otherwise) types `/meeting` and a text, and reads the answer, which may come after the reply on a busy machine.
 * Resolves when the app is done with it.
 */
export async function types(stage: Stage, text: string, given: Typing = {}): Promise<Read> {
  return done(stage.appAt(given.appUrl ?? stage.appUrl), () => reads(stage, text, given));
}

async function reads(stage: Stage, text: string, given: Typing): Promise<Read> {
  const replied = await repliesTo(stage, text, given);
  if (!replied.answer.text.includes(STANDS_IN)) return replied;
  const { body } = await stage.slack.waitFor(({ responses }) =>
    responses.find(({ responseUrl }) => responseUrl === replied.answer.responseUrl),
  );
  return read({ ...replied.answer, body, text: JSON.stringify(body) });
}

/** The same, but for the reply to the command itself. */
export async function repliesTo(stage: Stage, text: string, given: Typing = {}): Promise<Read> {
  return read(await stage.slack.command({ appUrl: stage.appUrl, text, userId: PLAIN, ...given }));
}

function read(answer: CommandAnswer): Read {
  return { answer, shown: shownIn(answer.body), spoken: spokenIn(answer.body) };
}

/** The latest message that only one person sees. */
export function lastEphemeral({ slack }: Stage) {
  const last = slack.ephemerals.at(-1);
  if (last === undefined) throw new Error('Nobody was told anything.');
  return last;
}

/** The messages of a channel, waited for: as many as are said. */
export function messagesIn(
  stage: Stage,
  channelId: string,
  count: number,
): Promise<readonly StoredMessage[]> {
  return stage.slack.waitFor(({ channels }) => {
    const messages = channels.get(channelId)?.messages ?? [];
    return messages.length >= count ? messages : undefined;
  });
}

/** What was asked about meetings so far, and not who somebody is or what runs now: the bodies' own text, digit for digit. */
export function asked({ conference }: Stage): readonly string[] {
  return conference.questions
    .filter(({ path }) => path !== accountsPath && path !== livePath)
    .map(({ rawBody }) => rawBody);
}

/** The words of fields left out, refusals and the like: each logged line as JSON says it, of one event. */
export function loggedEvents({ log }: Pick<Stage, 'log'>, event: string): readonly string[] {
  return log.of(event);
}

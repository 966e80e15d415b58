import { onTestFinished } from 'vitest';
import { shownIn, spokenIn } from './reading.ts';
import { type RedisProcess, startRedis } from './redis/redis-server.ts';
import type { CommandAnswer } from './slack/deliver/command.ts';
import type { StoredMessage } from './slack/state/surfaces.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

/** A stage that is taken down when the test ends. */
export async function onStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  onTestFinished(() => stage.close());
  return stage;
}

/** A real Redis that is stopped when the test ends. */
export async function onRedis(args: readonly string[] = []): Promise<RedisProcess> {
  const redis = await startRedis({ args });
  onTestFinished(() => redis.stop());
  return redis;
}

/** What a person reads who typed something. */
export interface Read {
  readonly answer: CommandAnswer;
  readonly shown: string;
  readonly spoken: string;
}

/** Someone types `/meeting` and a text, and reads the reply to the command itself. */
export async function types(
  stage: Stage,
  text: string,
  given: { readonly appUrl?: string; readonly userId?: string; readonly channelId?: string } = {},
): Promise<Read> {
  const answer = await stage.slack.command({ appUrl: stage.appUrl, text, ...given });
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

/** What was asked of the conference service so far: the bodies' own text, digit for digit. */
export function asked({ conference }: Stage): readonly string[] {
  return conference.questions.map(({ rawBody }) => rawBody);
}

/** The words of fields left out, refusals and the like: each logged line as JSON says it, of one event. */
export function loggedEvents({ logged }: Pick<Stage, 'logged'>, event: string): readonly string[] {
  return logged()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`));
}

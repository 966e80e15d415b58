import { type Answer, failureOf } from '../../sandbox/slack/deliver/courier.ts';
import type { SampleSlack } from '../../sandbox/slack/sample-slack.ts';
import type { Ephemeral, StoredView, Surface } from '../../sandbox/slack/state/surfaces.ts';
import type { Call } from '../../sandbox/slack/state/workspace.ts';
import type { Random } from '../random.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** What must be seen in Slack for an answer to have come. */
export type Sign = (slack: SampleSlack) => boolean;

/** Nobody waits longer for anything; what is not there by then never comes. */
const GIVE_UP_MS = 12_000;

/** How far back in what Slack recorded a sign is looked for. */
const RECENT = 400;

/** Somebody who uses the app, one thing after the other. */
export class Visitor {
  readonly world: World;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly userId: string;

  constructor(world: World, ledger: Ledger, random: Random, userId: string) {
    this.world = world;
    this.ledger = ledger;
    this.random = random;
    this.userId = userId;
  }

  get slack(): SampleSlack {
    return this.world.slack;
  }

  /**
   * Does something at one of the processes, and counts the result: a successful HTTP answer, and after it what `signOf` says
   * must be seen. Resolves with undefined if either was missing.
   */
  async does<A extends Answer>(
    entryPoint: string,
    act: (appUrl: string) => Promise<A>,
    signOf: (answer: A) => Sign | undefined = () => undefined,
  ): Promise<A | undefined> {
    const since = performance.now();
    const answer = await act(this.world.apps.url());
    if (failureOf(answer) !== undefined) {
      this.ledger.unanswered(entryPoint, answer.status === 0 ? 'nothing in 3 s' : `HTTP ${answer.status}`);
      return undefined;
    }
    const sign = signOf(answer);
    if (sign !== undefined && !(await this.#sees(sign))) {
      this.ledger.unanswered(entryPoint, 'acknowledged, and nothing seen');
      return undefined;
    }
    this.ledger.answered(entryPoint, sign === undefined ? answer.ms : performance.now() - since);
    return answer;
  }

  /** Waits for what an answer only announced, such as the card in a modal that is open. */
  async awaits(entryPoint: string, sign: Sign): Promise<boolean> {
    const since = performance.now();
    const isSeen = await this.#sees(sign);
    if (isSeen) this.ledger.followed(entryPoint, performance.now() - since);
    else this.ledger.missing(entryPoint, 'announced, and never seen');
    return isSeen;
  }

  /** The latest message that only this person sees. */
  lastEphemeral(): Ephemeral | undefined {
    return this.slack.ephemerals.findLast(({ userId }) => userId === this.userId);
  }

  topModal(): StoredView | undefined {
    return this.slack.views.get(this.slack.stacks.get(this.userId)?.at(-1) ?? '');
  }

  /** Another modal on top than now. */
  newModal(): Sign {
    const before = this.topModal();
    return () => ![before, undefined].includes(this.topModal());
  }

  /** Closes what is open; Slack shows three modals at most. */
  closeModals(): void {
    for (const id of this.slack.stacks.get(this.userId) ?? []) this.slack.views.delete(id);
    this.slack.stacks.delete(this.userId);
  }

  has(surface: Surface, actionId: string): boolean {
    try {
      return this.slack.findButton(surface, actionId) !== undefined;
    } catch {
      return false;
    }
  }

  async #sees(sign: Sign): Promise<boolean> {
    return this.slack.waitFor((slack) => sign(slack) || undefined, GIVE_UP_MS).catch(() => false);
  }
}

/** A post to this response URL. */
export function replied(responseUrl: string | undefined): Sign {
  return ({ responses }) => recent(responses).some((response) => response.responseUrl === responseUrl);
}

/** A call of this method that was not there when the sign was made. */
export function calledSince(
  { calls }: SampleSlack,
  method: string,
  isSo: (args: Call['args']) => boolean,
): Sign {
  const last = (): Call | undefined =>
    recent(calls).findLast((call) => call.method === method && isSo(call.args));
  const before = last();
  return () => ![before, undefined].includes(last());
}

/** A card of this person in a channel, posted after the sign was made, or why there is none. */
export function shared({ slack, userId }: Visitor): (responseUrl: string | undefined) => Sign {
  const posted = calledSince(
    slack,
    'chat.postMessage',
    (args) => String(args.channel).startsWith('C') && JSON.stringify(args).includes(userId),
  );
  return (responseUrl) => (state) => posted(state) || replied(responseUrl)(state);
}

/** This view was filled or renewed since. */
export function updated(view: StoredView): Sign {
  const before = view.hash;
  return ({ views }) => ![before, undefined].includes(views.get(view.id)?.hash);
}

/** Nothing in the view says any more that something is looked up. */
export function filled(view: StoredView): Sign {
  return () => !isWaiting(JSON.stringify(view.blocks));
}

/** Whether an answer only says that there will be one. */
export function isWaiting(text: string): boolean {
  return text === '' || text.includes('hourglass_flowing_sand');
}

function recent<T>(list: readonly T[]): readonly T[] {
  return list.slice(-RECENT);
}

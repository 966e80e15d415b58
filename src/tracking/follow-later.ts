import type { PostedCard } from '../core/posted-card.ts';
import { InFlight } from '../lib/in-flight.ts';
import type { Followers, ShownMeeting } from './followers.ts';

/** Lets a card follow its meeting. Never rejects. */
export type Follow = (shown: ShownMeeting, place: PostedCard) => Promise<void>;

export interface FollowLater {
  readonly follow: Follow;
  /** Forgets the cards that wait. Resolves when none is being written down any more. */
  forgetWaiting(): Promise<void>;
}

export interface FollowLaterOptions {
  readonly followers: Pick<Followers, 'follow'>;
  /** Told of each card that cannot be noted yet. */
  readonly onFailure: (error: unknown) => void;
}

/** Cards of a tenant that wait for the durable storage in this process. */
const WAITING_MAX = 1000;

const RETRY_MS = 1000;

/**
 * A card that Slack has posted must be noted, or it never changes: while the durable storage is away, it waits in this process's memory and
 * is tried each second. Only a process that ends in that time loses it.
 */
export function followLater({ followers, onFailure }: FollowLaterOptions): FollowLater {
  const waiting = new Map<PostedCard, ShownMeeting>();
  const running = new InFlight();
  let timer: NodeJS.Timeout | undefined;

  async function tryToFollow(shown: ShownMeeting, place: PostedCard): Promise<void> {
    try {
      await followers.follow(shown, place);
      waiting.delete(place);
    } catch (error) {
      onFailure(error);
      if (waiting.size < WAITING_MAX) waiting.set(place, shown);
      retryLater();
    }
  }

  function retryLater(): void {
    if (timer === undefined) timer = setTimeout(() => running.add(retryAll()), RETRY_MS).unref();
  }

  /** Stops at the first that fails again, which plans the next try. */
  async function retryAll(): Promise<void> {
    timer = undefined;
    for (const [place, shown] of [...waiting]) {
      await tryToFollow(shown, place);
      if (waiting.has(place)) return;
    }
  }

  return {
    follow(shown, place) {
      const followed = tryToFollow(shown, place);
      running.add(followed);
      return followed;
    },
    async forgetWaiting() {
      await running.ended();
      waiting.clear();
    },
  };
}

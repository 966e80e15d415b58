import type { FoundMeeting } from '../../src/conference/lookup.ts';
import type { ConferenceVendor } from '../../src/conference/vendor.ts';
import type { PostedCard } from '../../src/core/posted-card.ts';
import type { AskedWith, TenantId } from '../../src/core/tenant.ts';
import type { Clock } from '../../src/core/time.ts';
import type { DueTimes } from '../../src/storage/due-times.ts';
import type { Keys } from '../../src/storage/keys.ts';
import type { RateLimiterFactory } from '../../src/storage/rate-limiter.ts';
import type { CardSender } from '../../src/tracking/card-sender.ts';
import type { SharedCardsIn } from '../../src/tracking/shared-card.ts';

/** What the tracker of one workspace does, as the loop and the listeners call it. */
export interface SimulatedWorkspace {
  follow(found: FoundMeeting, place: PostedCard): Promise<void>;
  check(id: string): Promise<number | undefined>;
  updateWaiting(): Promise<number | undefined>;
}

export interface WorkspaceOptions {
  readonly tenant: TenantId;
  readonly askedWith: AskedWith;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly vendor: ConferenceVendor;
  readonly sender: CardSender;
  readonly dueTimes: (key: string) => DueTimes;
  readonly rateLimiter: RateLimiterFactory;
  readonly cardsIn: SharedCardsIn;
}

/** A member that this process took, and until when (milliseconds since 1970) no other takes it. */
export interface Claimed {
  readonly member: string;
  readonly leasedUntil: number;
}

/**
 * What is due when, for any number of processes. A member is a text without secrets; times are milliseconds since 1970. A process claims
 * what is due under a lease, works, and settles. A process that dies does not settle, and another one claims the member when the lease is
 * over. So work runs at least once. Every operation has a time limit and rejects with `StorageUnavailable`.
 */
export interface DueTimes {
  /** Adds a member, or moves it, to be due at `at`. */
  schedule(member: string, at: number): Promise<void>;
  /**
   * Adds a member to be due at `at`, or brings it forward: to `at`, and by a millisecond at least, so that a claim made before does not settle
   * it. What was stored before this call is seen by whoever claims the member next.
   */
  scheduleBy(member: string, at: number): Promise<void>;
  /** Brings a member forward; nothing where there is none. */
  bringForward(member: string, at: number): Promise<void>;
  /** Takes up to `max` members that are due at `now`, the earliest first, each until `now + leaseMs`. */
  claim(now: number, leaseMs: number, max: number): Promise<readonly Claimed[]>;
  /** Ends a claim: the member is due at `nextAt`, or removed. Nothing where somebody moved it since the claim. */
  settle(claimed: Claimed, nextAt: number | undefined): Promise<void>;
  remove(member: string): Promise<void>;
  /** When the earliest member is due; undefined without any. */
  oldest(): Promise<number | undefined>;
  size(): Promise<number>;
  /** All that begin with a text of letters, digits, `_`, `-` and `/`, due or not. It looks at every member, so it is for what is rare. */
  membersOf(prefix: string): Promise<readonly string[]>;
}

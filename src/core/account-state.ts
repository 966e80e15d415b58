import type { SlackUserId } from './person.ts';
import type { ConferenceAccount } from './tenant.ts';
import type { UnixSeconds } from './time.ts';

/** What admins may know of their workspace's conference account: everything but its secrets. */
export type AccountState =
  | (Pick<ConferenceAccount, 'url' | 'userId' | 'linkDomains'> & {
      readonly kind: 'connected';
      readonly setBy: SlackUserId;
      readonly setAt: UnixSeconds;
      /** Whether its host is still one that an account may name. Otherwise the account is not used. */
      readonly isAllowed: boolean;
    })
  /** The workspace has connected none: it has the account of the environment, or none. */
  | { readonly kind: 'deployment' | 'none' }
  /** One is stored and cannot be read, or the storage does not answer. */
  | { readonly kind: 'unreadable' | 'unavailable' };

/** Why the last question with an account failed, in the conference service's own words as far as it gave any. The texts are not escaped. */
export interface AccountFailure {
  readonly kind: 'refused' | 'timeout' | 'unreachable' | 'unreadable';
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly at: UnixSeconds;
}

/** What the Home tab of an admin says of the account. */
export interface AccountOverview {
  readonly state: AccountState;
  /** Undefined while questions are answered, and where none was asked yet. */
  readonly lastFailure: AccountFailure | undefined;
}

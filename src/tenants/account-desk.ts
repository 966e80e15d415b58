import type { Trial } from '../conference/try-account.ts';
import type { VendorFailure } from '../conference/vendor.ts';
import type { AccountState } from '../core/account-state.ts';
import type { VendorUserId } from '../core/ids.ts';
import type { SlackUserId } from '../core/person.ts';
import type { AccountId, ConferenceAccount, ConferenceCredentials, TenantId } from '../core/tenant.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import { StorageUnavailable } from '../storage/durable-store.ts';
import type { RateLimiter } from '../storage/rate-limiter.ts';
import type { ConferenceAccounts, FoundAccount } from './conference-accounts.ts';

/** An account as an admin typed it. */
export interface TypedAccount {
  readonly url: string;
  readonly userId: VendorUserId;
  /** Undefined: those that are stored, if host and user stay the same; or none, if none are stored. */
  readonly credentials: ConferenceCredentials | undefined;
  /** Undefined: the deployment's. */
  readonly linkDomains: readonly string[] | undefined;
}

/**
 * What came of it. `credentials-needed`: the stored secrets are for another host or user, and go nowhere else. `changed-meanwhile`: another admin
 * was quicker. `unavailable`: the storage did not answer; what was there before is still there, or the new account is.
 */
export type ConnectOutcome =
  | {
      readonly kind:
        | 'connected'
        | 'host-not-allowed'
        | 'credentials-needed'
        | 'changed-meanwhile'
        | 'unavailable';
    }
  | { readonly kind: 'throttled'; readonly seconds: number }
  | VendorFailure;

/** The account of one tenant, for its admins; whoever calls has made sure that they are. No method rejects. */
export interface AccountDesk {
  /** The roots that an account may name, the default first. */
  readonly roots: readonly [string, ...string[]];
  state(): Promise<AccountState>;
  /** Tries an account with one question, and stores it if it works. From then on this process asks with it, the others within a minute. */
  connect(typed: TypedAccount, by: SlackUserId): Promise<ConnectOutcome>;
  /** Deletes the account with its secrets; false where the storage did not answer. */
  disconnect(): Promise<boolean>;
}

export interface AccountDeskOptions {
  readonly tenant: TenantId;
  readonly accounts: ConferenceAccounts;
  readonly roots: AccountDesk['roots'];
  readonly hasDeploymentAccount: boolean;
  readonly tryAccount: (account: ConferenceAccount) => Promise<Trial>;
  /** So that nobody can find out by trial which secrets the vendor takes: a few a minute, for all admins of the tenant. */
  readonly limiter: RateLimiter;
  readonly limitKey: string;
  readonly newId: () => AccountId;
  /** Told after each write, also one that may have failed. */
  readonly onChanged: () => void;
  readonly clock: Clock;
}

export function accountDesk(options: AccountDeskOptions): AccountDesk {
  const { tenant, accounts, roots, tryAccount, limiter, limitKey, newId, onChanged, clock } = options;

  async function connect(typed: TypedAccount, by: SlackUserId): Promise<ConnectOutcome> {
    if (!roots.includes(typed.url)) return { kind: 'host-not-allowed' };
    const seconds = await limiter.consume(limitKey);
    if (seconds > 0) return { kind: 'throttled', seconds };
    const found = await accounts.find(tenant);
    const credentials = typed.credentials ?? keptCredentials(typed, found);
    if (credentials === undefined) return { kind: 'credentials-needed' };
    const { url, userId, linkDomains } = typed;
    const account = { id: newId(), url, userId, credentials, linkDomains, linkLookupPath: undefined };
    const trial = await tryAccount(account);
    if (trial.kind !== 'works') return trial;
    const isStored = await written(
      accounts.put(tenant, { account, setBy: by, setAt: secondsOf(clock) }, found),
    );
    return { kind: isStored ? 'connected' : 'changed-meanwhile' };
  }

  /** A write that failed may have been done all the same. */
  const written = <T>(write: Promise<T>): Promise<T> => write.finally(onChanged);

  return {
    roots,
    state: () => orElse<AccountState>(accounts.find(tenant).then(stateOf), { kind: 'unavailable' }),
    connect: (typed, by) => orElse(connect(typed, by), { kind: 'unavailable' }),
    disconnect: () =>
      orElse(
        written(accounts.remove(tenant)).then(() => true),
        false,
      ),
  };

  function stateOf(found: FoundAccount): AccountState {
    if (found.kind === 'none') return { kind: options.hasDeploymentAccount ? 'deployment' : 'none' };
    if (found.kind === 'unreadable') return found;
    const { account, setBy, setAt } = found.connected;
    const { url, userId, linkDomains } = account;
    return { kind: 'connected', url, userId, linkDomains, isAllowed: roots.includes(url), setBy, setAt };
  }
}

function keptCredentials(
  { url, userId }: TypedAccount,
  found: FoundAccount,
): ConferenceCredentials | undefined {
  if (found.kind === 'none') return { kind: 'none' };
  if (found.kind === 'unreadable') return undefined;
  const { account } = found.connected;
  const isSame = account.url === url && account.userId === userId;
  return isSame || account.credentials.kind === 'none' ? account.credentials : undefined;
}

async function orElse<T>(promise: Promise<T>, unavailable: T): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof StorageUnavailable) return unavailable;
    throw error;
  }
}

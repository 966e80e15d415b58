import type { Brand } from './brand.ts';
import type { VendorUserId } from './ids.ts';
import type { TeamId } from './person.ts';

/** One customer of this deployment: a Slack installation with a conference account. Letters, digits, `-` and `_`; every storage key has it. */
export type TenantId = Brand<string, 'TenantId'>;

/** Slack's side of a tenant: the bot token of one workspace, or of one Enterprise organisation. */
export interface Installation {
  readonly botToken: string;
}

/**
 * What a payload says of the installation that it was sent to. This is not the workspace of the person who acts: in Slack Connect that may be
 * another one. An organisation-wide installation may name no workspace (docs.slack.dev, enterprise).
 */
export interface InstallationRef {
  readonly teamId: TeamId | undefined;
  readonly enterpriseId: TeamId | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** How an account proves itself to the vendor. */
export type ConferenceCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'app'; readonly appKey: string; readonly appSecret: string };

/** Tells what a tenant was told with one account from what it was told with another. Letters, digits and `-`; storage keys have it. */
export type AccountId = Brand<string, 'AccountId'>;

/** The vendor's side of a tenant. */
export interface ConferenceAccount {
  /** A new one each time that a workspace connects an account; undefined for the account of the environment. */
  readonly id: AccountId | undefined;
  /** The root of the vendor's interface, without a closing slash. */
  readonly url: string;
  readonly credentials: ConferenceCredentials;
  /** The user to ask as. */
  readonly userId: VendorUserId;
  /** Path of "details by attendee link", where the vendor offers it. */
  readonly linkLookupPath: string | undefined;
  /** Domains in lower case, subdomains included, of this account's links; undefined: the deployment's. */
  readonly linkDomains: readonly string[] | undefined;
}

/** With which account something was learned: one that the tenant connected, or the deployment's. */
export type AskedWith = AccountId | 'deployment';

export interface Tenant {
  readonly id: TenantId;
  readonly installation: Installation;
  /** Undefined: nobody has connected one, and the environment gives none. */
  readonly conference: ConferenceAccount | undefined;
}

function isTenantId(id: string): id is TenantId {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id);
}

/** Undefined for a text that a storage key cannot contain. */
export function tenantId(id: string): TenantId | undefined {
  return isTenantId(id) ? id : undefined;
}

function isAccountId(id: string): id is AccountId {
  return /^[A-Za-z0-9-]{1,64}$/.test(id);
}

/** Undefined for a text that a storage key cannot contain. */
export function accountId(id: string): AccountId | undefined {
  return isAccountId(id) ? id : undefined;
}

/** In the keys of a tenant without an account. */
export const NO_ACCOUNT_ID: AccountId = known('none');

function known(id: string): AccountId {
  const made = accountId(id);
  if (made === undefined) throw new Error(`${id} is not an account id`);
  return made;
}

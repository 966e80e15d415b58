import type { ConferenceAccount, ConferenceCredentials } from '../core/tenant.ts';
import type { Variables } from './variables.ts';
import type { Workspaces } from './workspaces.ts';

/** How the conference service is asked. */
export interface ConferenceConfig {
  /** Of workspaces that have connected none; undefined: they must connect one. */
  readonly account: ConferenceAccount | undefined;
  /** The roots of the interface that the account of a workspace may name, the default first. */
  readonly roots: readonly [string, ...string[]];
  /** How long one question may take. */
  readonly timeoutMs: number;
}

type Given = Partial<Readonly<Record<keyof Variables, unknown>>>;

const CREDENTIALS = ['CONFERENCE_TOKEN', 'CONFERENCE_APP_KEY', 'CONFERENCE_APP_SECRET'] as const;

/** What is wrong with the variables of the conference account, a sentence each. With many workspaces, none of them is needed. */
export function conferenceFaults(given: Given, workspaces: Workspaces['kind']): readonly string[] {
  const faults: string[] = [];
  const isGiven = (name: keyof Variables): boolean => given[name] !== undefined;
  if (!isGiven('CONFERENCE_USER_ID')) {
    const credentials = CREDENTIALS.find(isGiven);
    if (workspaces === 'one') faults.push('CONFERENCE_USER_ID is needed');
    else if (credentials !== undefined) faults.push(`CONFERENCE_USER_ID is needed with ${credentials}`);
  }
  if (isGiven('CONFERENCE_APP_KEY') !== isGiven('CONFERENCE_APP_SECRET')) {
    faults.push('CONFERENCE_APP_KEY and CONFERENCE_APP_SECRET are needed together');
  }
  if (isGiven('CONFERENCE_TOKEN') && isGiven('CONFERENCE_APP_KEY')) {
    faults.push('CONFERENCE_TOKEN and CONFERENCE_APP_KEY exclude each other');
  }
  return faults;
}

export function conferenceOf(given: Variables): ConferenceConfig {
  const { CONFERENCE_API_URL: url, CONFERENCE_USER_ID: userId, CONFERENCE_API_HOSTS: hosts = [] } = given;
  const credentials = credentialsOf(given);
  const linkLookupPath = given.CONFERENCE_LINK_LOOKUP_PATH;
  const account: ConferenceAccount | undefined =
    userId === undefined
      ? undefined
      : { id: undefined, url, userId, credentials, linkLookupPath, linkDomains: undefined };
  const roots = hosts.filter((root, nth) => root !== url && hosts.indexOf(root) === nth);
  return { account, roots: [url, ...roots], timeoutMs: given.CONFERENCE_TIMEOUT_MS };
}

function credentialsOf({
  CONFERENCE_TOKEN,
  CONFERENCE_APP_KEY,
  CONFERENCE_APP_SECRET,
}: Variables): ConferenceCredentials {
  if (CONFERENCE_TOKEN !== undefined) return { kind: 'token', token: CONFERENCE_TOKEN };
  if (CONFERENCE_APP_KEY !== undefined && CONFERENCE_APP_SECRET !== undefined) {
    return { kind: 'app', appKey: CONFERENCE_APP_KEY, appSecret: CONFERENCE_APP_SECRET };
  }
  return { kind: 'none' };
}

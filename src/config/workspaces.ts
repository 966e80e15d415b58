import { OAUTH_REDIRECT_PATH } from '../core/install-paths.ts';
import type { Variables } from './variables.ts';

/** The Slack app as OAuth knows it. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the states of installations. */
  readonly stateSecret: string;
  /** Where Slack sends the browser back to; one of the app's redirect URLs. */
  readonly redirectUrl: string;
}

/** Which workspaces a deployment serves: the one of a bot token, or each that installs the app. */
export type Workspaces =
  | { readonly kind: 'one'; readonly botToken: string }
  | ({ readonly kind: 'many' } & OAuthClient);

type Given = Partial<Readonly<Record<keyof Variables, unknown>>>;

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
const ALL_THREE = 'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET';

/** What is wrong with the variables that decide which workspaces are served, a sentence each. */
export function workspaceFaults(given: Given): readonly string[] {
  const isOne = given.SLACK_BOT_TOKEN !== undefined;
  const found = OAUTH.filter((name) => given[name] !== undefined).length;
  if (isOne && found > 0) return [`SLACK_BOT_TOKEN and ${ALL_THREE} exclude each other`];
  if (isOne) return [];
  if (found === 0) return [`SLACK_BOT_TOKEN is needed (or ${ALL_THREE}, for many workspaces)`];
  if (found < OAUTH.length) return [`${ALL_THREE} are needed together`];
  const faults: string[] = [];
  if (given.SLACK_OAUTH_REDIRECT_URL === undefined && given.PUBLIC_URL === undefined) {
    faults.push(
      'SLACK_OAUTH_REDIRECT_URL is needed for many workspaces (or PUBLIC_URL, from which it follows)',
    );
  }
  if (given.STATE_REDIS_URL === undefined && given.REDIS_URL === undefined) {
    faults.push(
      'STATE_REDIS_URL (or REDIS_URL) is needed for many workspaces: their installations must not be lost',
    );
  }
  return faults;
}

/** Undefined where `workspaceFaults` has something to say. */
export function workspacesOf(given: Variables): Workspaces | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = given;
  const { SLACK_STATE_SECRET: stateSecret, SLACK_OAUTH_REDIRECT_URL, PUBLIC_URL } = given;
  if (botToken !== undefined) return { kind: 'one', botToken };
  const redirectUrl = SLACK_OAUTH_REDIRECT_URL ?? (PUBLIC_URL && `${PUBLIC_URL}${OAUTH_REDIRECT_PATH}`);
  if (clientId === undefined || clientSecret === undefined) return undefined;
  if (stateSecret === undefined || redirectUrl === undefined) return undefined;
  return { kind: 'many', clientId, clientSecret, stateSecret, redirectUrl };
}

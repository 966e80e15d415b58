import { slackErrorOf } from './retry-on-rate-limit.ts';

/**
 * Slack's errors for a token that is no longer valid: the app was uninstalled, the token revoked, the workspace deleted, or taken from the
 * organisation's installation (docs.slack.dev, methods/auth.test).
 */
const REFUSED: ReadonlySet<string | undefined> = new Set([
  'account_inactive',
  'invalid_auth',
  'team_access_not_granted',
  'token_revoked',
]);

export function isTokenRefused(error: unknown): boolean {
  return REFUSED.has(slackErrorOf(error));
}

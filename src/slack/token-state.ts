import type { TokenState } from '../tenants/departures.ts';
import type { SlackClientsOf } from './slack-client.ts';
import { isTokenRefused } from './token-refused.ts';

/** Asks Slack whether it still takes a token. Never rejects. */
export function tokenStates(clientsOf: SlackClientsOf): (botToken: string) => Promise<TokenState> {
  return async (botToken) => {
    try {
      await clientsOf({ token: botToken }).client.auth.test();
      return 'works';
    } catch (error) {
      return isTokenRefused(error) ? 'revoked' : 'unknown';
    }
  };
}

import type { TokenState } from '../tenants/departures.ts';
import { isTokenRefused } from './token-refused.ts';
import { type WebClientOptions, webClient } from './web-client.ts';

/** Asks Slack whether it still takes a token. Never rejects. */
export function tokenStates(
  clientOptions: Omit<WebClientOptions, 'token'>,
): (botToken: string) => Promise<TokenState> {
  return async (botToken) => {
    try {
      await webClient({ token: botToken, ...clientOptions }).auth.test();
      return 'works';
    } catch (error) {
      return isTokenRefused(error) ? 'revoked' : 'unknown';
    }
  };
}

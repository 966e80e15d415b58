import { createHash } from 'node:crypto';
import type { ConferenceCredentials } from '../../../core/tenant.ts';

/**
 * The headers of one request. `nonce` is fresh for each, at most 128 characters; `nowMs` is UTC milliseconds. The check sum is the
 * vendor's: lower-case hex SHA-1 of secret, nonce and time.
 */
export function authenticationHeaders(
  credentials: ConferenceCredentials,
  nonce: string,
  nowMs: number,
): Readonly<Record<string, string>> {
  switch (credentials.kind) {
    case 'none':
      return {};
    case 'token':
      return { token: credentials.token };
    case 'app': {
      const { appKey, appSecret } = credentials;
      const time = String(nowMs);
      const checkSum = createHash('sha1').update(`${appSecret}${nonce}${time}`).digest('hex');
      return { AppKey: appKey, Nonce: nonce, CurTime: time, CheckSum: checkSum };
    }
  }
}

import { createHash } from 'node:crypto';
import type { ConferenceCredentials } from '../../../core/tenant.ts';

/**
 * The authentication headers of one request (docs/conference-endpoint.md). `nonce` is new for each request, at most 128 characters; `nowMs` is
 * UTC milliseconds.
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

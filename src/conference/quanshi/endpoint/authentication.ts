import { createHash } from 'node:crypto';

/** How this deployment proves itself to the vendor (conference-api.md, "Authentication"). */
export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'app'; readonly appKey: string; readonly appSecret: string };

/**
 * The headers of one request. `nonce` is fresh for each, at most 128 characters; `nowMs` is UTC milliseconds. The check sum is the
 * vendor's: lower-case hex SHA-1 of secret, nonce and time.
 */
export function authenticationHeaders(
  authentication: Authentication,
  nonce: string,
  nowMs: number,
): Readonly<Record<string, string>> {
  switch (authentication.kind) {
    case 'none':
      return {};
    case 'token':
      return { token: authentication.token };
    case 'app': {
      const { appKey, appSecret } = authentication;
      const time = String(nowMs);
      const checkSum = createHash('sha1').update(`${appSecret}${nonce}${time}`).digest('hex');
      return { AppKey: appKey, Nonce: nonce, CurTime: time, CheckSum: checkSum };
    }
  }
}

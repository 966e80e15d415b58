import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How the sample service wants to be asked; the vendor documents the last two. */
export type ConferenceAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'app'; readonly appKey: string; readonly appSecret: string };

/** Why these headers do not let their sender in, or `undefined` where they do. */
export function refusedBecause(auth: ConferenceAuth, headers: IncomingHttpHeaders): string | undefined {
  switch (auth.kind) {
    case 'none':
      return undefined;
    case 'token':
      return headers.token === auth.token ? undefined : 'the token is missing or wrong';
    case 'app':
      return refusedApp(auth.appKey, auth.appSecret, headers);
  }
}

function refusedApp(appKey: string, appSecret: string, headers: IncomingHttpHeaders): string | undefined {
  const nonce = headers.nonce;
  const curTime = headers.curtime;
  if (headers.appkey !== appKey) return 'AppKey is missing or wrong';
  if (typeof nonce !== 'string' || nonce === '' || nonce.length > 128)
    return 'Nonce takes 1 to 128 characters';
  if (typeof curTime !== 'string' || !/^\d{13}$/.test(curTime)) return 'CurTime takes UTC milliseconds';
  const expected = createHash('sha1').update(`${appSecret}${nonce}${curTime}`).digest('hex');
  return headers.checksum === expected ? undefined : 'CheckSum does not match';
}

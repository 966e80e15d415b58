import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RedisOptions } from 'ioredis';

/** A self-signed certificate for 127.0.0.1, valid for a hundred years, and its key; made for these tests only. */
export const CERTIFICATE = fileURLToPath(new URL('./tls/certificate.pem', import.meta.url));
const KEY = fileURLToPath(new URL('./tls/key.pem', import.meta.url));

/** How a server is protected: by a password and by TLS. */
export interface Secured {
  readonly password: string;
}

/** The settings that make a server accept TLS connections only, as pairs of name and value. */
export function tlsSettings(port: number): readonly (readonly [string, string])[] {
  return [
    ['port', '0'],
    ['tls-port', String(port)],
    ['tls-cert-file', CERTIFICATE],
    ['tls-key-file', KEY],
    ['tls-ca-cert-file', CERTIFICATE],
    ['tls-auth-clients', 'no'],
    ['tls-replication', 'yes'],
  ];
}

/** What a client needs besides a `rediss://` address. */
export function trust(url: string): Pick<RedisOptions, 'tls'> {
  return url.startsWith('rediss:') ? { tls: { ca: readFileSync(CERTIFICATE) } } : {};
}

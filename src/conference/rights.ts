import type { Audience } from '../core/views.ts';

/**
 * How far an answer proves who may see what. `current`: the vendor gave it a moment ago. `unchecked`: that was too long ago; look up with
 * `maxAge: 'rights'`. `fallback`: the vendor was asked again and failed. `withdrawn`: the vendor refused since then, or this process saw a
 * later answer.
 */
export type Rights = 'current' | 'unchecked' | 'fallback' | 'withdrawn';

/** The highest audience that such an answer proves anybody to be (SECURITY.md, "How long a right is believed"). */
export const PROVES = {
  current: 'host',
  unchecked: 'public',
  fallback: 'attendee',
  withdrawn: 'public',
} as const satisfies Record<Rights, Audience>;

import type { Audience } from '../core/views.ts';

/**
 * How far a copy is believed about who may see what. `current`: the vendor said so a moment ago. `unchecked`: that was too long ago; ask
 * with `maxAge: 'rights'`. `stand-in`: the vendor was asked again and failed. `withdrawn`: it refused since, or a later copy is known.
 */
export type Rights = 'current' | 'unchecked' | 'stand-in' | 'withdrawn';

/** The highest audience that such a copy proves anybody to be (SECURITY.md, "How long a right is believed"). */
export const PROVES = {
  current: 'host',
  unchecked: 'public',
  'stand-in': 'attendee',
  withdrawn: 'public',
} as const satisfies Record<Rights, Audience>;

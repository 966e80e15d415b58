import type { VendorUserId } from '../../core/ids.ts';
import { type Field, text, user } from './decoder/fields.ts';
import { WireObject } from './decoder/wire-object.ts';
import type { EndpointClient } from './endpoint/client.ts';

const USERS = '/confopenapi/account/getUsersByEmailsMobiles';

/** An account at the conference vendor. */
export interface Account {
  readonly userId: VendorUserId;
  readonly name: string | undefined;
}

export type AccountAnswer =
  | { readonly kind: 'found'; readonly account: Account }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed' };

/** Who has this e-mail address at the vendor. Never rejects. */
export type FindAccount = (email: string) => Promise<AccountAnswer>;

/** An address exactly as it is written; what is no text is none. */
const address: Field<string> = (value) => (typeof value === 'string' ? value : 'none');

/**
 * The vendor's `getUsersByEmailsMobiles`, asked for one address. Only an entry under that very address counts, and only where it is the
 * only one; ASCII letters match in either case. An address with anything outside visible ASCII matches none and is not asked about:
 * two that look alike, or that Unicode folds into one, can belong to two people.
 */
export function accountsEndpoint(client: EndpointClient): FindAccount {
  return async (email) => {
    const asked = folded(email);
    if (asked === undefined) return { kind: 'not-found' };
    const reply = await client(USERS, { emails: [email], mobiles: [] });
    if (reply.kind !== 'answered') return { kind: 'failed' };
    const result =
      typeof reply.result === 'object' && reply.result !== null ? Object.entries(reply.result) : [];
    const [entry, ...others] = result.filter(([key]) => folded(key) === asked);
    const wire = WireObject.of(entry?.[1], '', () => {});
    const userId = wire?.read('userId', user);
    const said = wire?.read('email', address);
    if (wire === undefined || userId === undefined || others.length > 0) return { kind: 'not-found' };
    if (said !== undefined && folded(said) !== asked) return { kind: 'not-found' };
    return { kind: 'found', account: { userId, name: wire.read('displayName', text) } };
  };
}

/** In small letters; undefined for what is not one `@` between visible characters of ASCII. */
function folded(address: string): string | undefined {
  return /^[!-?A-~]+@[!-?A-~]+$/.test(address) ? address.toLowerCase() : undefined;
}

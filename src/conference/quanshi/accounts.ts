import type { FindAccount } from '../vendor.ts';
import { type Field, text, user } from './decoder/fields.ts';
import { WireObject } from './decoder/wire-object.ts';
import type { EndpointClient } from './endpoint/client.ts';

const USERS = '/confopenapi/account/getUsersByEmailsMobiles';

/** An address exactly as it is written. A value that is not a text matches no address. */
const address: Field<string> = (value) => (typeof value === 'string' ? value : 'none');

/**
 * Asks for the account of one address. An entry counts only under that very address, and only if it is the only one; ASCII letters match in
 * either case. An address with characters outside visible ASCII is not asked about: two that look alike, or that Unicode folds into one, can
 * belong to two people.
 */
export function findAccount(client: EndpointClient): FindAccount {
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

/** In lower case; undefined unless it is one `@` between visible ASCII characters. */
function folded(address: string): string | undefined {
  return /^[!-?A-~]+@[!-?A-~]+$/.test(address) ? address.toLowerCase() : undefined;
}

import type { VendorUserId } from '../core/ids.ts';
import { text, user } from './decoder/fields.ts';
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

/** The vendor's `getUsersByEmailsMobiles`, asked for one address; only an entry under that very address counts, whatever its case. */
export function accountsEndpoint(client: EndpointClient): FindAccount {
  return async (email) => {
    const reply = await client(USERS, { emails: [email], mobiles: [] });
    if (reply.kind !== 'answered') return { kind: 'failed' };
    const result =
      typeof reply.result === 'object' && reply.result !== null ? Object.entries(reply.result) : [];
    const entry = result.find(([key]) => isSameEmail(key, email));
    const wire = WireObject.of(entry?.[1], '', () => {});
    const userId = wire?.read('userId', user);
    const said = wire?.read('email', text);
    if (wire === undefined || userId === undefined) return { kind: 'not-found' };
    if (said !== undefined && !isSameEmail(said, email)) return { kind: 'not-found' };
    return { kind: 'found', account: { userId, name: wire.read('displayName', text) } };
  };
}

function isSameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

import * as v from 'valibot';
import { vendorUserId } from '../core/ids.ts';
import { isSlackUserId, type SlackUserId } from '../core/person.ts';
import { accountId, type ConferenceAccount } from '../core/tenant.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';

/** An account that a workspace connected, and who connected it. */
export interface ConnectedAccount {
  readonly account: ConferenceAccount;
  readonly setBy: SlackUserId;
  readonly setAt: UnixSeconds;
}

const storedSecond = v.custom<UnixSeconds>(
  (value) => typeof value === 'number' && unixSeconds(value) === value,
);
const text = (max: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(max));

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    url: text(300),
    userId: v.string(),
    credentials: v.variant('kind', [
      v.object({ kind: v.literal('none') }),
      v.object({ kind: v.literal('token'), token: text(3000) }),
      v.object({ kind: v.literal('app'), appKey: text(3000), appSecret: text(3000) }),
    ]),
    linkDomains: v.optional(v.pipe(v.array(text(253)), v.maxLength(100))),
    setBy: v.pipe(v.string(), v.guard(isSlackUserId)),
    setAt: storedSecond,
  }),
);

export function writeAccount({ account, setBy, setAt }: ConnectedAccount): string {
  const { id, url, userId, credentials, linkDomains } = account;
  return JSON.stringify({ id, url, userId, credentials, linkDomains, setBy, setAt });
}

/** Undefined for what is not an account. */
export function readAccount(stored: string): ConnectedAccount | undefined {
  const read = v.safeParse(schema, stored);
  if (!read.success) return undefined;
  const { id: written, url, userId: digits, credentials, linkDomains, setBy, setAt } = read.output;
  const [id, userId] = [accountId(written), vendorUserId(digits)];
  if (id === undefined || userId === undefined) return undefined;
  // Whether the vendor has the link lookup for this account is not asked.
  const account = { id, url, userId, credentials, linkDomains, linkLookupPath: undefined };
  return { account, setBy, setAt };
}

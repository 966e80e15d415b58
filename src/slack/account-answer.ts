import { ACCOUNT_FORM, type AccountField } from '../cards/account-form.ts';
import { oneLine, shorten } from '../cards/limits.ts';
import type { Words } from '../cards/words/words.ts';
import { assertNever } from '../core/brand.ts';
import type { AccountDesk, ConnectOutcome } from '../tenants/account-desk.ts';

/** Why an account was not connected: a sentence for an admin, and the field that it belongs to. */
export interface AccountRefusal {
  readonly field: AccountField;
  readonly sentence: string;
}

/** Of what the vendor says. */
const VENDOR_TEXT_MAX = 150;

/** Undefined where the account was connected. */
export function refusalOf(outcome: ConnectOutcome, words: Words): AccountRefusal | undefined {
  const { fault, refused, throttled } = words.account;
  switch (outcome.kind) {
    case 'connected':
      return undefined;
    case 'refused': {
      const { code, message } = outcome.report;
      return { field: 'token', sentence: refused(plain(code), plain(message)) };
    }
    case 'credentials-needed':
      return { field: 'token', sentence: fault['credentials-needed'] };
    case 'throttled':
      return { field: 'userId', sentence: throttled(outcome.seconds) };
    case 'changed-meanwhile':
    case 'unavailable':
    case 'busy':
      return { field: 'userId', sentence: fault[outcome.kind] };
    case 'host-not-allowed':
    case 'timeout':
    case 'unreachable':
    case 'unreadable':
      return { field: 'host', sentence: fault[outcome.kind] };
    default:
      return assertNever(outcome);
  }
}

/** The block of a field. Where there is no choice of hosts, the field after it stands in. */
export function blockOf(field: AccountField, { roots }: Pick<AccountDesk, 'roots'>): string {
  return ACCOUNT_FORM[field === 'host' && roots.length === 1 ? 'userId' : field];
}

const plain = (said: string | undefined): string | undefined =>
  said === undefined ? undefined : shorten(oneLine(said), VENDOR_TEXT_MAX);

import { ACCOUNT_FORM, type AccountField, rootOfChoice, type TypedFields } from '../cards/account-form.ts';
import type { AccountFault } from '../cards/words/account-words.ts';
import { linkDomains } from '../core/host-names.ts';
import { vendorUserId } from '../core/ids.ts';
import type { ConferenceCredentials } from '../core/tenant.ts';
import type { AccountDesk, TypedAccount } from '../tenants/account-desk.ts';
import type { AccountSubmission } from './payloads/account-submission.ts';

/** What is wrong at a field. */
interface FieldFault {
  readonly field: AccountField;
  readonly fault: AccountFault;
}

/** What an admin typed: an account, or what is wrong at which fields. `fields` has what may be shown again. */
export type TypedForm = { readonly fields: TypedFields } & (
  | { readonly kind: 'account'; readonly account: TypedAccount }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
);

/** What a header of HTTP can carry, without blanks (RFC 9110, 5.5). */
const VISIBLE = /^[!-~]+$/;

export function readTypedAccount({ view }: AccountSubmission, roots: AccountDesk['roots']): TypedForm {
  const input = (field: AccountField) => view.state.values[ACCOUNT_FORM[field]]?.[ACCOUNT_FORM[field]];
  const said = (field: AccountField): string => input(field)?.value?.trim() ?? '';
  const choice = input('host')?.selected_option?.value;
  const url = choice === undefined ? roots[0] : rootOfChoice(choice, roots);
  const userId = vendorUserId(said('userId'));
  const domains = said('domains') === '' ? undefined : (linkDomains(said('domains')) ?? 'faulty');
  const credentials = credentialsOf(said('token'), said('key'), said('secret'));
  const fields = { url, userId: said('userId'), domains: said('domains') };
  const faults: FieldFault[] = [...credentials.faults];
  if (url === undefined) faults.push({ field: 'host', fault: 'host-not-allowed' });
  if (userId === undefined) faults.push({ field: 'userId', fault: 'user-id' });
  if (domains === 'faulty') faults.push({ field: 'domains', fault: 'domains' });
  if (url === undefined || userId === undefined || domains === 'faulty' || faults.length > 0)
    return { kind: 'faults', faults, fields };
  const account = { url, userId, credentials: credentials.typed, linkDomains: domains };
  return { kind: 'account', account, fields };
}

interface Credentials {
  readonly typed: ConferenceCredentials | undefined;
  readonly faults: readonly FieldFault[];
}

function credentialsOf(token: string, appKey: string, appSecret: string): Credentials {
  const faulty = (field: AccountField, fault: AccountFault): Credentials => ({
    typed: undefined,
    faults: [{ field, fault }],
  });
  if (token !== '' && appKey + appSecret !== '') return faulty('token', 'token-or-key');
  if (appKey !== '' && appSecret === '') return faulty('secret', 'key-without-secret');
  if (appKey === '' && appSecret !== '') return faulty('key', 'secret-without-key');
  if (token !== '' && !VISIBLE.test(token)) return faulty('token', 'characters');
  if (appKey !== '' && !VISIBLE.test(appKey)) return faulty('key', 'characters');
  if (token !== '') return { typed: { kind: 'token', token }, faults: [] };
  return { typed: appKey === '' ? undefined : { kind: 'app', appKey, appSecret }, faults: [] };
}

import type { ModalView } from '@slack/types';
import type { AccountState } from '../core/account-state.ts';
import type { ZoneName } from '../core/time.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, context, header, section } from './blocks.ts';
import { LIMITS, oneLine, shorten } from './limits.ts';
import { modal } from './modal.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Block, ButtonElement, Input, InputElement } from './readonly-blocks.ts';
import { momentToken } from './when.ts';
import type { Words } from './words/words.ts';

/** The form's own ids: of its submission, and of each field's block and element. */
export const ACCOUNT_FORM = {
  callbackId: 'conference_account',
  host: 'account_host',
  userId: 'account_user',
  token: 'account_token',
  key: 'account_key',
  secret: 'account_secret',
  domains: 'account_domains',
} as const;

export type AccountField = Exclude<keyof typeof ACCOUNT_FORM, 'callbackId'>;

/** In the choice of hosts, the default: an address may be longer than Slack lets a value be. */
const DEFAULT_HOST = 'default';

const SECRET_MAX = 3000;
const USER_ID_MAX = 20;
const DOMAINS_MAX = 2000;

/** What stands in the form, but for secrets, which never do. */
export interface TypedFields {
  readonly url: string | undefined;
  readonly userId: string;
  readonly domains: string;
}

export interface AccountFormContent {
  readonly state: AccountState;
  /** The roots that an account may name, the default first. With one, there is no choice of hosts. */
  readonly roots: readonly [string, ...string[]];
  readonly zone: ZoneName;
  /** What the admin typed before, where the form is shown again. */
  readonly typed?: TypedFields;
  /** Why it is shown again. */
  readonly fault?: string;
}

/** The root that a choice of hosts stands for; undefined for another value. */
export function rootOfChoice(value: string, roots: AccountFormContent['roots']): string | undefined {
  return value === DEFAULT_HOST ? roots[0] : roots.find((root) => root === value);
}

const choiceOf = (root: string, roots: AccountFormContent['roots']): string =>
  root === roots[0] ? DEFAULT_HOST : root;

/** The heading, how the account stands, and the button that opens the form: a section of the settings. */
export function accountSection(state: AccountState, zone: ZoneName, words: Words): readonly Block[] {
  const { title, connect, change } = words.account;
  const isChanged = state.kind === 'connected' || state.kind === 'unreadable';
  const open = button({ actionId: ACTION.account, label: isChanged ? change : connect });
  return [header(title), { ...section(accountStateText(state, zone, words)), accessory: open }];
}

/** How the account stands, in a line or two. */
export function accountStateText(state: AccountState, zone: ZoneName, words: Words): Mrkdwn {
  const { account } = words;
  if (state.kind !== 'connected') return mrkdwn`${account.state[state.kind]}`;
  const date = momentToken(state.setAt, '{date_long} {time}', { zone }, words);
  const line = mrkdwn`${account.connectedOn} ${date} · ${Mrkdwn.user(state.setBy)}`;
  return state.isAllowed ? line : mrkdwn`:warning: *${account.state['not-allowed']}*\n${line}`;
}

/** The form for an account. Fields of secrets are empty whatever is stored. */
export function accountForm(content: AccountFormContent, words: Words): ModalView {
  const { state, roots, zone, fault } = content;
  const { account } = words;
  const isConnected = state.kind === 'connected';
  const typed = content.typed ?? storedFields(state);
  const hasStored = isConnected || state.kind === 'unreadable';
  const view = modal(
    account.title,
    words,
    [
      fault === undefined ? undefined : section(mrkdwn`:warning: *${fault}*`),
      section(mrkdwn`${account.about}`),
      isConnected ? context(accountStateText(state, zone, words)) : undefined,
      roots.length > 1 ? hostField(typed.url, roots, words) : undefined,
      textField('userId', words, { initial: typed.userId, max: USER_ID_MAX, isRequired: true }),
      textField('token', words, { max: SECRET_MAX }),
      textField('key', words, { max: SECRET_MAX }),
      textField('secret', words, { max: SECRET_MAX }),
      isConnected ? context(mrkdwn`${account.keepsSecrets}`) : undefined,
      textField('domains', words, { initial: typed.domains, max: DOMAINS_MAX }),
      hasStored ? actions([disconnectButton(words)]) : undefined,
    ],
    ACCOUNT_FORM,
  );
  return { ...view, submit: { type: 'plain_text', text: account.save, emoji: false } };
}

function storedFields(state: AccountState): TypedFields {
  if (state.kind !== 'connected') return { url: undefined, userId: '', domains: '' };
  return { url: state.url, userId: state.userId, domains: (state.linkDomains ?? []).join(', ') };
}

interface TextFieldOptions {
  readonly initial?: string;
  readonly max: number;
  readonly isRequired?: boolean;
}

function textField(
  name: Exclude<AccountField, 'host'>,
  words: Words,
  { initial = '', max, isRequired = false }: TextFieldOptions,
): Input {
  return field(name, words, isRequired, {
    type: 'plain_text_input',
    action_id: ACCOUNT_FORM[name],
    max_length: max,
    ...(initial === '' ? {} : { initial_value: initial }),
  });
}

function hostField(url: string | undefined, roots: AccountFormContent['roots'], words: Words): Input {
  const options = roots.map((root) => ({
    text: { type: 'plain_text', text: shorten(nameOf(root), LIMITS.optionText), emoji: false } as const,
    value: choiceOf(root, roots),
  }));
  const [first] = options;
  const chosen = options.find(({ value }) => url !== undefined && rootOfChoice(value, roots) === url);
  const initial = chosen ?? (url === undefined ? first : undefined);
  return field('host', words, true, {
    type: 'static_select',
    action_id: ACCOUNT_FORM.host,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
}

const nameOf = (root: string): string => oneLine(root.replace(/^https?:\/\//, ''));

function field(name: AccountField, words: Words, isRequired: boolean, element: InputElement): Input {
  const { label, hint } = words.account[name];
  return {
    type: 'input',
    block_id: ACCOUNT_FORM[name],
    optional: !isRequired,
    label: { type: 'plain_text', text: label, emoji: false },
    hint: { type: 'plain_text', text: hint, emoji: false },
    element,
  };
}

function disconnectButton(words: Words): ButtonElement {
  const { disconnect, disconnectQuestion } = words.account;
  return {
    ...button({ actionId: ACTION.accountRemove, label: disconnect }),
    style: 'danger',
    confirm: {
      title: { type: 'plain_text', text: shorten(disconnect, LIMITS.confirmTitle), emoji: false },
      text: { type: 'plain_text', text: disconnectQuestion, emoji: false },
      confirm: { type: 'plain_text', text: shorten(disconnect, LIMITS.confirmButton), emoji: false },
      deny: { type: 'plain_text', text: shorten(words.cancel, LIMITS.confirmButton), emoji: false },
      style: 'danger',
    },
  };
}

import type { AccountWords } from '../account-words.ts';
import { pluralFormat } from '../plurals.ts';

const seconds = pluralFormat('en', { one: 'second', other: 'seconds' });

export const account: AccountWords = {
  account: {
    title: 'Conference account',
    state: {
      deployment: 'This workspace uses the account of this Meeting Cards deployment.',
      none: 'No account is connected. Nobody can look up meetings until you connect one.',
      unreadable:
        'The stored account cannot be read. Nobody can look up meetings until you connect it again.',
      unavailable: 'The account cannot be shown right now. Try again in a moment.',
      'not-allowed':
        'The host of the stored account is no longer allowed. Nobody can look up meetings until you connect another one.',
    },
    connectedOn: 'Connected:',
    connect: 'Connect an account',
    change: 'Change the account',
    about: 'Meeting Cards looks up the meetings of this workspace with this account.',
    save: 'Save',
    checking: 'Checking the account…',
    connected: 'The account works. Meeting Cards now looks up meetings with it.',
    disconnect: 'Disconnect the account',
    disconnectQuestion: 'The stored user ID and secrets will be deleted.',
    disconnected: 'The account is disconnected, and its secrets are deleted.',
    host: { label: 'Host', hint: 'The host of the conference service.' },
    userId: { label: 'User ID', hint: 'The conference user to look up meetings as: digits only.' },
    token: {
      label: 'Token',
      hint: 'If you have a key and a secret instead, leave this empty. Saved secrets are encrypted and never shown again.',
    },
    key: { label: 'Key', hint: 'The app key. Leave it empty if you have a token.' },
    secret: { label: 'Secret', hint: 'The secret of the app key.' },
    domains: {
      label: 'Link domains',
      hint: 'The domains of meeting links, separated by commas. Leave this empty to use the usual ones.',
    },
    keepsSecrets:
      'Leave the token, the key and the secret empty to keep the saved ones. They are never shown. If the host or the user ID changes, enter them again.',
    fault: {
      'user-id': 'A user ID has digits only.',
      'token-or-key': 'Enter either a token, or a key and a secret.',
      'key-without-secret': 'Enter the secret of this key.',
      'secret-without-key': 'Enter the key of this secret.',
      characters: 'Check this value: it has a space or a character that cannot be part of it.',
      domains: 'Enter domains such as qsh1.cn, separated by commas.',
      'host-not-allowed': 'This host is not allowed. Choose another one.',
      'credentials-needed':
        'Enter the token, or the key and the secret, again: the saved ones are for another host or user ID.',
      'changed-meanwhile':
        'Another admin changed the account at the same moment. Close this window, and open it again.',
      unavailable: 'The account could not be saved right now. Try again in a moment.',
      timeout: 'The conference service did not respond in time. Nothing was saved. Try again in a moment.',
      unreachable: 'The conference service cannot be reached at this host. Nothing was saved.',
      unreadable: 'What responded at this host is not a conference service. Nothing was saved.',
      busy: 'Too many requests right now. Nothing was saved. Try again in a few seconds.',
    },
    refused: (code, message) => {
      const said = [code, message].filter((part) => part !== undefined).join(', ');
      return `The conference service refused this account${said === '' ? '' : `: ${said}`}. Check the user ID and the secrets.`;
    },
    throttled: (wait) => `The account was tried too often. Try again in ${seconds(wait)}.`,
  },
};

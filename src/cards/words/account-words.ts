import type { AccountState } from '../../core/account-state.ts';

/** What is wrong with what an admin typed, or what came of trying it. */
export type AccountFault =
  | 'user-id'
  | 'token-or-key'
  | 'key-without-secret'
  | 'secret-without-key'
  | 'characters'
  | 'domains'
  | 'host-not-allowed'
  | 'credentials-needed'
  | 'changed-meanwhile'
  | 'unavailable'
  | 'timeout'
  | 'unreachable'
  | 'unreadable'
  | 'busy';

interface FieldWords {
  readonly label: string;
  readonly hint: string;
}

/** The words of a workspace's own conference account. */
export interface AccountWords {
  readonly account: {
    /** At most 24 characters. */
    readonly title: string;
    /** How the account stands, where none is in use that an admin connected. */
    readonly state: Readonly<Record<Exclude<AccountState['kind'], 'connected'> | 'not-allowed', string>>;
    /** Before the date on which it was connected, and by whom. */
    readonly connectedOn: string;
    readonly connect: string;
    readonly change: string;
    readonly about: string;
    readonly save: string;
    readonly checking: string;
    readonly connected: string;
    readonly disconnect: string;
    readonly disconnectQuestion: string;
    readonly disconnected: string;
    readonly host: FieldWords;
    readonly userId: FieldWords;
    readonly token: FieldWords;
    readonly key: FieldWords;
    readonly secret: FieldWords;
    readonly domains: FieldWords;
    /** In place of the hint of the token, where secrets are stored. */
    readonly keepsSecrets: string;
    readonly fault: Readonly<Record<AccountFault, string>>;
    readonly refused: (code: string | undefined, message: string | undefined) => string;
    readonly throttled: (seconds: number) => string;
  };
}

import type { UnprovenReason } from '../../core/viewer.ts';
import type { Audience } from '../../core/views.ts';

/** The words of what is one person's: their way in, and who else is invited. */
export interface AccessWords {
  readonly myAccess: string;
  readonly people: string;
  readonly startAsHost: string;
  readonly joinAsCoHost: string;
  readonly yourRole: string;
  readonly audience: Readonly<Record<Audience, string>>;
  /** "you are the host of …" with the title put in behind. */
  readonly accessOf: Readonly<Record<Audience, string>>;
  /** The same where a stand-in may hide what is theirs. */
  readonly accessForNow: string;
  readonly onlyYou: string;
  readonly knownAs: (name: string | undefined, userId: string) => string;
  readonly unproven: Readonly<Record<UnprovenReason, string>>;
  readonly notInvited: string;
  readonly rightsNotConfirmed: string;
  readonly hostPassword: string;
  readonly hostSecret: string;
  readonly passphrase: string;
  readonly streamPassword: string;
  readonly h323: string;
  readonly roleLinks: string;
  readonly roleLinksWarning: string;
  readonly peopleCount: (count: number) => string;
  readonly unnamed: string;
  readonly noAnswer: string;
  readonly nobodyInvited: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly close: string;
}

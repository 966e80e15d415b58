import type { UnprovenReason } from '../../core/viewer.ts';
import type { Audience } from '../../core/views.ts';

/** The words of *My access* and *People*: what one person may use to join, and who else is invited. */
export interface AccessWords {
  readonly myAccess: string;
  readonly people: string;
  readonly startAsHost: string;
  readonly joinAsCoHost: string;
  readonly yourRole: string;
  readonly audience: Readonly<Record<Audience, string>>;
  /** "You are the host of"; the title follows. */
  readonly accessOf: Readonly<Record<Audience, string>>;
  /** The same where the stored meeting does not prove the person's role. */
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
  /** In place of the people of a meeting that the reader is not invited to. */
  readonly peopleOnlyForInvited: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly close: string;
}

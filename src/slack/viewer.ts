import type { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Keys, PersonId } from '../cache/keys.ts';
import type { Store } from '../cache/store.ts';
import { vendorUserId } from '../core/ids.ts';
import type { UnprovenReason, Viewer } from '../core/viewer.ts';
import type { FindAccount } from '../meetings/accounts.ts';
import { singleFlight } from '../meetings/single-flight.ts';
import { within } from './deadline.ts';
import type { Identity, IdentityBook } from './identity.ts';
import { type UserInfo, userInfo } from './payloads/user-info.ts';

const PROVEN_SECONDS = 60 * 60;
const UNPROVEN_SECONDS = 5 * 60;

export interface ViewersOptions {
  readonly client: webApi.WebClient;
  readonly identity: IdentityBook;
  readonly findAccount: FindAccount;
  readonly store: Store;
  readonly keys: Pick<Keys, 'viewer'>;
  readonly onFailure: (error: unknown) => void;
}

/** Who Slack users are at the conference vendor. Never rejects: whatever goes wrong leaves the person unproven. */
export interface Viewers {
  /** What is known within so many milliseconds; what is found out later is kept for the next time. */
  of(person: PersonId, milliseconds: number): Promise<Viewer>;
}

const unproven = (reason: UnprovenReason): Viewer => ({ kind: 'unproven', reason });

/**
 * Proof goes by the e-mail of the Slack profile: confirmed, of a person of this app's own workspace or organisation, and known to the
 * vendor. A proof is kept (sealed) for an hour, a lack of one for five minutes, a failure not at all.
 */
export function viewers(options: ViewersOptions): Viewers {
  const { client, identity, findAccount, store, keys, onFailure } = options;
  const inFlight = singleFlight<Viewer>();

  return {
    async of(person, milliseconds) {
      const key = keys.viewer(person);
      const proof = inFlight(key, () => known(key, person).catch((error: unknown) => failed(error)));
      return (await within(milliseconds, proof)) ?? unproven('could-not-check');
    },
  };

  function failed(error: unknown): Viewer {
    onFailure(error);
    return unproven('could-not-check');
  }

  async function known(key: string, person: PersonId): Promise<Viewer> {
    const kept = await store.get(key);
    const viewer = kept === undefined ? undefined : readViewer(kept);
    if (viewer !== undefined) return viewer;
    const proven = await prove(person);
    if (proven.kind === 'unproven' && proven.reason === 'could-not-check') return proven;
    await store.set(
      key,
      JSON.stringify(proven),
      proven.kind === 'proven' ? PROVEN_SECONDS : UNPROVEN_SECONDS,
    );
    return proven;
  }

  async function prove(person: PersonId): Promise<Viewer> {
    const [self, answer] = await Promise.all([
      identity.learn(),
      client.users.info({ user: person.userId, include_locale: true }),
    ]);
    if (self === undefined) return unproven('could-not-check');
    const user = v.parse(userInfo, answer.user);
    const reason = whyNot(user, person, self);
    if (reason !== undefined) return unproven(reason);
    const found = await findAccount(user.profile?.email ?? '');
    if (found.kind === 'failed') return unproven('could-not-check');
    if (found.kind === 'not-found') return unproven('unknown-to-vendor');
    return { kind: 'proven', ...found.account };
  }
}

function whyNot(user: UserInfo, person: PersonId, self: Identity): UnprovenReason | undefined {
  const isOfWorkspace = user.team_id === self.teamId && self.teamId !== undefined;
  const organisation = user.enterprise_user?.enterprise_id;
  const isOfOrganisation = self.enterpriseId !== undefined && organisation === self.enterpriseId;
  if (user.id !== person.userId || user.is_stranger || !(isOfWorkspace || isOfOrganisation))
    return 'other-workspace';
  if (user.is_bot || user.deleted) return 'bot';
  if (!user.profile?.email) return 'no-email';
  return user.is_email_confirmed ? undefined : 'unconfirmed-email';
}

const viewerSchema = v.variant('kind', [
  v.object({ kind: v.literal('proven'), userId: v.string(), name: v.optional(v.string()) }),
  v.object({
    kind: v.literal('unproven'),
    reason: v.picklist(['other-workspace', 'bot', 'no-email', 'unconfirmed-email', 'unknown-to-vendor']),
  }),
]);

function readViewer(text: string): Viewer | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), viewerSchema), text);
  if (!read.success) return undefined;
  if (read.output.kind === 'unproven') return read.output;
  const userId = vendorUserId(read.output.userId);
  return userId === undefined ? undefined : { kind: 'proven', userId, name: read.output.name };
}

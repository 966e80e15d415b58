import type { FindAccount } from '../conference/vendor.ts';
import type { Person } from '../core/person.ts';
import type { UnprovenReason, Viewer } from '../core/viewer.ts';
import type { BotIdentity, BotUser } from './bot-identity.ts';
import type { UserInfo } from './payloads/user-info.ts';

/** Who a Slack user is at the conference vendor. `user`: undefined where Slack does not show them to this app. */
export type ProveViewer = (user: UserInfo | undefined, person: Person) => Promise<Viewer>;

/**
 * Proof goes by the e-mail of the Slack profile: confirmed, of a person of this app's own workspace or organisation, and known to the
 * vendor. Whatever is missing or fails leaves the person unproven.
 */
export function viewerProof(identity: BotIdentity, findAccount: FindAccount): ProveViewer {
  return async (user, person) => {
    const self = await identity.learn();
    if (self === undefined) return unproven('could-not-check');
    if (user === undefined) return unproven(person.teamId === self.teamId ? 'no-email' : 'other-workspace');
    const reason = whyNot(user, person, self);
    if (reason !== undefined) return unproven(reason);
    const found = await findAccount(user.profile?.email ?? '');
    if (found.kind === 'failed') return unproven('could-not-check');
    if (found.kind === 'no-account') return unproven('no-account');
    if (found.kind === 'not-found') return unproven('unknown-to-vendor');
    return { kind: 'proven', ...found.account };
  };
}

/**
 * Where nothing could be checked about somebody who is not of the app's own workspace, or where that is not known, they may be of another
 * company.
 */
export function withOrigin(viewer: Viewer, person: Person, identity: Pick<BotIdentity, 'current'>): Viewer {
  if (viewer.kind === 'proven' || viewer.reason !== 'could-not-check') return viewer;
  return person.teamId === identity.current()?.teamId ? viewer : unproven('unknown-origin');
}

function unproven(reason: UnprovenReason): Viewer {
  return { kind: 'unproven', reason };
}

function whyNot(user: UserInfo, person: Person, self: BotUser): UnprovenReason | undefined {
  const isOfWorkspace = self.teamId !== undefined && user.team_id === self.teamId;
  const organisation = user.enterprise_user?.enterprise_id;
  const isOfOrganisation = self.enterpriseId !== undefined && organisation === self.enterpriseId;
  const isOurs = isOfWorkspace || isOfOrganisation;
  if (user.id !== person.userId || user.is_stranger || !isOurs) return 'other-workspace';
  if (user.is_bot || user.deleted) return 'bot';
  if (!user.profile?.email) return 'no-email';
  if (typeof user.is_email_confirmed !== 'boolean') return 'confirmation-unknown';
  return user.is_email_confirmed ? undefined : 'unconfirmed-email';
}

import { createHmac } from 'node:crypto';
import type { EventId, HostPassword } from '../core/ids.ts';
import type { LinkKey } from '../core/link-key.ts';

/** Every key that this app writes. Passwords, links and e-mails appear as a keyed hash, never in clear. */
export interface Keys {
  readonly meeting: (eventId: EventId) => string;
  readonly link: (link: LinkKey) => string;
  readonly hostPassword: (password: HostPassword) => string;
  /** Who a Slack user is at the vendor. */
  readonly viewer: (person: PersonId) => string;
  /** What a person spent of a budget. */
  readonly spent: (budget: string, person: PersonId) => string;
}

/** A Slack user of one workspace: ids are unique only together. */
export interface PersonId {
  readonly teamId: string;
  readonly userId: string;
}

/** Changed when what stands under a key changes its form: an older entry then counts as absent. */
const PREFIX = 'meeting-cards:1';
const HASH_CHARACTERS = 32;

/** The one builder of keys; reader and writer share it. The secret keys the hashes. */
export function cacheKeys(secret: Buffer): Keys {
  const hashed = (kind: string, value: string): string => {
    const digest = createHmac('sha256', secret).update(`${kind}:${value}`).digest('base64url');
    return `${PREFIX}:${kind}:${digest.slice(0, HASH_CHARACTERS)}`;
  };
  return {
    meeting: (eventId) => `${PREFIX}:meeting:${eventId}`,
    link: (link) => hashed('link', link),
    hostPassword: (password) => hashed('host-password', password),
    viewer: ({ teamId, userId }) => hashed('viewer', `${teamId}/${userId}`),
    spent: (budget, { teamId, userId }) => hashed(`spent-${budget}`, `${teamId}/${userId}`),
  };
}

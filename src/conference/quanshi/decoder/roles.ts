import { roleId } from '../../../core/ids.ts';
import type { Meeting, RoleLink } from '../../../core/meeting.ts';
import { type Credential, readAddress } from './credentials.ts';
import { type Field, text } from './fields.ts';
import type { WireObject } from './wire-object.ts';

/** Role links by the right that they give, and the ids of the roles that give more than an attendee's right. */
export type Roles = Pick<
  Meeting,
  'hostRoles' | 'coHostRoles' | 'participantRoles' | 'hostRoleIds' | 'coHostRoleIds'
>;

/** What whoever holds a role or opens its link becomes, from the least right to the greatest. */
const RIGHTS = ['participant', 'co-host', 'host'] as const;
type Right = (typeof RIGHTS)[number];

const RIGHT = new Map<unknown, Right>([
  ['1', 'host'],
  ['2', 'co-host'],
  ['3', 'participant'],
]);

/** Exact digits only: any other value is not one of the three. */
const managerType: Field<Right> = (value) =>
  RIGHT.get(typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : value);

/** One entry of `btplRole`, as far as it can be read. */
interface Entry {
  /** Undefined where it is unknown: it may be any. */
  readonly right: Right | undefined;
  readonly roleId: string | undefined;
  readonly address: string | undefined;
  /** Undefined where the entry lacks a link, an id, a name or a known right. */
  readonly role: RoleLink | undefined;
}

/**
 * Reads the roles. An entry without a link, an id or a known `managerType` is left out, since its kind decides who may see it. Entries of one
 * id may contradict each other. Then the holder has the least right that one of them gives, and their links are shown as if they gave the
 * greatest. `credentials` are the addresses of left-out entries that may give more than a participant's right.
 */
export function decodeRoles(btplRole: readonly WireObject[]): {
  readonly roles: Roles;
  readonly credentials: readonly Credential[];
} {
  const entries = btplRole.map(readEntry);
  const bounds = boundsById(entries);
  const links: Record<Right, RoleLink[]> = { host: [], 'co-host': [], participant: [] };
  const credentials: Credential[] = [];
  const proofs: Record<Right, Set<string>> = {
    host: new Set(),
    'co-host': new Set(),
    participant: new Set(),
  };
  for (const entry of entries) {
    const known = entry.roleId === undefined ? undefined : bounds.get(entry.roleId);
    const { least, greatest } = known ?? boundsOf(entry);
    if (entry.role !== undefined) {
      links[greatest].push(entry.role);
      if (entry.roleId !== undefined) proofs[least].add(entry.roleId);
    } else if (entry.address !== undefined && greatest !== 'participant') {
      credentials.push({ address: entry.address, audience: greatest });
    }
  }
  return {
    roles: {
      hostRoles: links.host,
      coHostRoles: links['co-host'],
      participantRoles: links.participant,
      hostRoleIds: [...proofs.host],
      coHostRoleIds: [...proofs['co-host']],
    },
    credentials,
  };
}

function readEntry(wire: WireObject): Entry {
  const right = wire.read('managerType', managerType);
  const id = wire.read('roleId', text);
  const { written, link } = readAddress(wire, 'link');
  const name = wire.read('roleName', text) ?? id;
  const held = id === undefined ? undefined : roleId(id);
  const isWhole = right !== undefined && id !== undefined && link !== undefined && name !== undefined;
  if (!isWhole) wire.dropped('');
  return { right, roleId: held, address: written, role: isWhole ? { roleId: held, name, link } : undefined };
}

interface Bounds {
  readonly least: Right;
  readonly greatest: Right;
}

function boundsOf({ right }: Entry): Bounds {
  return { least: right ?? 'participant', greatest: right ?? 'host' };
}

function boundsById(entries: readonly Entry[]): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const entry of entries) {
    if (entry.roleId === undefined) continue;
    const { least, greatest } = boundsOf(entry);
    const known = bounds.get(entry.roleId);
    bounds.set(entry.roleId, {
      least: known === undefined ? least : lesser(known.least, least),
      greatest: known === undefined ? greatest : greater(known.greatest, greatest),
    });
  }
  return bounds;
}

function lesser(one: Right, other: Right): Right {
  return RIGHTS.indexOf(one) < RIGHTS.indexOf(other) ? one : other;
}

function greater(one: Right, other: Right): Right {
  return lesser(one, other) === one ? other : one;
}

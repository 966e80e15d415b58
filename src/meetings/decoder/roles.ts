import type { RoleLink } from '../../core/meeting.ts';
import { integer, link, text } from './fields.ts';
import type { WireObject } from './wire-object.ts';

/** Role links by what they make of whoever opens them. */
export interface RoleLinks {
  readonly hostRoles: readonly RoleLink[];
  readonly coHostRoles: readonly RoleLink[];
  readonly participantRoles: readonly RoleLink[];
}

const KIND: Readonly<Record<number, keyof RoleLinks>> = {
  1: 'hostRoles',
  2: 'coHostRoles',
  3: 'participantRoles',
};

/** A role without a link, an id or a known `managerType` is left out: what kind it is decides who may see it. */
export function decodeRoles(btplRole: readonly WireObject[]): RoleLinks {
  const roles: Record<keyof RoleLinks, RoleLink[]> = { hostRoles: [], coHostRoles: [], participantRoles: [] };
  for (const wire of btplRole) {
    const kind = KIND[wire.read('managerType', integer) ?? 0];
    const roleId = wire.read('roleId', text);
    const address = wire.read('link', link);
    const name = wire.read('roleName', text) ?? roleId;
    if (kind === undefined || roleId === undefined || address === undefined || name === undefined)
      wire.dropped('');
    else roles[kind].push({ roleId, name, link: address });
  }
  return roles;
}

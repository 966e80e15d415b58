import type { WireRecord } from '../wire.ts';

/** Values of `managerType`. */
export const managerType = { host: 1, coHost: 2, participant: 3 } as const;

/** One of `btplRole`, with a link of its own. */
export function role(roleId: number, roleName: string, type: number, eventId: number): WireRecord {
  return { roleId, roleName, managerType: type, link: `https://stest.qsh1.cn/a/r${eventId}x${roleId}` };
}

/** A role of each kind, and a second that all may see. */
export function usualRoles(eventId: number): readonly WireRecord[] {
  return [
    role(1000, '采购代理', managerType.host, eventId),
    role(1001, '监管-看视频', managerType.coHost, eventId),
    role(1003, '评标人', managerType.participant, eventId),
    role(1004, 'Observer', managerType.participant, eventId),
  ];
}

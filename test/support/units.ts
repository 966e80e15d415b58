import { type EventId, eventId, type VendorUserId, vendorUserId } from '../../src/core/ids.ts';
import { hasStart } from '../../src/core/schedule.ts';
import { type TenantId, tenantId } from '../../src/core/tenant.ts';
import { type UnixSeconds, unixSeconds, type ZoneName, zoneName } from '../../src/core/time.ts';

/** A second that a test is sure of. */
export function second(value: number): UnixSeconds {
  const seconds = unixSeconds(value);
  if (seconds === undefined) throw new Error(`${value} is not a second`);
  return seconds;
}

/** A zone that a test is sure of. */
export function zoneOf(name: string): ZoneName {
  const zone = zoneName(name);
  if (zone === undefined) throw new Error(`${name} is not a zone`);
  return zone;
}

/** An event id that a test is sure of. */
export function eventOf(digits: string): EventId {
  const id = eventId(digits);
  if (id === undefined) throw new Error(`${digits} is not an event id`);
  return id;
}

/** A tenant's id that a test is sure of. */
export function tenantOf(id: string): TenantId {
  const tenant = tenantId(id);
  if (tenant === undefined) throw new Error(`${id} is not a tenant id`);
  return tenant;
}

/** A meeting, or a view of one, whose start a test is sure of. */
export function timed<T extends { readonly start: UnixSeconds | undefined }>(
  one: T,
): T & { readonly start: UnixSeconds } {
  if (!hasStart(one)) throw new Error('it has no start');
  return one;
}

/** A vendor user's id that a test is sure of. */
export function userOf(digits: string): VendorUserId {
  const user = vendorUserId(digits);
  if (user === undefined) throw new Error(`${digits} is not a user id`);
  return user;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { type EventId, eventId, type WebLink, webLink } from '../core/ids.ts';
import { type TenantId, tenantId } from '../core/tenant.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';
import { boundedMemo } from '../lib/bounded-memo.ts';

/** Where calendar files are fetched. */
export const CALENDAR_PATH = '/calendar';

/** A link on a card is good for a week. */
const GOOD_SECONDS = 7 * 24 * 60 * 60;

/** Each private card has one, so those of the day are in memory. */
const SIGNATURES_MAX = 2000;

/** Makes and reads links to calendar files: signed, so that event ids cannot be tried out, and expiring. */
export interface CalendarLinks {
  make(id: EventId, now: UnixSeconds): WebLink | undefined;
  /** The meeting that a query string names; undefined when it was tampered with or has expired. */
  read(query: URLSearchParams, now: UnixSeconds): EventId | undefined;
}

/** The links of a tenant; with undefined those of the only one, which do not name it. */
export type CalendarLinksOf = (tenant: TenantId | undefined) => CalendarLinks;

/** `publicUrl` without a closing slash; `key` signs. The expiry is rounded to the day, so that a card refreshed stays the same. */
export function calendarLinks(publicUrl: string, key: Buffer): CalendarLinksOf {
  const sign = boundedMemo(SIGNATURES_MAX, (text: string) =>
    createHmac('sha256', key).update(`calendar:${text}`).digest('base64url'),
  );
  return (tenant) => {
    const owner = tenant === undefined ? '' : `tenant=${tenant}&`;
    const signature = (id: EventId, until: number): string => sign(`${owner}${id}:${until}`);
    return {
      make(id, now) {
        const until = Math.ceil((now + GOOD_SECONDS) / 86_400) * 86_400;
        const query = `${owner}meeting=${id}&until=${until}&signature=${signature(id, until)}`;
        return webLink(`${publicUrl}${CALENDAR_PATH}?${query}`);
      },
      read(query, now) {
        const id = eventId(query.get('meeting') ?? '');
        const until = unixSeconds(Number(query.get('until')));
        if (id === undefined || until === undefined || until <= now) return undefined;
        const expected = Buffer.from(signature(id, until));
        const given = Buffer.from(query.get('signature') ?? '');
        return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
      },
    };
  };
}

/** The tenant that a query string names. It is only worth something if the tenant's links read the query. */
export function tenantIn(query: URLSearchParams): TenantId | undefined {
  return tenantId(query.get('tenant') ?? '');
}

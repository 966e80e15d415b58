import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Words } from '../cards/words/words.ts';
import type { Meetings } from '../conference/lookup.ts';
import { viewFor } from '../core/audience.ts';
import { hasStart } from '../core/schedule.ts';
import type { TenantId } from '../core/tenant.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { Handler } from '../ops/web.ts';
import { calendarFile, fileSurface } from './file.ts';
import { type CalendarLinksOf, tenantIn } from './link.ts';

/** What a tenant's files are made with. */
export interface CalendarSource {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly words: Words;
}

export interface CalendarRouteOptions {
  readonly linksOf: CalendarLinksOf;
  /** Undefined for an unknown tenant, and for one that sends files to invited people only; called for a link that was signed for it. */
  readonly sourceOf: (tenant: TenantId | undefined) => Promise<CalendarSource | undefined>;
  readonly clock: Clock;
  /** Told what was thrown where no file could be made. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * `GET` or `HEAD /calendar?…`: the file of the meeting that a signed link names; 404 for any other request and for a
 * meeting without a start, 503 while the meeting cannot be
 * had, 500 where no file can be made of it.
 */
export function calendarRoute(options: CalendarRouteOptions): Handler {
  return (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.onFailure(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}

async function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  { linksOf, sourceOf, clock }: CalendarRouteOptions,
): Promise<void> {
  const now = secondsOf(clock);
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  const tenant = tenantIn(query);
  const eventId = method === 'GET' || method === 'HEAD' ? linksOf(tenant).read(query, now) : undefined;
  const source = eventId === undefined ? undefined : await sourceOf(tenant);
  if (eventId === undefined || source === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { meetings, words } = source;
  const lookup = await meetings.find({ kind: 'event', eventId });
  if (lookup.kind !== 'found') {
    response.writeHead(lookup.kind === 'not-found' ? 404 : 503).end();
    return;
  }
  const view = viewFor(lookup.meeting, { kind: 'unproven', reason: 'not-asked' }, fileSurface('company'));
  if (!hasStart(view)) {
    response.writeHead(404).end();
    return;
  }
  const { name, content } = calendarFile(view, words, now);
  const body = Buffer.from(content);
  response.writeHead(200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': body.length,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, max-age=60',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

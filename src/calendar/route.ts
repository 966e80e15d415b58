import type { Words } from '../cards/words/words.ts';
import { viewFor } from '../core/audience.ts';
import { type Clock, secondsOf } from '../core/time.ts';
import type { Meetings } from '../meetings/lookup.ts';
import type { Handler } from '../ops/web.ts';
import { calendarFile } from './file.ts';
import type { CalendarLinks } from './link.ts';

export interface CalendarRouteOptions {
  readonly links: CalendarLinks;
  readonly meetings: Meetings;
  readonly words: Words;
  readonly clock: Clock;
}

/** `GET /calendar?…`: the file of the meeting that a signed link names; 404 for any other request, 503 while it cannot be had. */
export function calendarRoute({ links, meetings, words, clock }: CalendarRouteOptions): Handler {
  return (request, response) => {
    const now = secondsOf(clock);
    const query = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
    const eventId = request.method === 'GET' ? links.read(query, now) : undefined;
    if (eventId === undefined) {
      response.writeHead(404).end();
      return;
    }
    void meetings.find({ kind: 'event', eventId }).then((lookup) => {
      if (lookup.kind !== 'found') {
        response.writeHead(lookup.kind === 'not-found' ? 404 : 503).end();
        return;
      }
      const view = viewFor(
        lookup.meeting,
        { kind: 'unproven', reason: 'not-asked' },
        { kind: 'shared', showsAttendeePassword: false },
      );
      const { name, content } = calendarFile(view, words, now);
      response.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, max-age=60',
        'x-content-type-options': 'nosniff',
      });
      response.end(content);
    });
  };
}

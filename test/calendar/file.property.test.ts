import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile } from '../../src/calendar/file.ts';
import { viewFor } from '../../src/core/audience.ts';
import { hasStart } from '../../src/core/schedule.ts';
import { strangeMeeting } from '../support/arbitraries.ts';
import { nobody, cardOptions as options } from '../support/card-options.ts';
import { decodedAll } from '../support/decoded.ts';
import { icsLines } from '../support/ics.ts';

test('whatever the vendor says of a meeting, its calendar file is one that a calendar reads', () => {
  fc.assert(
    fc.property(strangeMeeting, options, (wire, { words, now }) => {
      for (const meeting of decodedAll([wire]).meetings) {
        const view = viewFor(meeting, nobody, {
          kind: 'shared',
          reach: 'company',
          showsAttendeePassword: false,
          visibility: 'everyone',
          zone: 'meeting',
        });
        if (!hasStart(view)) continue;
        const { content } = calendarFile(view, words, now);
        const [event, ...others] = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent');
        expect(others).toEqual([]);
        expect(event?.getFirstPropertyValue('uid')).toContain(meeting.eventId);
        expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe(
          new Date(view.start * 1000).toISOString().replace('.000', ''),
        );
        expect(icsLines(content).join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        expect(content).not.toMatch(/\p{Surrogate}/u);
      }
    }),
    { numRuns: 300 },
  );
});

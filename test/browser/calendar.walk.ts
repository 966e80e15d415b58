import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('add to calendar', () => {
  it("puts the calendar file into the person's messages with the app", async () => {
    const lucy = await visit('attendee');
    await lucy.say('/meeting 700002');
    await lucy.pick(lucy.newest(), 'Add to calendar');
    await see(lucy.page.getByRole('log'), 'The calendar file is in your direct messages with this app.');
    await lucy.page.getByRole('button', { name: 'Messages', exact: true }).click();
    const file = lucy.newest().getByRole('link', { name: /\.ics$/ });
    const path = await file.getAttribute('href');
    await lucy.picture('calendar');
    const content = await lucy.page.request.get(new URL(path ?? '', lucy.page.url()).href);
    expect(await content.text()).toContain('BEGIN:VCALENDAR');
  });
});

import { press } from './interactions.ts';
import { lastEphemeral, types } from './on-stage.ts';
import { shownIn } from './reading.ts';
import type { Stage } from './stage.ts';

/** What someone reads who presses *My access* on the card of a meeting that they asked for. */
export async function accessOf(stage: Stage, userId: string, eventId = '700001'): Promise<string> {
  await types(stage, eventId, { userId });
  await press(stage, lastEphemeral(stage), 'meeting_access');
  return shownIn(lastEphemeral(stage));
}

/** What may be read by attendees of 700001, by its co-hosts, by its hosts. */
export const ATTENDEES = /201501990002700001|open-sesame|watch-4471|192\.168\.37/;
export const CO_HOSTS = /cohost700001|r700001x1001/;
export const HOSTS = /k\/host700001|r700001x1000|201501990001700001|918273/;

import * as v from 'valibot';
import type { OutcomeAt } from '../ops/labels.ts';
import { homeOpened } from './listeners/events/app-home-opened.ts';
import { linkShared } from './listeners/events/link-shared.ts';
import { homeOpenedEvent, linkSharedEvent, uninstallEvent } from './payloads/event.ts';
import type { Services } from './services.ts';

/** Slack delivers an event again for a day at most; most often within five minutes. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

const anyEvent = v.looseObject({
  event_id: v.optional(v.string()),
  event: v.looseObject({ type: v.string() }),
});

/** Hands an event to its listener, once over all processes (`event_id`); resolves to a fixed word for what came of it. */
export async function routeEvent(body: unknown, services: Services): Promise<OutcomeAt<'event'>> {
  const read = v.safeParse(anyEvent, body);
  if (!read.success) return 'unknown';
  switch (read.output.event.type) {
    case 'link_shared': {
      const payload = v.safeParse(linkSharedEvent, body);
      if (!payload.success) return 'unknown';
      return (await isOurs(payload.output.event_id, services))
        ? linkShared(payload.output, services)
        : 'duplicate';
    }
    case 'app_home_opened': {
      const payload = v.safeParse(homeOpenedEvent, body);
      if (!payload.success) return 'unknown';
      return (await isOurs(payload.output.event_id, services))
        ? homeOpened(payload.output, services)
        : 'duplicate';
    }
    default:
      return v.is(uninstallEvent, body) ? 'uninstalled' : 'unknown';
  }
}

function isOurs(eventId: string, { store, keys }: Services): Promise<boolean> {
  return store.setIfAbsent(keys.slackEvent(eventId), '1', REMEMBERED_SECONDS);
}

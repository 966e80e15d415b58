import { workObject } from '../../../cards/work-object.ts';
import { eventId } from '../../../core/ids.ts';
import { linkReference, type Reference } from '../../../core/reference.ts';
import { secondsOf } from '../../../core/time.ts';
import { privateView } from '../../found-card.ts';
import { knownRunning } from '../../known-running.ts';
import { listener } from '../../listener.ts';
import type { NoMeeting } from '../../look-up.ts';
import { NOTHING, WITHOUT_MEETING } from '../../outcomes.ts';
import { type EntityDetailsEvent, entityDetailsEvent } from '../../payloads/event.ts';
import { REQUIRED_PROFILE_MS } from '../../time-limits.ts';
import { withMeeting } from '../../with-meeting.ts';

/**
 * Somebody opened the flexpane of a meeting under a link: it is filled for them alone, with what they may see of it and in their language. It is the
 * only place beside a link that differs by reader.
 */
export const entityDetails = listener({
  payload: entityDetailsEvent,
  entryPoint: 'event',
  outcomes: ['presented', ...WITHOUT_MEETING, NOTHING],
  async listen(context, { event }) {
    const { messenger, services, settings } = context;
    const reference = referenceOf(event, settings.linkDomains);
    if (!services.workObjects || reference === undefined) return NOTHING;
    const { trigger_id, entity_url: url } = event;
    return withMeeting<'presented', NoMeeting['kind']>(context, reference, {
      find: { maxAge: 'rights' },
      profileMs: REQUIRED_PROFILE_MS,
      rights: 'as-stored',
      async found(found, { profile: { viewer }, words }): Promise<'presented'> {
        const running = await knownRunning(found, services);
        const view = privateView(found, viewer, settings);
        const metadata = workObject(view, { words, now: secondsOf(services.clock), url, running });
        await messenger.presentDetails(trigger_id, { metadata });
        return 'presented';
      },
      async notFound({ outcome, sentence }, { words }) {
        const error = { status: 'custom', custom_title: words.meeting, custom_message: sentence };
        await messenger.presentDetails(trigger_id, { error });
        return outcome;
      },
    });
  },
});

/** By its number, which the app itself gave Slack; else by the link. Neither proves anything about who asks. */
function referenceOf(
  { external_ref, entity_url }: EntityDetailsEvent['event'],
  linkDomains: readonly string[],
): Reference | undefined {
  const id = eventId(external_ref?.id ?? '');
  return id === undefined ? linkReference(entity_url, linkDomains) : { kind: 'event', eventId: id };
}

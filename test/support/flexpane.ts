import { fieldsAt, listAt, textAt } from '../../sandbox/slack/fields.ts';
import { done } from './interactions.ts';
import type { Stage } from './stage.ts';

/** A link, and the number by which its Work Object names the meeting. */
export interface Opened {
  readonly url: string;
  readonly eventId: string;
}

/** Somebody opens the flexpane of a link; resolves to what it then shows them. `over` goes over the event that Slack sends. */
export async function opensFlexpane(
  stage: Stage,
  userId: string,
  { url, eventId }: Opened,
  over: Readonly<Record<string, unknown>> = {},
) {
  const { slack, appUrl } = stage;
  const event = {
    type: 'entity_details_requested',
    user: userId,
    trigger_id: slack.triggers.mint(userId),
    entity_url: url,
    external_ref: { id: eventId, type: 'meeting' },
    user_locale: 'en-US',
    ...over,
  };
  await done(stage, () => slack.event({ appUrl, event }));
  return slack.flexpanes.get(userId) ?? {};
}

/** The values of a Work Object, by their labels. */
export const labelled = (entity: object): Record<string, unknown> =>
  Object.fromEntries(
    listAt(fieldsAt({ ...entity }, 'entity_payload') ?? {}, 'custom_fields').map((field) => [
      textAt(field, 'label'),
      field.value,
    ]),
  );

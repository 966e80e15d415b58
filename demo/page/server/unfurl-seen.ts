import { type Fields, fieldsAt, textAt } from '../../../sandbox/slack/fields.ts';
import type { Unfurl } from '../../../sandbox/slack/state/surfaces.ts';
import type { UnfurlSeen, WorkObjectSeen } from '../snapshot.ts';

/** A preview, with the Work Object under the same link. */
export function unfurlSeen({ url, blocks }: Unfurl, entities: ReadonlyMap<string, Fields>): UnfurlSeen {
  const entity = entities.get(url);
  return { url, blocks, workObject: entity === undefined ? null : workObjectSeen(entity) };
}

function workObjectSeen(entity: Fields): WorkObjectSeen {
  const attributes = fieldsAt(fieldsAt(entity, 'entity_payload') ?? {}, 'attributes') ?? {};
  return {
    title: textAt(fieldsAt(attributes, 'title') ?? {}, 'text') ?? '',
    what: ['display_type', 'display_id'].map((name) => textAt(attributes, name) ?? '').join(' '),
  };
}

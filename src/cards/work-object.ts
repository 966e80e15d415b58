import type { EntityActionButton, EntityCustomField, EntityMetadata } from '@slack/types';
import { hasStart, type Progress, phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { LimitedView, MeetingView, SharedView, View } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { secretsOf } from './credentials.ts';
import { canJoin } from './joining.ts';
import { LIMITS, oneLine, shorten } from './limits.ts';
import { phaseWord } from './phase-label.ts';
import { viewTitle } from './view-title.ts';
import type { Words } from './words/words.ts';

/**
 * What Slack takes a meeting for. It has no type for meetings that is documented (docs.slack.dev, messaging/work-objects-implementation).
 */
const ENTITY_TYPE = 'slack#/entities/item';

/** Names a meeting to Slack for ever: a series by its one number. */
const REFERENCE_TYPE = 'meeting';

const TITLE_MAX = 150;
const VALUE_MAX = 200;
const NAME_MAX = 100;
const ROOMS_MAX = 10;
const ROLES_MAX = 10;

/** Slack refuses all metadata of a message that is too large, and publishes no limit (`error_processing_metadata`). */
const ENTITY_BYTES_MAX = 4000;
const ENTITIES_BYTES_MAX = 12_000;

const COLORS = { live: 'green', upcoming: 'blue', ended: 'gray', cancelled: 'red' } as const;

export interface WorkObjectOptions extends Progress {
  readonly words: Words;
  readonly now: UnixSeconds;
  /** The link as it is written in the message. */
  readonly url: string;
}

/** A meeting as a Work Object, in its reader's own view: their passwords and links are in it, so it is for the flexpane, which one person sees. */
export function workObject(view: MeetingView, options: WorkObjectOptions): EntityMetadata {
  return entity(view, options, [...commonFields(view, options), ...ownFields(view, options)]);
}

/**
 * The same for everybody who sees a link, and by the link that it stands under. Slack opens and copies its `url` for them, so that is the attendees'
 * link where they may see one: the pasted link may be a host's.
 */
export function unfurledObject(view: SharedView, options: WorkObjectOptions): EntityMetadata {
  const open = view.audience === 'limited' ? undefined : (view.attendeeLink ?? view.browserLink);
  const given = { ...options, url: open ?? options.url };
  return { ...entity(view, given, commonFields(view, options)), app_unfurl_url: options.url };
}

/** The first entities that fit; one that is too large by itself is left out. */
export function withinMetadata(entities: readonly EntityMetadata[]): EntityMetadata[] {
  let left = ENTITIES_BYTES_MAX;
  return entities.filter((one) => {
    const bytes = Buffer.byteLength(JSON.stringify(one));
    if (bytes > ENTITY_BYTES_MAX || bytes > left) return false;
    left -= bytes;
    return true;
  });
}

function entity(
  view: MeetingView,
  { words, now, url, ...progress }: WorkObjectOptions,
  fields: readonly EntityCustomField[],
): EntityMetadata {
  const phase = phaseAt(view, now, progress);
  const title = plain(viewTitle(view, words), TITLE_MAX);
  const isOpen = view.audience !== 'limited' && canJoin(view, phase);
  const address = isOpen ? (view.attendeeLink ?? view.browserLink) : undefined;
  const join: EntityActionButton[] =
    address === undefined
      ? []
      : [
          {
            text: words.join,
            action_id: ACTION.join,
            style: 'primary',
            url: address,
            accessibility_label: plain(words.joinNamed(title), LIMITS.buttonText),
          },
        ];
  const modifiedAt = view.audience === 'limited' ? undefined : view.modifiedAt;
  return {
    entity_type: ENTITY_TYPE,
    url,
    external_ref: { id: view.eventId, type: REFERENCE_TYPE },
    entity_payload: {
      attributes: {
        title: { text: title },
        display_type: words.meeting,
        display_id: view.eventId,
        product_name: 'Meeting Cards',
        ...(modifiedAt === undefined ? {} : { metadata_last_modified: modifiedAt }),
      },
      custom_fields: [...fields],
      display_order: fields.map(({ key }) => key),
      ...(join.length === 0 ? {} : { actions: { primary_actions: join } }),
    },
  };
}

function commonFields(
  view: MeetingView,
  { words, now, ...progress }: WorkObjectOptions,
): EntityCustomField[] {
  const phase = phaseAt(view, now, progress);
  const { end, hostName } = view;
  const state = phaseWord(view, words, phase);
  const time = 'slack#/types/timestamp';
  return [
    { key: 'state', label: words.state, type: 'string', value: state, tag_color: COLORS[phase] },
    hasStart(view)
      ? { key: 'start', label: words.starts, type: time, value: view.start }
      : { key: 'start', label: words.starts, type: 'string', value: words.timeNotGiven },
    end === undefined ? undefined : { key: 'end', label: words.ends, type: time, value: end },
    hostName === undefined
      ? undefined
      : { key: 'host', label: words.host, type: 'string', value: plain(hostName, VALUE_MAX) },
    view.audience === 'limited' ? whyLimited(view, words) : roomsField(view, words),
  ].filter((field) => field !== undefined);
}

function roomsField(view: View, words: Words): EntityCustomField | undefined {
  const rooms = view.rooms.slice(0, ROOMS_MAX).map(({ name }) => ({ value: plain(name, VALUE_MAX) }));
  if (rooms.length === 0) return undefined;
  return { key: 'rooms', label: words.where, type: 'array', item_type: 'string', value: rooms };
}

function whyLimited({ hostName }: LimitedView, words: Words): EntityCustomField {
  const why = words.onlyForInvited(hostName === undefined ? undefined : plain(hostName, NAME_MAX));
  return { key: 'why', label: words.details, type: 'string', value: why };
}

/** *My access*: the person's role, what they need to join, and the links of their roles. */
function ownFields(view: MeetingView, { words }: WorkObjectOptions): EntityCustomField[] {
  if (view.audience === 'public' || view.audience === 'limited') return [];
  return [
    { key: 'role', label: words.yourRole, type: 'string', value: words.audience[view.audience] },
    ...secretsOf(view, words).map(([label, value], nth) => ({
      key: `secret-${nth}`,
      label,
      type: 'string',
      value: plain(value, VALUE_MAX),
    })),
    ...view.ownRoles.slice(0, ROLES_MAX).map(({ name, link }, nth) => ({
      key: `own-role-${nth}`,
      label: words.joinAs,
      type: 'string',
      value: plain(name, VALUE_MAX),
      link,
    })),
  ];
}

const plain = (text: string, max: number): string => shorten(oneLine(text), max);

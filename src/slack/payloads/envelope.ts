import * as v from 'valibot';
import { type Channel, isChannelId } from '../../core/channel.ts';
import type { Person, SlackUserId, TeamId } from '../../core/person.ts';
import type { InstallationRef } from '../../core/tenant.ts';
import type { RequestKind } from '../../ops/labels.ts';
import { action, command, event, shortcut, view } from './envelope-schemas.ts';

/** What dispatch needs of any payload: which listener it is for, and the parts of the request context. */
export interface Envelope {
  readonly kind: RequestKind;
  /** The command, a callback id, an action id, or an event's type. */
  readonly id: string;
  /** The installation that Slack sent this to. */
  readonly installation: InstallationRef;
  /** Who acts, with their own team; undefined where the payload does not name both. */
  readonly actor: Person | undefined;
  /** Undefined in a modal, on the Home tab, from the search bar, and while a message is typed. */
  readonly channel: Channel | undefined;
  readonly responseUrl: string | undefined;
  /** Whether it was done on the Home tab. */
  readonly isOnHome: boolean;
  /** An event's own id, the same in each delivery. */
  readonly eventId: string | undefined;
}

type Interaction = v.InferOutput<typeof action | typeof shortcut | typeof view>;

const envelopes = new WeakMap<object, Envelope>();

/** The envelope of a payload; undefined for what is not one of the five kinds. Never throws. A payload is parsed once. */
export function readEnvelope(body: unknown): Envelope | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const envelope = envelopes.get(body) ?? parseEnvelope(body);
  if (envelope !== undefined) envelopes.set(body, envelope);
  return envelope;
}

function parseEnvelope(body: object): Envelope | undefined {
  const read = v.safeParse(v.union([command, event, action, shortcut, view]), body);
  if (!read.success) return undefined;
  const payload = read.output;
  if ('command' in payload && payload.command !== undefined) return ofCommand(payload);
  if ('event' in payload && payload.event !== undefined) return ofEvent(payload);
  return 'type' in payload ? ofInteraction(payload) : undefined;
}

/** A command's team is the person's workspace; outsiders of Slack Connect cannot use commands. */
function ofCommand(payload: v.InferOutput<typeof command>): Envelope {
  return {
    kind: 'command',
    id: payload.command,
    installation: installationOf(payload.team_id, payload.enterprise_id, payload.is_enterprise_install),
    actor: personOf(payload.user_id, payload.team_id),
    channel: channelOf(payload.channel_id, 'unknown'),
    responseUrl: payload.response_url,
    isOnHome: false,
    eventId: undefined,
  };
}

function ofEvent(payload: v.InferOutput<typeof event>): Envelope {
  const [authorized] = payload.authorizations ?? [payload];
  const { type, user: userId, channel, channel_id } = payload.event;
  return {
    kind: 'event',
    id: type,
    installation: installationOf(
      authorized.team_id,
      authorized.enterprise_id,
      'is_enterprise_install' in authorized && authorized.is_enterprise_install,
    ),
    actor: personOf(userId, payload.team_id),
    channel: channelOf(channel ?? channel_id, payload.is_ext_shared_channel ?? 'unknown'),
    responseUrl: undefined,
    isOnHome: false,
    eventId: payload.event_id,
  };
}

function ofInteraction(payload: Interaction): Envelope {
  return {
    ...named(payload),
    installation: installationOf(
      payload.view?.app_installed_team_id ?? payload.team?.id,
      payload.enterprise?.id ?? payload.team?.enterprise_id,
      payload.is_enterprise_install,
    ),
    actor: personOf(payload.user.id, payload.user.team_id ?? payload.team?.id),
    channel: channelOf(payload.channel?.id ?? payload.container?.channel_id, 'unknown'),
    responseUrl: payload.response_url,
    isOnHome: payload.view?.type === 'home',
    eventId: undefined,
  };
}

function named(payload: Interaction): Pick<Envelope, 'kind' | 'id'> {
  switch (payload.type) {
    case 'block_actions':
      return { kind: 'action', id: payload.actions[0].action_id };
    case 'view_submission':
      return { kind: 'view', id: payload.view?.callback_id ?? '' };
    default:
      return { kind: 'shortcut', id: payload.callback_id };
  }
}

/** Slack names an organisation (`E…`) where it would name a workspace, if the app is installed for the whole organisation. */
function installationOf(
  team: TeamId | undefined,
  enterprise: TeamId | undefined,
  isEnterpriseInstall: boolean | undefined,
): InstallationRef {
  const isOrganisation = team?.startsWith('E') === true;
  return {
    teamId: isOrganisation ? undefined : team,
    enterpriseId: enterprise ?? (isOrganisation ? team : undefined),
    isEnterpriseInstall: isEnterpriseInstall === true || isOrganisation,
  };
}

function personOf(userId: SlackUserId | undefined, team: TeamId | undefined): Person | undefined {
  return userId === undefined || team === undefined ? undefined : { userId, teamId: team };
}

function channelOf(id: string | undefined, isExternal: Channel['isExternal']): Channel | undefined {
  return id !== undefined && isChannelId(id) ? { id, isExternal } : undefined;
}

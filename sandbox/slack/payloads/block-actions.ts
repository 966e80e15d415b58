import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { type Actor, type ChannelRef, installation, scene } from './common.ts';

interface Given {
  readonly identity: Identity;
  readonly user: Actor;
  /** One entry of `actions`: the clicked element with its block_id and action_ts. */
  readonly action: Fields;
  readonly triggerId: string;
}

interface InChannel extends Given {
  readonly channel: ChannelRef;
  readonly responseUrl: string;
  readonly ts: string;
  readonly threadTs?: string;
}

const button: Fields = {
  type: 'button',
  action_id: 'meeting_refresh',
  block_id: 'B0',
  text: { type: 'plain_text', text: 'Refresh', emoji: true },
  value: '649128',
  action_ts: '1767225601.000000',
};

const usual = { ...scene, action: button };

/** Source: docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const common = ({ identity, user, action, triggerId }: Given): Fields => ({
  type: 'block_actions',
  user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
  ...installation(identity),
  trigger_id: triggerId,
  actions: [action],
});

const inChannel = (given: InChannel, container: Fields): Fields => ({
  ...common(given),
  container: {
    message_ts: given.ts,
    channel_id: given.channel.id,
    ...container,
    ...(given.threadTs === undefined ? {} : { thread_ts: given.threadTs }),
  },
  channel: { id: given.channel.id, name: given.channel.name },
  state: { values: {} },
  response_url: given.responseUrl,
});

/** A click in a message that the channel sees: the message comes with it. */
export function clickInMessage(varied: Partial<InChannel & { readonly message: Fields }> = {}): Fields {
  const given = { ...usual, ...varied };
  const message = varied.message ?? {
    type: 'message',
    user: given.identity.botUserId,
    ts: given.ts,
    text: 'A card',
  };
  return { ...inChannel(given, { type: 'message', is_ephemeral: false }), message };
}

/** A click in an ephemeral message: there is no `message`, since Slack stores none. */
export const clickInEphemeral = (varied: Partial<InChannel> = {}): Fields =>
  inChannel({ ...usual, ...varied }, { type: 'message', is_ephemeral: true });

interface InUnfurl extends InChannel {
  readonly url: string;
  readonly attachmentId: number;
  readonly blocks: readonly Fields[];
}

/** A click in a link's preview: `app_unfurl` takes the place of the message, which is somebody else's. */
export function clickInUnfurl(varied: Partial<InUnfurl> = {}): Fields {
  const given: InUnfurl = { ...usual, url: 'https://qsh1.cn/r/1', attachmentId: 1, blocks: [], ...varied };
  const { url, attachmentId, identity } = given;
  const isUnfurl = { is_app_unfurl: true, app_unfurl_url: url };
  return {
    ...inChannel(given, {
      type: 'message_attachment',
      attachment_id: attachmentId,
      is_ephemeral: false,
      ...isUnfurl,
    }),
    app_unfurl: {
      id: attachmentId,
      blocks: given.blocks,
      fallback: '[no preview available]',
      bot_id: identity.botId,
      app_id: identity.appId,
      ...isUnfurl,
    },
  };
}

/** A click in a modal or on the Home tab: no channel and no response URL, so there is nothing to respond to. */
export function clickInView(varied: Partial<Given> & { readonly view: Fields }): Fields {
  const given = { ...usual, ...varied };
  return { ...common(given), container: { type: 'view', view_id: given.view.id }, view: given.view };
}

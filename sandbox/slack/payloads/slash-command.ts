import type { Identity } from '../state/identity.ts';
import { type Actor, type ChannelRef, scene, VERIFICATION_TOKEN } from './common.ts';

interface SlashCommandGiven {
  readonly identity: Identity;
  readonly user: Actor;
  readonly channel: ChannelRef;
  readonly command: string;
  readonly text: string;
  readonly responseUrl: string;
  readonly triggerId: string;
}

/** The form of a slash command; its flag is a word. Source: docs.slack.dev/interactivity/implementing-slash-commands */
export function slashCommand(varied: Partial<SlashCommandGiven> = {}): Record<string, string> {
  const given: SlashCommandGiven = { ...scene, command: '/meeting', text: '', ...varied };
  const { identity, user, channel } = given;
  const { enterprise } = identity;
  return {
    token: VERIFICATION_TOKEN,
    team_id: user.teamId,
    team_domain: identity.teamDomain,
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.name,
    command: given.command,
    text: given.text,
    api_app_id: identity.appId,
    is_enterprise_install: String(identity.isEnterpriseInstall),
    response_url: given.responseUrl,
    trigger_id: given.triggerId,
  };
}

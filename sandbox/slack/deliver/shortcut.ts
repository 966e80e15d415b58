import { messageObject } from '../api/chat-post.ts';
import { globalShortcut } from '../payloads/global-shortcut.ts';
import { messageShortcut } from '../payloads/message-shortcut.ts';
import type { StoredMessage } from '../state/surfaces.ts';
import type { Answer } from './courier.ts';
import { actor, channelRef, type Desk } from './desk.ts';

export interface GlobalShortcutGiven {
  readonly appUrl: string;
  readonly callbackId?: string;
  readonly userId?: string;
}

export interface MessageShortcutGiven extends GlobalShortcutGiven {
  /** Any message, the app's own or somebody's; Slack offers no shortcut on ephemeral ones. */
  readonly message: StoredMessage;
}

export async function sendGlobalShortcut(desk: Desk, given: GlobalShortcutGiven) {
  const { slack, courier, changed } = desk;
  const { appUrl, callbackId = 'find_meeting', userId = 'U0HAN' } = given;
  const triggerId = slack.triggers.mint(userId);
  const payload = globalShortcut({
    identity: slack.identity,
    user: actor(slack, userId),
    callbackId,
    triggerId,
    actionTs: slack.nextTs(),
  });
  const answer: Answer = await courier.interaction(appUrl, payload);
  changed();
  return { ...answer, triggerId };
}

export async function sendMessageShortcut(desk: Desk, given: MessageShortcutGiven) {
  const { slack, courier, changed } = desk;
  const { appUrl, callbackId = 'meeting_details', userId = 'U0HAN', message } = given;
  const triggerId = slack.triggers.mint(userId);
  const responseUrl = desk.mintResponseUrl({ channelId: message.channelId, userId });
  const payload = messageShortcut({
    identity: slack.identity,
    user: actor(slack, userId),
    channel: channelRef(slack, message.channelId),
    callbackId,
    triggerId,
    responseUrl,
    actionTs: slack.nextTs(),
    message: messageObject(message, slack),
  });
  const answer: Answer = await courier.interaction(appUrl, payload);
  changed();
  return { ...answer, triggerId, responseUrl };
}

import { chatDelete, chatUpdate } from './chat-edit.ts';
import { chatPostEphemeral, chatPostMessage } from './chat-post.ts';
import { chatUnfurl } from './chat-unfurl.ts';
import {
  appsConnectionsOpen,
  authTest,
  conversationsInfo,
  conversationsOpen,
  usersInfo,
} from './directory.ts';
import { filesCompleteUpload, filesGetUploadUrl } from './files.ts';
import type { Method } from './reply.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** The part of the Web API that the sample knows, by method name. */
export const methods = (origin: () => string): ReadonlyMap<string, Method> =>
  new Map<string, Method>([
    ['auth.test', authTest],
    ['apps.connections.open', appsConnectionsOpen],
    ['users.info', usersInfo],
    ['conversations.info', conversationsInfo],
    ['conversations.open', conversationsOpen],
    ['chat.postMessage', chatPostMessage],
    ['chat.postEphemeral', chatPostEphemeral],
    ['chat.update', chatUpdate],
    ['chat.delete', chatDelete],
    ['chat.unfurl', chatUnfurl],
    ['views.open', viewsOpen],
    ['views.push', viewsPush],
    ['views.update', viewsUpdate],
    ['views.publish', viewsPublish],
    ['files.getUploadURLExternal', filesGetUploadUrl(origin)],
    ['files.completeUploadExternal', filesCompleteUpload],
  ]);

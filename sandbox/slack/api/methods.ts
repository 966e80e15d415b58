import { type Fields, fieldsAt, listAt } from '../fields.ts';
import { blocksValidate } from './blocks-validate.ts';
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
import { presentDetails } from './present-details.ts';
import { fail, type Method } from './reply.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** The part of the Web API that the sample knows, by method name. */
export const methods = (origin: () => string): ReadonlyMap<string, Method> =>
  new Map<string, Method>(
    all(origin).map(([name, method]) => [name, name === 'blocks.validate' ? method : takingBlocks(method)]),
  );

/** A method that refuses the types of blocks that the workspace does not take. */
const takingBlocks =
  (method: Method): Method =>
  (args, slack) => {
    const { refusedBlocks } = slack;
    const blocks: readonly Fields[] = [args, fieldsAt(args, 'view') ?? {}].flatMap((each) =>
      listAt(each, 'blocks'),
    );
    return blocks.some(({ type }) => refusedBlocks.has(String(type)))
      ? fail('invalid_blocks')
      : method(args, slack);
  };

const all = (origin: () => string): readonly (readonly [string, Method])[] => [
  ['auth.test', authTest],
  ['blocks.validate', blocksValidate],
  ['entity.presentDetails', presentDetails],
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
];

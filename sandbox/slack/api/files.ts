import { violationsOfMessage } from '../../block-kit/message.ts';
import { type Fields, listAt, textAt } from '../fields.ts';
import { newId } from '../state/clock.ts';
import { postMessage } from '../state/posting.ts';
import type { StoredFile, Workspace } from '../state/workspace.ts';
import { reach } from './reach.ts';
import { fail, type Method, ok, refusal } from './reply.ts';

/** Where a file's bytes are uploaded to, given the server's own address. */
export const filesGetUploadUrl =
  (origin: () => string): Method =>
  (args, slack) => {
    const name = textAt(args, 'filename');
    const length = Number(args.length);
    if (name === undefined || !Number.isInteger(length) || length <= 0) return fail('invalid_arguments');
    const file: StoredFile = {
      id: newId('F'),
      name,
      length,
      title: name,
      content: undefined,
      isComplete: false,
    };
    slack.files.set(file.id, file);
    return ok({ upload_url: `${origin()}/upload/${file.id}`, file_id: file.id });
  };

/** Shares files whose bytes have come; with a channel they are posted there as one message. */
export const filesCompleteUpload: Method = (args, slack) => {
  const asked = listAt(args, 'files');
  const files = asked.map((one) => slack.files.get(textAt(one, 'id') ?? ''));
  const ready = files.filter((file): file is StoredFile => file?.content !== undefined);
  if (asked.length === 0) return fail('invalid_arguments');
  if (ready.length < asked.length) return fail('file_not_found');
  if (textAt(args, 'channel_id') !== undefined) {
    const refused = share(args, ready, slack);
    if (refused !== undefined) return refused;
  }
  ready.forEach((file, index) => {
    file.title = textAt(asked[index] ?? {}, 'title') ?? file.title;
    file.isComplete = true;
  });
  return ok({ files: ready.map(fileObject) });
};

function share(args: Fields, files: readonly StoredFile[], slack: Workspace): Fields | undefined {
  const reached = reach(slack, { channel: args.channel_id });
  if ('refused' in reached) return reached.refused;
  const payload = { ...args, text: args.initial_comment ?? '' };
  if ('blocks' in args || 'initial_comment' in args) {
    const refused = refusal(slack, 'files.completeUploadExternal', violationsOfMessage(payload));
    if (refused !== undefined) return refused;
  }
  const message = postMessage(slack, reached.where, slack.identity.botUserId, payload);
  message.files = files.map(fileObject);
  return undefined;
}

const fileObject = ({ id, name, title, length }: StoredFile): Fields => ({ id, name, title, size: length });

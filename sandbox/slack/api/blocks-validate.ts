import { violationsOfMessage } from '../../block-kit/message.ts';
import { violationsOfView } from '../../block-kit/view.ts';
import { type Fields, fieldsAt, listAt } from '../fields.ts';
import { fail, type Method, ok } from './reply.ts';

/** Exactly one of three arguments; nothing is sent. Source: docs.slack.dev/reference/methods/blocks.validate */
export const blocksValidate: Method = (args, { refusedBlocks }) => {
  const given = (['blocks', 'message', 'view'] as const).filter((name) => args[name] !== undefined);
  if (given.length !== 1) return fail('invalid_arguments');
  const message = fieldsAt(args, 'message') ?? { blocks: args.blocks };
  const view = fieldsAt(args, 'view');
  // A message is judged by its blocks: its text is not sent along.
  const found =
    view === undefined ? violationsOfMessage({ ...message, text: 'text' }) : violationsOfView(view);
  const refused = listAt(view ?? message, 'blocks').flatMap(({ type }, nth) =>
    refusedBlocks.has(String(type)) ? [`blocks[${nth}] is not taken`] : [],
  );
  return ok({ errors: [...found, ...refused].map(errorOf) });
};

function errorOf(violation: string): Fields {
  const [path = '', ...words] = violation.split(' ');
  const pointer = `/${path.replaceAll('[', '/').replaceAll(']', '').replaceAll('.', '/')}`;
  return { pointer, code: 'failed_constraint', message: words.join(' ') };
}

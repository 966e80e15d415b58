import { type Fields, flagAt, isFields, listAt, textAt } from '../slack/fields.ts';
import { attachment } from './attachment.ts';
import { blockList, primaries } from './block-list.ts';
import { boolean, listOf, matching, oneOf, string } from './checks.ts';
import { type Check, type Place, placeIn } from './place.ts';
import { mrkdwnString } from './text.ts';

const PARTS: Readonly<Record<string, Check>> = {
  text: mrkdwnString(4000),
  blocks: blockList(50, 0),
  attachments: listOf(attachment, 100, 0),
  thread_ts: matching(/^\d+\.\d{6}$/, 'a message timestamp'),
  response_type: oneOf('in_channel', 'ephemeral'),
  markdown_text: string(12_000),
};

/** Booleans in JSON, words in a form. */
const flag: Check = (value, at) => (value === 'true' || value === 'false' ? undefined : boolean(value, at));
const FLAGS = ['replace_original', 'delete_original', 'unfurl_links', 'unfurl_media', 'mrkdwn', 'link_names'];

/**
 * What is wrong with a message, whichever way it goes out: Slack's limits, and three rules of ours: blocks come with
 * a text that says the same, one button at most is primary, and nobody is mentioned by `@here`, `@channel` or `@everyone`.
 */
export function violationsOfMessage(payload: unknown): string[] {
  const found: string[] = [];
  const at = placeIn('message', found);
  if (!isFields(payload)) return ['a message must be an object'];
  for (const [key, check] of Object.entries(PARTS)) {
    if (payload[key] !== undefined && !(key === 'text' && payload[key] === ''))
      check(payload[key], at.at(key));
  }
  for (const key of FLAGS) if (payload[key] !== undefined) flag(payload[key], at.at(key));
  if (!flagAt(payload, 'delete_original')) wholeMessage(payload, at);
  return found;
}

function wholeMessage(payload: Fields, at: Place): void {
  const blocks = listAt(payload, 'blocks');
  const attachments = listAt(payload, 'attachments');
  const text = textAt(payload, 'text') ?? '';
  const hasMarkdown = payload.markdown_text !== undefined;
  if (text.trim() === '' && blocks.length > 0) at.report('blocks need a text beside them');
  if (text === '' && blocks.length + attachments.length === 0 && !hasMarkdown) at.report('says nothing');
  if (hasMarkdown && (text !== '' || blocks.length > 0)) at.report('markdown_text stands alone');
  if (primaries([...blocks, ...attachments.flatMap((one) => listAt(one, 'blocks'))]) > 1) {
    at.report('has more than one primary button');
  }
  if (flagAt(payload, 'link_names') || payload.parse === 'full')
    at.report('must not turn names into mentions');
}

import { isFields, listAt } from '../slack/fields.ts';
import { attachment } from './attachment.ts';
import { primaries } from './block-list.ts';
import { placeIn } from './place.ts';

/** What is wrong with one link's preview, as chat.unfurl takes it. */
export function violationsOfUnfurl(unfurl: unknown): string[] {
  const found: string[] = [];
  const at = placeIn('unfurl', found);
  attachment(unfurl, at);
  if (isFields(unfurl) && primaries(listAt(unfurl, 'blocks')) > 1)
    at.report('has more than one primary button');
  return found;
}

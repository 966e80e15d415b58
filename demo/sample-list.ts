import { largestId } from '../sandbox/conference/meetings.ts';
import { widthOf } from './text/width.ts';

const LARGEST = largestId.toString();

/** What each sample meeting is there to show, by its number. */
export const notes: Readonly<Record<string, string>> = {
  '649128': "the specification's own sample, of February 2024",
  '700001': 'live now, with everything that a meeting can have',
  '700002': 'tomorrow, online only',
  '700003': 'called off',
  '700004': 'ended yesterday',
  '700005': 'on site only, four rooms in every state of approval',
  '700006': 'recurring; the next of three occurrences is shown',
  '700007': 'twelve roles with a link each',
  '700008': 'past midnight in New York',
  '700009': 'a confidential data meeting with sign-in',
  '700010': '300 rooms, 3,000 people, a title of 5,000 characters',
  '700011': 'texts that try to be mentions, links and markup',
  '700012': 'begins ten minutes after the demo began',
  [LARGEST]: 'the largest number there is; from thirteen digits on it needs the #',
};

/** What to type for each of them, and why. */
export function sampleList(): string {
  const lines = Object.entries(notes).map(([id, note]) => [
    `/meeting ${id.length > 12 ? '#' : ''}${id}`,
    note,
  ]);
  const usual = widthOf('/meeting 649128');
  return lines.map(([typed = '', note]) => `  ${typed.padEnd(usual)}  ${note}`).join('\n');
}

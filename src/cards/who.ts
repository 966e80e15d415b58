import type { View } from '../core/views.ts';
import { section } from './blocks.ts';
import { shorten } from './limits.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import type { Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

const NAME_MAX = 150;
const ANSWERS = ['accepted', 'confirmed', 'declined'] as const;

/** The host, the number of invited people and their answers. Undefined if neither is known. */
export function whoSection({ hostName, attendance }: View, words: Words): Section | undefined {
  const answers = ANSWERS.filter((answer) => attendance[answer] > 0).map((answer) =>
    words.responseCount(attendance[answer], answer),
  );
  const invited = words.invitedCount(attendance.invited);
  const summary = answers.length === 0 ? invited : `${invited}${words.colon}${answers.join(' · ')}`;
  const parts = [
    hostName === undefined ? undefined : mrkdwn`*${words.host}* ${shorten(hostName, NAME_MAX)}`,
    attendance.invited === 0 ? undefined : mrkdwn`*${words.invited}* ${summary}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : section(Mrkdwn.join(parts, '      '));
}

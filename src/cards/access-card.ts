import { phaseAt } from '../core/schedule.ts';
import type { UnixSeconds } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';
import type { View } from '../core/views.ts';
import { actions, type Card, context, fields, present, section } from './blocks.ts';
import { joinButtons } from './joining.ts';
import { shorten } from './limits.ts';
import { mrkdwn } from './mrkdwn.ts';
import { ownRoleLinks, ownSecrets } from './own-way.ts';
import type { Words } from './words/words.ts';

const TITLE_MAX = 300;

/** *My access*: what a person is taken for and why, and what is theirs. For that person's eyes only. */
export function accessCard(view: View, viewer: Viewer, words: Words, now: UnixSeconds): Card {
  const phase = phaseAt(view, now);
  const title = shorten(view.title || words.untitled, TITLE_MAX);
  const secrets = ownSecrets(view, words);
  const roles = ownRoleLinks(view, words, phase);
  const why = reason(view, viewer, words);
  const taken = words.accessOf[view.audience];
  return {
    blocks: present([
      section(mrkdwn`:key: *${taken}* ${title}`),
      secrets.length > 0 ? fields(...secrets) : undefined,
      roles && section(roles),
      actions(joinButtons(view, words, phase)),
      context(mrkdwn`${words.onlyYou} ${why}`),
    ]),
    text: mrkdwn`${taken} ${title}. ${why}`.toString(),
  };
}

function reason(view: View, viewer: Viewer, words: Words): string {
  if (viewer.kind === 'unproven') return words.unproven[viewer.reason];
  const known = words.knownAs(viewer.name && shorten(viewer.name, TITLE_MAX), viewer.userId);
  return view.audience === 'public' ? `${known} ${words.notInvited}` : known;
}

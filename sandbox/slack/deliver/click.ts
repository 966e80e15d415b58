import { messageObject } from '../api/chat-post.ts';
import { type Fields, textAt } from '../fields.ts';
import { clickInEphemeral, clickInMessage, clickInUnfurl, clickInView } from '../payloads/block-actions.ts';
import type { Surface } from '../state/surfaces.ts';
import { viewObject } from '../state/view-store.ts';
import type { Answer } from './courier.ts';
import { actor, channelRef, type Desk } from './desk.ts';
import { type Found, findButton, optionsOf } from './find-button.ts';

export interface ClickGiven {
  readonly appUrl: string;
  readonly surface: Surface;
  readonly actionId: string;
  /** Which of several buttons with this action_id, by its value. */
  readonly value?: string;
  /** The value of the option picked, for a menu. */
  readonly option?: string;
  /** What was typed before Enter, for a text input that dispatches. */
  readonly typed?: string;
  readonly userId?: string;
}

export interface ClickAnswer extends Answer {
  /** Absent where Slack gives none: in modals and on the Home tab. */
  readonly responseUrl: string | undefined;
  readonly triggerId: string;
}

/** Someone clicks a button, picks from a menu, or presses Enter in a text input, in anything that the sample recorded. */
export async function click(desk: Desk, given: ClickGiven): Promise<ClickAnswer> {
  const { slack, courier, changed } = desk;
  const { surface } = given;
  const userId =
    given.userId ?? (surface.kind === 'message' || surface.kind === 'unfurl' ? 'U0HAN' : surface.userId);
  const action = actionOf(
    findButton(surface, given.actionId, given.value, given.option),
    given,
    slack.nextTs(),
  );
  const triggerId = slack.triggers.mint(userId);
  const responseUrl = urlFor(desk, surface, userId);
  const payload = payloadOf(desk, surface, { userId, action, triggerId, responseUrl: responseUrl ?? '' });
  const answer = await courier.interaction(given.appUrl, payload);
  changed();
  return { ...answer, responseUrl, triggerId };
}

function urlFor(desk: Desk, surface: Surface, userId: string): string | undefined {
  if (!('channelId' in surface)) return undefined;
  const { channelId } = surface;
  return desk.mintResponseUrl(
    surface.kind === 'unfurl' ? { channelId, userId } : { channelId, userId, source: surface },
  );
}

interface Done {
  readonly userId: string;
  readonly action: Fields;
  readonly triggerId: string;
  readonly responseUrl: string;
}

function payloadOf({ slack }: Desk, surface: Surface, { userId, ...done }: Done): Fields {
  const base = { ...done, identity: slack.identity, user: actor(slack, userId) };
  if (!('channelId' in surface)) return clickInView({ ...base, view: viewObject(surface, slack) });
  const { ts, threadTs } = surface;
  const where = {
    ...base,
    channel: channelRef(slack, surface.channelId),
    ts,
    ...(threadTs === undefined ? {} : { threadTs }),
  };
  switch (surface.kind) {
    case 'message':
      return clickInMessage({ ...where, message: messageObject(surface, slack) });
    case 'ephemeral':
      return clickInEphemeral(where);
    case 'unfurl': {
      const { url, attachmentId, blocks } = surface;
      return clickInUnfurl({ ...where, url, attachmentId, blocks });
    }
  }
}

function actionOf(
  { block, element }: Found,
  { option, typed }: Pick<ClickGiven, 'option' | 'typed'>,
  actionTs: string,
): Fields {
  const common = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: actionTs,
  };
  if (typed !== undefined) return { ...common, value: typed };
  if (element.type !== 'button' || option !== undefined) {
    const picked = optionsOf(element).find((one) => textAt(one, 'value') === option);
    if (picked === undefined) throw new Error(`${textAt(element, 'action_id')} has no option ${option}.`);
    return { ...common, selected_option: picked };
  }
  const { text, value, url, style, confirm, accessibility_label } = element;
  const shown = { text, value, url, style, confirm, accessibility_label };
  return { ...common, ...Object.fromEntries(Object.entries(shown).filter(([, part]) => part !== undefined)) };
}

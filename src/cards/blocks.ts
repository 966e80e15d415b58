import type { Button, MrkdwnElement } from '@slack/types';
import type { WebLink } from '../core/ids.ts';
import { clip } from './clip.ts';
import { LIMITS, oneLine, shorten } from './limits.ts';
import type { Mrkdwn } from './mrkdwn.ts';
import type {
  ActionElement,
  Actions,
  Alert,
  Block,
  ButtonElement,
  Container,
  Context,
  Header,
  OverflowElement,
  Section,
} from './readonly-blocks.ts';
import { within } from './totals.ts';

/** A message: blocks, and the text that notifications show and screen readers read instead of them. */
export interface Card {
  readonly blocks: readonly Block[];
  readonly text: string;
}

/** A card within Slack's limits, whatever is in it; undefined blocks are left out. */
export function card(blocks: readonly (Block | undefined)[], text: Mrkdwn): Card {
  return {
    blocks: within(present(blocks), { blocks: LIMITS.messageBlocks, texts: LIMITS.messageTexts }),
    text: clip(text.toString(), LIMITS.messageText),
  };
}

/** A card with a line of small text above it, which is read out first; within the same limits. */
export function withLineAbove({ blocks, text }: Card, line: Mrkdwn): Card {
  return {
    blocks: within([context(line), ...blocks], { blocks: LIMITS.messageBlocks, texts: LIMITS.messageTexts }),
    text: clip(`${line} ${text}`, LIMITS.messageText),
  };
}

/** The blocks of a modal or of the Home tab, within Slack's limits, whatever is in them. */
export function viewBlocks(blocks: readonly (Block | undefined)[]): Block[] {
  return within(present(blocks), { blocks: LIMITS.viewBlocks, texts: LIMITS.viewTexts });
}

const element = (text: Mrkdwn, max: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: clip(text.toString(), max),
  verbatim: true,
});

/** A heading; `emoji: false`, so that `:x:` in a foreign title stays as it was written. */
export function header(text: string): Header {
  return {
    type: 'header',
    text: { type: 'plain_text', text: shorten(oneLine(text), LIMITS.header), emoji: false },
  };
}

export function section(text: Mrkdwn): Section {
  return { type: 'section', text: element(text, LIMITS.sectionText) };
}

/** Texts side by side, ten at most. */
export function fields(...texts: readonly Mrkdwn[]): Section {
  return {
    type: 'section',
    fields: texts.slice(0, LIMITS.sectionFields).map((text) => element(text, LIMITS.sectionField)),
  };
}

/** A line that stands out, of 200 characters at most; for modals. */
export function alert(level: 'info' | 'warning' | 'error', text: Mrkdwn): Alert {
  return { type: 'alert', level, text: element(text, LIMITS.alertText) };
}

/** What a container is folded to: its title, and a line that sums up what is in it. */
export interface Fold {
  readonly title: string;
  readonly summary: Mrkdwn;
  readonly isFolded: boolean;
}

/** Blocks that their reader folds and unfolds, ten at most; for messages and the Home tab. */
export function container(
  { title, summary, isFolded }: Fold,
  blocks: readonly (Container['child_blocks'][number] | undefined)[],
): Container {
  return {
    type: 'container',
    title: { type: 'plain_text', text: shorten(oneLine(title), LIMITS.containerText), emoji: false },
    subtitle: element(summary, LIMITS.containerText),
    is_collapsible: true,
    default_collapsed: isFolded,
    child_blocks: blocks.filter((block) => block !== undefined).slice(0, LIMITS.containerBlocks),
  };
}

/** Small texts in a row, ten at most. */
export function context(...texts: readonly Mrkdwn[]): Context {
  return {
    type: 'context',
    elements: texts.slice(0, LIMITS.contextElements).map((text) => element(text, LIMITS.contextText)),
  };
}

/** A row of buttons and menus, twenty-five at most; undefined without any, since Slack refuses an empty row. */
export function actions(row: readonly (ActionElement | undefined)[]): Actions | undefined {
  const elements = row.filter((element) => element !== undefined).slice(0, LIMITS.actionElements);
  return elements.length === 0 ? undefined : { type: 'actions', elements };
}

/** What a button does: opens an address, or asks the app about a meeting by its event id. */
export interface ButtonOptions {
  readonly actionId: string;
  readonly label: string;
  readonly url?: WebLink | undefined;
  readonly value?: string;
  /** What a screen reader says instead of the label, such as the label with the meeting's title. */
  readonly accessibilityLabel?: string;
}

/** `isPrimary`: Slack draws it in green; of a row of buttons, one at most. */
export function button(
  { actionId, label, url, value, accessibilityLabel }: ButtonOptions,
  isPrimary = false,
): ButtonElement {
  const element: Button = {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: shorten(oneLine(label), LIMITS.buttonText), emoji: false },
  };
  if (url !== undefined) element.url = url;
  if (value !== undefined) element.value = value;
  if (isPrimary) element.style = 'primary';
  if (accessibilityLabel !== undefined) {
    element.accessibility_label = shorten(oneLine(accessibilityLabel), LIMITS.buttonText);
  }
  return element;
}

/** A choice of an overflow menu; `value` is at most 75 characters long, which is what all of Slack's sources allow. */
export interface MenuOption {
  readonly label: string;
  readonly value: string;
  /** An address that Slack opens; the app is told of the choice all the same. */
  readonly url?: WebLink | undefined;
}

/** The menu behind *⋯*, five choices at most; undefined without any, since Slack refuses an empty one. */
export function overflow(actionId: string, options: readonly MenuOption[]): OverflowElement | undefined {
  if (options.length === 0) return undefined;
  return {
    type: 'overflow',
    action_id: actionId,
    options: options.slice(0, LIMITS.overflowOptions).map(({ label, value, url }) => ({
      text: { type: 'plain_text', text: shorten(oneLine(label), LIMITS.optionText), emoji: false },
      value,
      ...(url === undefined ? {} : { url }),
    })),
  };
}

/** Leaves out the undefined blocks. */
export function present(blocks: readonly (Block | undefined)[]): Block[] {
  return blocks.filter((block) => block !== undefined);
}

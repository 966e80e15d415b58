import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  SectionBlock,
} from '@slack/types';
import type { WebLink } from '../core/ids.ts';
import { LIMITS, oneLine, shorten } from './limits.ts';
import type { Mrkdwn } from './mrkdwn.ts';

/** A message: blocks, and the text that notifications show and screen readers read instead of them. */
export interface Card {
  readonly blocks: KnownBlock[];
  readonly text: string;
}

const element = (text: Mrkdwn): MrkdwnElement => ({ type: 'mrkdwn', text: text.toString(), verbatim: true });

/** A heading; `emoji: false`, so that `:x:` in a foreign title stays as it was written. */
export function header(text: string): HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: shorten(oneLine(text), LIMITS.header), emoji: false },
  };
}

export function section(text: Mrkdwn): SectionBlock {
  return { type: 'section', text: element(text) };
}

/** Texts side by side, ten at most. */
export function fields(...texts: readonly Mrkdwn[]): SectionBlock {
  return { type: 'section', fields: texts.map(element) };
}

export function context(...texts: readonly Mrkdwn[]): ContextBlock {
  return { type: 'context', elements: texts.map(element) };
}

/** Undefined for a row without buttons: Slack refuses an empty one. */
export function actions(buttons: readonly (Button | undefined)[]): ActionsBlock | undefined {
  const elements = buttons.filter((button) => button !== undefined);
  return elements.length === 0 ? undefined : { type: 'actions', elements };
}

/** What a button does: opens an address, or asks the app about a meeting by its event id. */
export interface ButtonOptions {
  readonly actionId: string;
  readonly label: string;
  readonly url?: WebLink | undefined;
  readonly value?: string;
  readonly primary?: boolean;
  /** What a screen reader says instead of the label, such as the label with the meeting's title. */
  readonly spoken?: string;
}

export function button({ actionId, label, url, value, primary = false, spoken }: ButtonOptions): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: shorten(oneLine(label), LIMITS.buttonText), emoji: false },
    ...(url === undefined ? {} : { url }),
    ...(value === undefined ? {} : { value }),
    ...(primary ? { style: 'primary' } : {}),
    ...(spoken === undefined ? {} : { accessibility_label: shorten(oneLine(spoken), LIMITS.buttonText) }),
  };
}

/** Drops the blocks that there was nothing to say in. */
export function present(blocks: readonly (KnownBlock | undefined)[]): KnownBlock[] {
  return blocks.filter((block) => block !== undefined);
}

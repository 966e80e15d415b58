import type { RichTextBlock, RichTextSectionElement } from 'slack-blocks-to-jsx';
import { type Clock, slackDate } from '../../../text/dates.ts';
import { type Look, type Span, spansOf, unescaped } from './spans.ts';

const BROADCASTS = ['here', 'channel', 'everyone'] as const;

/**
 * Slack's markup as the rich text that means the same. slack-blocks-to-jsx reads mrkdwn as Markdown, which it is not: it takes an
 * escaped mention for a mention and drops lines such as `# x`; rich text it shows to the letter.
 */
export function richText(markup: string, clock: Clock): RichTextBlock {
  const elements = spansOf(markup).flatMap((span) => elementsOf(span, clock));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function elementsOf(span: Span, clock: Clock): RichTextSectionElement[] {
  if (span.kind === 'reference') return [reference(span.inside, span.look, clock)];
  const { text, look } = span;
  return look.code === true ? [{ type: 'text', text, style: look }] : withEmoji(text, look);
}

/** Text between colons may be an emoji; otherwise the page shows it as it was typed. */
function withEmoji(text: string, look: Look): RichTextSectionElement[] {
  return text
    .split(/(:[a-z0-9_+'-]+:)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.length > 2 && part.startsWith(':') && part.endsWith(':')
        ? { type: 'emoji', name: part.slice(1, -1) }
        : { type: 'text', text: part, style: look },
    );
}

function reference(inside: string, look: Look, clock: Clock): RichTextSectionElement {
  const [target = '', ...rest] = inside.split('|');
  const label = unescaped(rest.join('|'));
  const id = target.slice(1);
  if (target.startsWith('@')) return { type: 'user', user_id: id, style: look };
  if (target.startsWith('#')) return { type: 'channel', channel_id: id, style: look };
  if (target.startsWith('!date^')) return date(target, label, look, clock);
  const range = BROADCASTS.find((name) => target === `!${name}`);
  if (range !== undefined) return { type: 'broadcast', range, style: look };
  if (target.startsWith('!')) return { type: 'text', text: label || `@${id}`, style: look };
  const url = unescaped(target);
  return { type: 'link', url, text: label || url, style: look };
}

/** In the reader's own zone; the fallback where the token names no moment. */
function date(target: string, fallback: string, look: Look, clock: Clock): RichTextSectionElement {
  const [, seconds = '', format = '', link = ''] = target.split('^');
  const text = slackDate(seconds, format, clock) ?? fallback;
  return link === '' ? { type: 'text', text, style: look } : { type: 'link', url: link, text, style: look };
}

import { boolean, byType, integer, listOf, matching, oneOf, shape, string, webAddress } from './checks.ts';
import type { Check } from './place.ts';

/** Slack publishes no limit for the number of elements in rich text. */
const MANY = 1000;

const style = shape(
  {},
  { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean },
);
const styled = { style } as const;
const id = matching(/^[A-Z0-9]+$/, 'an id');
const border = { border: oneOf(0, 1) } as const;

const broadcast: Check = (_value, at) => at.report('calls people together');

const text = shape({ text: string(MANY * 10) }, styled);
const link = shape({ url: webAddress }, { ...styled, text: string(3000), unsafe: boolean });

const inline = byType('rich text element', {
  text,
  link,
  broadcast,
  color: shape({ value: string(20) }, styled),
  channel: shape({ channel_id: id }, styled),
  date: shape(
    { timestamp: integer(-99_999_999_999, 99_999_999_999), format: string(255) },
    { ...styled, url: webAddress, fallback: string(3000) },
  ),
  emoji: shape({ name: string(255) }, { ...styled, unicode: string(255), url: webAddress }),
  team: shape({ team_id: id }, styled),
  user: shape({ user_id: id }, styled),
  usergroup: shape({ usergroup_id: id }, styled),
});

const section = shape({ elements: listOf(inline, MANY) });

const part = byType('part of rich text', {
  rich_text_section: section,
  rich_text_list: shape(
    {
      elements: listOf(byType('part of a list', { rich_text_section: section }), MANY),
      style: oneOf('bullet', 'ordered'),
    },
    { ...border, indent: integer(0, 8), offset: integer(0, MANY) },
  ),
  rich_text_quote: shape({ elements: listOf(inline, MANY) }, border),
  rich_text_preformatted: shape(
    { elements: listOf(byType('preformatted element', { text, link }), MANY) },
    border,
  ),
});

export const richTextShape: Check = shape({ elements: listOf(part, MANY) }, { block_id: string(255) });

/** Rich text as a part of something else. */
export const richText: Check = byType('rich_text', { rich_text: richTextShape });

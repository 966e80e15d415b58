import { blockList } from './block-list.ts';
import { boolean, listOf, shape, string, webAddress } from './checks.ts';
import type { Check } from './place.ts';
import { mrkdwnString, plainText } from './text.ts';

const title: Check = (value, at) =>
  typeof value === 'string' ? string(3000)(value, at) : plainText()(value, at);

const preview: Check = shape(
  {},
  {
    type: string(255),
    can_remove: boolean,
    title,
    subtitle: title,
    iconUrl: webAddress,
    icon_url: webAddress,
  },
);

const field = shape({ title: string(3000), value: mrkdwnString(3000) }, { short: boolean });

/** The older attachment, and so an unfurl. Slack publishes no count for its blocks: 50, as in a message, is assumed. */
export const attachment: Check = shape(
  {},
  {
    blocks: blockList(50, 1),
    fallback: string(4000),
    color: string(20),
    hide_color: boolean,
    pretext: mrkdwnString(4000),
    author_name: string(3000),
    author_link: webAddress,
    author_icon: webAddress,
    author_subname: string(3000),
    title: string(3000),
    title_link: webAddress,
    text: mrkdwnString(4000),
    fields: listOf(field, 100),
    image_url: webAddress,
    thumb_url: webAddress,
    footer: string(300),
    footer_icon: webAddress,
    ts: (value, at) => (typeof value === 'number' ? undefined : string(20)(value, at)),
    mrkdwn_in: listOf(string(20), 3),
    preview,
  },
  (fields, at) => {
    const shown = ['blocks', 'fallback', 'text', 'title', 'fields', 'image_url'];
    if (!shown.some((part) => fields[part] !== undefined)) at.report('shows nothing');
  },
);

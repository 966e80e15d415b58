import { button } from './buttons.ts';
import { byType, listOf, oneOf, shape, string, webAddress } from './checks.ts';
import { imageElement } from './images.ts';
import type { Check } from './place.ts';
import { richText } from './rich-text.ts';
import { anyText, mrkdwnText, plainText } from './text.ts';

const id = { block_id: string(255) } as const;
const image = byType('image', { image: imageElement });

/** Source: docs.slack.dev/reference/block-kit/blocks/alert-block */
const alert: Check = shape(
  { text: anyText(200) },
  { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
);

/** At least one of its four main parts. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
const card: Check = shape(
  {},
  {
    ...id,
    hero_image: image,
    icon: image,
    title: mrkdwnText(150),
    subtitle: mrkdwnText(150),
    body: mrkdwnText(200),
    actions: listOf(byType('button', { button }), 3),
  },
  (fields, at) => {
    if (!['hero_image', 'title', 'actions', 'body'].some((part) => part in fields))
      at.report('shows nothing');
  },
);

const task: Check = shape(
  { task_id: string(255), title: string(3000), status: oneOf('pending', 'in_progress', 'complete', 'error') },
  {
    ...id,
    details: richText,
    output: richText,
    sources: listOf(byType('source', { url: shape({ url: webAddress, text: string(3000) }) }), 100),
  },
);

/** Source: docs.slack.dev/reference/block-kit/blocks/video-block; the two texts must stay below their limits. */
const video: Check = shape(
  { video_url: webAddress, thumbnail_url: webAddress, alt_text: string(2000), title: plainText(199) },
  {
    ...id,
    title_url: webAddress,
    author_name: string(49),
    provider_name: string(255),
    provider_icon_url: webAddress,
    description: plainText(),
  },
);

export const newerBlocks = {
  alert,
  card,
  carousel: shape({ elements: listOf(byType('card', { card }), 10) }, id),
  file: shape({ source: oneOf('remote'), external_id: string(255) }, id),
  markdown: shape({ text: string(12_000) }, id),
  plan: shape({ title: string(3000) }, { ...id, tasks: listOf(byType('task', { task_card: task }), 100, 0) }),
  task_card: task,
  video,
} as const;

import { isFields } from '../slack/fields.ts';
import { boolean, byType, listOf, oneOf, shape, string } from './checks.ts';
import { accessory, actionElement, contextElement, feedbackElement, inputElement } from './elements.ts';
import { imageBlock, imageElement } from './images.ts';
import { newerBlocks } from './newer-blocks.ts';
import type { Check, SurfaceKind } from './place.ts';
import { richText, richTextShape } from './rich-text.ts';
import { dataTable, table } from './tables.ts';
import { anyText, plainText } from './text.ts';

const id = { block_id: string(255) } as const;

const section = shape(
  {},
  { ...id, text: anyText(), fields: listOf(anyText(2000), 10), accessory, expand: boolean },
  (fields, at) => {
    if (fields.text === undefined && fields.fields === undefined) at.report('has neither text nor fields');
  },
);

/** What a container may contain, and the blocks that messages have had for long. */
const common = {
  actions: shape({ elements: listOf(actionElement, 25) }, id),
  context: shape({ elements: listOf(contextElement, 10) }, id),
  divider: shape({}, id),
  file: newerBlocks.file,
  header: shape({ text: plainText(150) }, id),
  image: imageBlock,
  input: shape(
    { label: plainText(2000), element: inputElement },
    { ...id, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richTextShape,
  section,
  table,
  video: newerBlocks.video,
} as const;

/** Source: docs.slack.dev/reference/block-kit/blocks/container-block */
const container = shape(
  { child_blocks: listOf(byType('block for a container', common), 10) },
  {
    ...id,
    title: plainText(150),
    rich_text_title: richText,
    subtitle: anyText(150),
    icon: byType('image', { image: imageElement }),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  (fields, at) => {
    if (fields.title === undefined && fields.rich_text_title === undefined) at.report('has no title');
    if (fields.default_collapsed === true && fields.is_collapsible !== true) at.report('cannot be collapsed');
  },
);

const known = byType('block', {
  ...common,
  ...newerBlocks,
  container,
  data_table: dataTable,
  context_actions: shape({ elements: listOf(feedbackElement, 5) }, id),
});

const everywhere: readonly SurfaceKind[] = ['message', 'modal', 'home', 'unfurl'];
const notInPreviews: readonly SurfaceKind[] = ['message', 'modal', 'home'];

/** Blocks that are not named are allowed in messages only. Source: docs.slack.dev/reference/block-kit/blocks */
const SURFACES: Readonly<Record<string, readonly SurfaceKind[]>> = {
  actions: everywhere,
  context: everywhere,
  divider: everywhere,
  header: everywhere,
  image: everywhere,
  section: everywhere,
  video: everywhere,
  card: notInPreviews,
  input: notInPreviews,
  rich_text: notInPreviews,
  container: ['message', 'home'],
  data_table: ['message', 'home'],
  table: ['message', 'home'],
  alert: ['modal'],
};

export const block: Check = (value, at) => {
  known(value, at);
  const type = isFields(value) ? String(value.type) : '';
  const surfaces = (Object.hasOwn(SURFACES, type) ? SURFACES[type] : undefined) ?? ['message'];
  if (!surfaces.includes(at.surface)) at.report(`cannot be a ${type} block in a ${at.surface}`);
};

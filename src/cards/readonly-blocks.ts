import type {
  ActionsBlock,
  AlertBlock,
  Button,
  ContainerBlock,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** The blocks and elements that the cards consist of, deeply readonly: one card is sent to many people. */
export type ButtonElement = DeepReadonly<Button>;
export type OverflowElement = DeepReadonly<Omit<Overflow, 'options'> & { options: PlainTextOption[] }>;
export type ActionElement = ButtonElement | OverflowElement;
export type Header = DeepReadonly<HeaderBlock>;
export type Section = DeepReadonly<
  Pick<SectionBlock, 'type' | 'block_id' | 'text' | 'fields'> & { accessory?: Button }
>;
export type Context = DeepReadonly<Omit<ContextBlock, 'elements'> & { elements: MrkdwnElement[] }>;
export type Actions = DeepReadonly<Omit<ActionsBlock, 'elements'>> & {
  readonly elements: readonly ActionElement[];
};
type Select = DeepReadonly<
  Pick<StaticSelect, 'type' | 'action_id'> & {
    options: PlainTextOption[];
    initial_option?: PlainTextOption;
  }
>;
export type InputElement = DeepReadonly<PlainTextInput> | Select;
export type Input = DeepReadonly<Omit<InputBlock, 'element'>> & { readonly element: InputElement };
/** What every client of Slack shows. */
export type ClassicBlock = Header | Section | Context | Actions | Input;
/** A line that stands out, in modals only (docs.slack.dev, reference/block-kit/blocks/alert-block). */
export type Alert = DeepReadonly<Omit<AlertBlock, 'text'> & { text: MrkdwnElement }>;
/** Blocks that its reader folds and unfolds, in messages and on the Home tab (reference/block-kit/blocks/container-block). */
export type Container = DeepReadonly<
  Pick<ContainerBlock, 'type' | 'is_collapsible' | 'default_collapsed'> & {
    title: PlainTextElement;
    subtitle: MrkdwnElement;
  }
> & { readonly child_blocks: readonly Exclude<ClassicBlock, Input>[] };
export type Block = ClassicBlock | Alert | Container;

/** The same blocks as Slack's client types them, with arrays that may change. The cards' own arrays stay as they are. */
export function slackBlocks(blocks: readonly Block[]): KnownBlock[] {
  return blocks.map(slackBlock);
}

function slackBlock(block: Block): KnownBlock {
  if (block.type === 'alert') return block;
  if (block.type === 'container') return { ...block, child_blocks: block.child_blocks.map(slackChild) };
  return block.type === 'input' ? { ...block, element: slackInput(block.element) } : slackChild(block);
}

function slackChild(block: Exclude<ClassicBlock, Input>): ContainerBlock['child_blocks'][number] {
  switch (block.type) {
    case 'header':
      return block;
    case 'section': {
      const { fields, ...rest } = block;
      return fields === undefined ? rest : { ...rest, fields: [...fields] };
    }
    case 'context':
      return { ...block, elements: [...block.elements] };
    case 'actions':
      return { ...block, elements: block.elements.map(slackElement) };
  }
}

function slackElement(element: ActionElement): Button | Overflow {
  return element.type === 'overflow' ? { ...element, options: [...element.options] } : element;
}

function slackInput(element: InputElement): PlainTextInput | StaticSelect {
  if (element.type === 'static_select') return { ...element, options: [...element.options] };
  const { dispatch_action_config: config, ...rest } = element;
  const triggers = config?.trigger_actions_on;
  return triggers === undefined
    ? rest
    : { ...rest, dispatch_action_config: { trigger_actions_on: [...triggers] } };
}

import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  MrkdwnElement,
  Overflow,
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
export type Block = Header | Section | Context | Actions | Input;

/** The same blocks as Slack's client types them, with arrays that may change. The cards' own arrays stay as they are. */
export function slackBlocks(blocks: readonly Block[]): KnownBlock[] {
  return blocks.map(slackBlock);
}

function slackBlock(block: Block): KnownBlock {
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
    case 'input':
      return { ...block, element: slackInput(block.element) };
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

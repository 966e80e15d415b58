import { type Fields, fieldsAt, flagAt, listAt, textAt } from '../fields.ts';
import type { StoredView } from '../state/surfaces.ts';

/** What a person filled in, by action_id: text, or the value, user or conversation picked. */
export type Filled = Readonly<Record<string, string>>;

const SELECTED: Readonly<Record<string, string>> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
};

/** The input blocks of a view with their elements. */
export function inputsOf(view: StoredView) {
  return view.blocks.flatMap((block) => {
    const element = block.type === 'input' ? fieldsAt(block, 'element') : undefined;
    return element === undefined ? [] : [{ block, element }];
  });
}

/** `state.values` of a submission. Slack's client sends no form whose required inputs are empty: this throws. */
export function stateValues(view: StoredView, filled: Filled): Fields {
  const values: Fields = {};
  for (const { block, element } of inputsOf(view)) {
    const actionId = textAt(element, 'action_id') ?? 'unnamed';
    const given = filled[actionId] ?? initialOf(element);
    if (given === undefined && !flagAt(block, 'optional')) throw new Error(`${actionId} must be filled in.`);
    values[textAt(block, 'block_id') ?? ''] = { [actionId]: stateOf(element, given) };
  }
  return values;
}

const initialOf = (element: Fields): string | undefined =>
  textAt(element, 'initial_value') ?? textAt(fieldsAt(element, 'initial_option') ?? {}, 'value');

function stateOf(element: Fields, given: string | undefined): Fields {
  const type = textAt(element, 'type') ?? '';
  const selected = SELECTED[type];
  if (selected !== undefined) return { type, [selected]: given ?? null };
  const options = listAt(element, 'options');
  const picked = options.filter((option) => option.value === given);
  if (type === 'checkboxes') return { type, selected_options: picked };
  if (options.length > 0) return { type, selected_option: picked[0] ?? null };
  return { type, value: given ?? null };
}

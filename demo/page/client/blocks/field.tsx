import type { KeyboardEvent } from 'react';
import { type Fields, fieldsOf, listOf, textIn } from '../../../text/fields.ts';
import { useBlockContext } from './block-context.ts';
import { Options } from './menu.tsx';
import { plainText } from './text.tsx';

interface FieldProps {
  readonly id: string;
  readonly element: Fields;
  readonly isRequired: boolean;
  /** The app is told as soon as Enter is pressed or something is picked. */
  readonly dispatches: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string;
}

const TYPES: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
};

/** What one fills in: text of any kind, a day, a time, or one of several options. */
export function Field({ id, element, isRequired, dispatches, isWrong, describedBy }: FieldProps) {
  const { filled, fill, press, snapshot } = useBlockContext();
  const type = textIn(element.type);
  const actionId = textIn(element.action_id);
  const initial = textIn(element.initial_value) || textIn(fieldsOf(element.initial_option).value);
  const value = filled[actionId] ?? initial;
  const common = {
    id,
    value,
    required: isRequired,
    'aria-invalid': isWrong,
    'aria-describedby': describedBy,
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (!dispatches || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    press({ actionId }, { [actionId]: value });
  };
  const picked = (option: string): void => {
    fill(actionId, option);
    if (dispatches) press({ actionId, option }, { [actionId]: option });
  };

  if (type === 'conversations_select' || type === 'channels_select' || type.endsWith('static_select'))
    return (
      <select {...common} onChange={({ target }) => picked(target.value)}>
        <option value="">{plainText(element.placeholder) || 'Choose'}</option>
        <Options options={listOf(element.options)} />
        {type.endsWith('static_select')
          ? null
          : snapshot.channels.map((channel) => (
              <option key={channel.id} value={channel.id}>{`#${channel.name}`}</option>
            ))}
      </select>
    );
  const placeholder = plainText(element.placeholder);
  if (element.multiline === true)
    return (
      <textarea
        {...common}
        placeholder={placeholder}
        onChange={({ target }) => fill(actionId, target.value)}
        rows={4}
      />
    );
  return (
    <input
      {...common}
      type={TYPES[type] ?? 'text'}
      placeholder={placeholder}
      autoComplete="off"
      onChange={({ target }) => fill(actionId, target.value)}
      onKeyDown={onEnter}
    />
  );
}

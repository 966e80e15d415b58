import { type Fields, listOf, textIn } from '../../../text/fields.ts';
import { useBlockContext } from './block-context.ts';
import { plainText } from './text.tsx';

/** One of several options, told to the app as soon as it is picked. */
export function Menu({ element }: { readonly element: Fields }) {
  const { press } = useBlockContext();
  const actionId = textIn(element.action_id);
  const groups = listOf(element.option_groups);
  const name = plainText(element.placeholder) || 'Choose';
  const picked = textIn(listOf([element.initial_option])[0]?.value);
  return (
    <select
      aria-label={name}
      value={picked}
      onChange={({ target }) => press({ actionId, option: target.value })}
    >
      <option value="" disabled hidden>
        {name}
      </option>
      <Options options={listOf(element.options)} />
      {groups.map((group) => (
        <optgroup key={plainText(group.label)} label={plainText(group.label)}>
          <Options options={listOf(group.options)} />
        </optgroup>
      ))}
    </select>
  );
}

export function Options({ options }: { readonly options: readonly Fields[] }) {
  return options.map((option) => (
    <option key={textIn(option.value)} value={textIn(option.value)}>
      {plainText(option.text)}
    </option>
  ));
}

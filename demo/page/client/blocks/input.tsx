import { useId } from 'react';
import { type Fields, fieldsOf, textIn } from '../../../text/fields.ts';
import { useBlockContext } from './block-context.ts';
import { Field } from './field.tsx';
import { plainText } from './text.tsx';

/** A labelled field with its hint, and with what the app found wrong with it. */
export function Input({ block }: { readonly block: Fields }) {
  const { errors } = useBlockContext();
  const id = useId();
  const error = errors[textIn(block.block_id)];
  const hint = plainText(block.hint);
  return (
    <div className="input">
      <label htmlFor={id}>
        {plainText(block.label)}
        {block.optional === true ? <span className="faint"> (optional)</span> : null}
      </label>
      <Field
        id={id}
        element={fieldsOf(block.element)}
        isRequired={block.optional !== true}
        dispatches={block.dispatch_action === true}
        isWrong={error !== undefined}
        describedBy={`${id}-said`}
      />
      <p id={`${id}-said`} className={error === undefined ? 'hint' : 'error'} role={error && 'alert'}>
        {error ?? hint}
      </p>
    </div>
  );
}

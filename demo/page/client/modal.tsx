import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ViewSeen } from '../snapshot.ts';
import { Blocks } from './blocks/blocks.tsx';
import { plainText } from './blocks/text.tsx';
import { type Filled, FormPlace, given } from './form-place.tsx';
import { JsonLook } from './json-look.tsx';
import { usePage } from './page-context.ts';

interface ModalProps {
  readonly view: ViewSeen;
  /** How many lie on one another, this one included. */
  readonly depth: number;
}

/** A modal of the app; what is filled in stays while the app changes it. */
export function Modal({ view, depth }: ModalProps) {
  const { snapshot, act } = usePage();
  const [filled, setFilled] = useState<Filled>({});
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const as = snapshot.me.id;
  const { title, submit, close } = view.content;
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('.modal-body :is(input, select, textarea)')?.focus();
    // Closed before it is taken away, it gives the focus back to what was pressed.
    return () => shown?.close();
  }, []);

  const shut = (all: boolean): void => void act({ do: 'close', as, viewId: view.id, all });
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    if (submit !== undefined) void act({ do: 'submit', as, viewId: view.id, filled: given(filled) });
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={`modal depth-${depth}`}
      onClose={() => shut(false)}
    >
      <form onSubmit={submitted}>
        <header>
          <h2 id={titleId}>{plainText(title)}</h2>
          {depth > 1 ? <span className="faint">on top of {depth - 1} more</span> : null}
          <button type="button" className="cross" aria-label="Close all" onClick={() => shut(true)}>
            ×
          </button>
        </header>
        <div className="modal-body" lang={snapshot.me.locale}>
          <FormPlace view={view} filled={filled} setFilled={setFilled}>
            <Blocks blocks={view.blocks} />
          </FormPlace>
        </div>
        <footer>
          <JsonLook shown={view.content} />
          <button type="button" className="button" onClick={() => shut(false)}>
            {plainText(close) || 'Close'}
          </button>
          {submit === undefined ? null : (
            <button type="submit" className="button primary">
              {plainText(submit)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

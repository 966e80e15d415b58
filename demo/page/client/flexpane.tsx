import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type Fields, fieldsOf, listOf, textIn } from '../../text/fields.ts';
import { OutLink } from './blocks/out-link.tsx';
import { EntityField } from './entity-field.tsx';
import { usePage } from './page-context.ts';
import { PlainPlace } from './plain-place.tsx';

/** Beside the channel: what the app presents of a Work Object to this person alone, or why it presents none. */
export function Flexpane({ shown }: { readonly shown: Fields }) {
  const { snapshot, act } = usePage();
  const cross = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    cross.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const close = (): void => void act({ do: 'close-flexpane', as: snapshot.me.id });
  const payload = fieldsOf(shown.entity_payload);
  const attributes = fieldsOf(payload.attributes);
  const title = textIn(fieldsOf(attributes.title).text) || textIn(shown.custom_title);
  return (
    <section
      className="flexpane"
      aria-label="Details"
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <header>
        <h2>Details</h2>
        <span className="faint">only visible to you</span>
        <button ref={cross} type="button" className="cross" aria-label="Close details" onClick={close}>
          ×
        </button>
      </header>
      <div lang={snapshot.me.locale}>
        <h3>{title}</h3>
        <p className="faint">{kindOf(attributes)}</p>
        <p>{textIn(shown.custom_message)}</p>
        <PlainPlace spot={undefined}>
          <Actions payload={payload} />
          <dl>
            {ordered(payload).map((field) => (
              <EntityField key={textIn(field.key)} field={field} />
            ))}
          </dl>
        </PlainPlace>
      </div>
    </section>
  );
}

/** What it is, its number, and whose. */
function kindOf({ display_type: type, display_id: id, product_name: product }: Fields): string {
  return [type, id, product].map(textIn).filter(Boolean).join(' · ');
}

/** Only those that lead somewhere: the app has no others. */
function Actions({ payload }: { readonly payload: Fields }): ReactNode {
  const actions = listOf(fieldsOf(payload.actions).primary_actions);
  return (
    <p className="actions">
      {actions.map(({ action_id, style, text, url }) => (
        <OutLink key={textIn(action_id)} className={`button ${textIn(style)}`} href={textIn(url)}>
          {textIn(text)}
        </OutLink>
      ))}
    </p>
  );
}

function ordered({ custom_fields, display_order }: Fields): Fields[] {
  const keys = Array.isArray(display_order) ? display_order : [];
  const fields = listOf(custom_fields);
  return keys.flatMap((key) => fields.filter((field) => field.key === key));
}

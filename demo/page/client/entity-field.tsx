import type { ReactNode } from 'react';
import { type Fields, listOf, textIn } from '../../text/fields.ts';
import type { Someone } from '../snapshot.ts';
import { OutLink } from './blocks/out-link.tsx';
import { usePage } from './page-context.ts';

/** A custom field of a Work Object. */
export function EntityField({ field }: { readonly field: Fields }) {
  const { me } = usePage().snapshot;
  return (
    <>
      <dt>{textIn(field.label)}</dt>
      <dd>{shownValue(field, me)}</dd>
    </>
  );
}

function shownValue({ type, value, tag_color, link }: Fields, { timeZone, locale }: Someone): ReactNode {
  if (type === 'slack#/types/timestamp') {
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
    return time.format(Number(value) * 1000);
  }
  if (type === 'array')
    return (
      <ul>
        {listOf(value).map((one) => (
          <li key={textIn(one.value)}>{textIn(one.value)}</li>
        ))}
      </ul>
    );
  const text = textIn(value);
  if (typeof link === 'string')
    return (
      <OutLink className="" href={link}>
        {text}
      </OutLink>
    );
  return typeof tag_color === 'string' ? <span className={`label ${tag_color}`}>{text}</span> : text;
}

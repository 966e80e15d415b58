import { type Fields, textIn } from '../../../text/fields.ts';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';
import { OverflowMenu } from './overflow-menu.tsx';
import { Text } from './text.tsx';

/** Something in a row of elements, or beside a section. */
export function Element({ element }: { readonly element: Fields }) {
  switch (element.type) {
    case 'mrkdwn':
    case 'plain_text':
      return (
        <div className="context-text">
          <Text value={element} />
        </div>
      );
    case 'button':
      return <Button element={element} />;
    case 'overflow':
      return <OverflowMenu element={element} />;
    case 'static_select':
    case 'radio_buttons':
      return <Menu element={element} />;
    case 'image':
      return <img className="icon" src={textIn(element.image_url)} alt={textIn(element.alt_text)} />;
    default:
      return <p className="unknown">This page does not know “{textIn(element.type)}” elements.</p>;
  }
}

import { type Fields, listOf, textIn } from '../../../text/fields.ts';
import { Element } from './element.tsx';
import { Text } from './text.tsx';

/** Text, fields in two columns, and what is beside them. */
export function Section({ block }: { readonly block: Fields }) {
  const fields = listOf(block.fields);
  return (
    <div className="section">
      <div className="section-text">
        {block.text === undefined ? null : <Text value={block.text} />}
        {fields.length === 0 ? null : (
          <div className="fields">
            {fields.map((field) => (
              <div key={textIn(field.text)}>
                <Text value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {listOf([block.accessory]).map((accessory) => (
        <div className="accessory" key={textIn(accessory.action_id)}>
          <Element element={accessory} />
        </div>
      ))}
    </div>
  );
}

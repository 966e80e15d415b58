import { type Fields, listOf, textIn } from '../../../text/fields.ts';
import { Element } from './element.tsx';
import { Input } from './input.tsx';
import { isShownByLibrary, Library } from './library.tsx';
import { Section } from './section.tsx';
import { Text } from './text.tsx';

/** All blocks of a message, a modal or a Home tab. */
export function Blocks({ blocks }: { readonly blocks: readonly Fields[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, nth) => (
        <BlockOf key={textIn(block.block_id) || nth} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { readonly block: Fields }) {
  switch (block.type) {
    case 'header':
      return (
        <h3 className="header">
          <Text value={block.text} />
        </h3>
      );
    case 'section':
      return <Section block={block} />;
    case 'context':
      return (
        <div className="context">
          <Elements block={block} />
        </div>
      );
    case 'actions':
      return (
        <div className="actions">
          <Elements block={block} />
        </div>
      );
    case 'container':
      return <Container block={block} />;
    case 'input':
      return <Input block={block} />;
    default:
      return isShownByLibrary(block) ? (
        <Library blocks={[block]} />
      ) : (
        <p className="unknown">This page does not know “{textIn(block.type)}” blocks.</p>
      );
  }
}

/** Folded or not at first, as the app says. */
function Container({ block }: { readonly block: Fields }) {
  return (
    <details className="container" open={block.default_collapsed !== true}>
      <summary>
        <span className="container-title">
          <Text value={block.title} />
        </span>
        <span className="container-subtitle">
          <Text value={block.subtitle} />
        </span>
      </summary>
      <Blocks blocks={listOf(block.child_blocks)} />
    </details>
  );
}

function Elements({ block }: { readonly block: Fields }) {
  return listOf(block.elements).map((element) => <Element key={JSON.stringify(element)} element={element} />);
}

import { type Block, Message } from 'slack-blocks-to-jsx';
import { useBlockContext } from './block-context.ts';
import { OutLink } from './out-link.tsx';

/**
 * Blocks as slack-blocks-to-jsx shows them, with the sample's own names in mentions. Its dark rules hold within any `data-theme="dark"`, and the
 * root element has one: `light` keeps the library from asking the system itself.
 */
export function Library({ blocks }: { readonly blocks: Block[] }) {
  const { snapshot } = useBlockContext();
  const users = Object.entries(snapshot.names).map(([id, name]) => ({ id, name }));
  const channels = snapshot.channels.map(({ id, name }) => ({ id, name }));
  return (
    <Message
      blocks={blocks}
      name=""
      logo=""
      theme="light"
      withoutWrapper
      data={{ users, channels }}
      hooks={{
        link: ({ href, className, children }) => (
          <OutLink href={href} className={className}>
            {children}
          </OutLink>
        ),
        emoji: (data, parse) => {
          const sign = parse(data);
          return sign === data.name ? `:${data.name}:` : sign;
        },
      }}
    />
  );
}

const SHOWN: ReadonlySet<unknown> = new Set<Block['type']>([
  'alert',
  'card',
  'carousel',
  'context_actions',
  'data_visualization',
  'divider',
  'file',
  'image',
  'markdown',
  'plan',
  'rich_text',
  'table',
  'task_card',
  'video',
]);

/** Whether the library shows a block rightly. The sample Slack has held it against Block Kit's rules, so its type says what it is. */
export function isShownByLibrary(block: { readonly type?: unknown }): block is Block {
  return SHOWN.has(block.type);
}

import type { KnownBlock, View } from '@slack/types';

/** What `blocks.validate` takes (docs.slack.dev, reference/methods/blocks.validate): a message or a view. */
export type Validated =
  | {
      readonly message: {
        readonly text: string;
        readonly blocks?: KnownBlock[];
        readonly attachments?: { blocks: KnownBlock[] }[];
      };
    }
  | { readonly view: View };

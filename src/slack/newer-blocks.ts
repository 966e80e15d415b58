import type { KnownBlock } from '@slack/types';
import { classicBlocks, type NewerBlock, newerAmong } from '../cards/classic-blocks.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import { slackErrorOf } from './retry-on-rate-limit.ts';

/** Which newer kinds of blocks a workspace takes; each has a switch of its own. */
export interface BlockSwitches {
  /** Those of some kinds that are switched off. */
  off(kinds: readonly NewerBlock[]): Promise<readonly NewerBlock[]>;
  /** For a day: a client or a plan may come to take them. */
  switchOff(kinds: readonly NewerBlock[]): Promise<void>;
}

const OFF_SECONDS = 24 * 60 * 60;

export function blockSwitches(
  store: Pick<CacheStore, 'get' | 'set'>,
  keys: Pick<Keys, 'blockOff'>,
  onSwitchedOff: (kind: NewerBlock) => void,
): BlockSwitches {
  return {
    async off(kinds) {
      const found = await Promise.all(kinds.map((kind) => store.get(keys.blockOff(kind))));
      return kinds.filter((_, nth) => found[nth] !== undefined);
    },
    async switchOff(kinds) {
      for (const kind of kinds) {
        onSwitchedOff(kind);
        await store.set(keys.blockOff(kind), '1', OFF_SECONDS);
      }
    },
  };
}

/** Of a workspace of which nothing is known. */
export const NO_NEWER_BLOCKS: BlockSwitches = { off: async (kinds) => kinds, switchOff: async () => {} };

/** The arguments of a method of Slack's Web API: those that may have blocks. */
export interface BlocksGiven {
  readonly token?: string;
  readonly blocks?: unknown;
  readonly view?: unknown;
}

/** Slack's errors for blocks that it does not take: of messages, and of views (docs.slack.dev, reference/methods). */
const REFUSED = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments']);

/** A refusal spends the trigger, so these are never tried with newer blocks. What is opened so is filled by `views.update`. */
const TRIED_ONCE: ReadonlySet<string> = new Set(['views.open', 'views.push']);

/**
 * Makes a call with the newer blocks that the workspace takes. If Slack refuses them, the call is made once more with classic blocks; if it takes
 * those, the newer ones were at fault and are switched off.
 */
export async function withClassicFallback<Given extends BlocksGiven, Result>(
  method: string,
  given: Given,
  call: (given: Given) => Promise<Result>,
  switches: BlockSwitches,
): Promise<Result> {
  const used = newerAmong(blocksOf(given) ?? []);
  if (used.length === 0) return call(given);
  const off = TRIED_ONCE.has(method) ? used : await switches.off(used);
  const tried = used.filter((kind) => !off.includes(kind));
  try {
    return await call(withBlocks(given, (blocks) => classicBlocks(blocks, off)));
  } catch (error) {
    if (tried.length === 0 || !REFUSED.has(slackErrorOf(error) ?? '')) throw error;
    const answer = await call(withBlocks(given, (blocks) => classicBlocks(blocks)));
    await switches.switchOff(tried);
    return answer;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The app makes no other lists under this name. */
const isBlocks = (value: unknown): value is readonly KnownBlock[] =>
  Array.isArray(value) && value.every((block) => isRecord(block) && typeof block.type === 'string');

/** Of a message, or of a view. */
function blocksOf({ blocks, view }: BlocksGiven): readonly KnownBlock[] | undefined {
  if (isBlocks(blocks)) return blocks;
  return isRecord(view) && isBlocks(view.blocks) ? view.blocks : undefined;
}

function withBlocks<Given extends BlocksGiven>(
  given: Given,
  change: (blocks: readonly KnownBlock[]) => KnownBlock[],
): Given {
  const { blocks, view } = given;
  if (isBlocks(blocks)) return { ...given, blocks: change(blocks) };
  return isRecord(view) && isBlocks(view.blocks)
    ? { ...given, view: { ...view, blocks: change(view.blocks) } }
    : given;
}

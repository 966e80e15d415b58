import { ACTION } from '../../cards/action-ids.ts';
import { eventId } from '../../core/ids.ts';
import type { Reference } from '../../core/reference.ts';
import { referenceKey, referencesIn } from '../../core/references-in-text.ts';

/** The fields of blocks, attachments and files that hold text and addresses (docs.slack.dev, reference/block-kit and messaging). */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'text',
  'fallback',
  'title',
  'title_link',
  'pretext',
  'footer',
  'value',
  'url',
  'from_url',
  'original_url',
  'app_unfurl_url',
  'image_url',
  'alt_text',
  'name',
]);

const DEPTH_MAX = 20;
const NODES_MAX = 5000;
const REFERENCES_MAX = 10;

/** Characters over all texts: a message has 40,000 at most, its blocks repeat them, and its attachments add theirs. */
const TEXT_MAX = 200_000;

/**
 * The meetings that a message mentions, each once, ten at most: in its text, rich text, sections, buttons, attachments, and on this
 * app's own cards. A rich text that names a meeting in pieces is read piece by piece and as a whole. A text that does not fit into what is
 * left of 200,000 characters is not read at all: cut, it could name another meeting.
 */
export function referencesInMessage(message: unknown, linkDomains: readonly string[]): Reference[] {
  const found = new Map<string, Reference>();
  let nodes = 0;
  let charactersLeft = TEXT_MAX;

  function add(reference: Reference): void {
    const key = referenceKey(reference);
    if (found.size < REFERENCES_MAX && !found.has(key)) found.set(key, reference);
  }

  function read(text: string): void {
    if (text.length > charactersLeft || found.size >= REFERENCES_MAX) return;
    charactersLeft -= text.length;
    for (const reference of referencesIn(text, linkDomains)) add(reference);
  }

  function walk(node: unknown, depth: number): void {
    nodes += 1;
    if (depth > DEPTH_MAX || nodes > NODES_MAX || typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      const line = lineOf(node);
      if (line !== undefined) read(line);
      for (const child of node) walk(child, depth + 1);
      return;
    }
    const card = ownCardReference(node);
    if (card !== undefined) add(card);
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'string') walk(value, depth + 1);
      else if (TEXT_KEYS.has(key) && card === undefined) read(value);
    }
  }

  walk(message, 0);
  return [...found.values()];
}

/** The text of a rich text section's pieces, put together: "meeting " and a bold "649128" are one mention. */
function lineOf(pieces: readonly unknown[]): string | undefined {
  const texts = pieces.map((piece) =>
    typeof piece === 'object' &&
    piece !== null &&
    'type' in piece &&
    piece.type === 'text' &&
    'text' in piece &&
    typeof piece.text === 'string'
      ? piece.text
      : undefined,
  );
  const known = texts.filter((text) => text !== undefined);
  return known.length > 1 ? known.join('') : undefined;
}

const OWN_ACTIONS: ReadonlySet<string> = new Set(Object.values(ACTION));

/** The meeting of one of this app's own buttons. */
function ownCardReference(node: object): Reference | undefined {
  if (!('action_id' in node) || !('value' in node)) return undefined;
  const { action_id, value } = node;
  if (typeof action_id !== 'string' || typeof value !== 'string' || !OWN_ACTIONS.has(action_id))
    return undefined;
  const id = eventId(value);
  return id === undefined ? undefined : { kind: 'event', eventId: id };
}

import * as v from 'valibot';
import { type EventId, eventId } from '../core/ids.ts';
import { type UnixSeconds, unixSeconds } from '../core/time.ts';

/** What is stored for a page, and for a whole link on a shared page. `links` are the keys of the owner's own links on this page. */
export interface LinkEntry {
  readonly owner: EventId;
  readonly links: readonly string[];
  readonly shared: boolean;
  readonly at: UnixSeconds;
}

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ owner: v.string(), links: v.array(v.string()), shared: v.boolean(), at: v.number() }),
);

/** An entry as it was stored as JSON; undefined for anything else. */
export function readLinkEntry(text: string | undefined): LinkEntry | undefined {
  const parsed = v.safeParse(schema, text);
  if (!parsed.success) return undefined;
  const { owner, links, shared, at } = parsed.output;
  const [id, second] = [eventId(owner), unixSeconds(at)];
  return id === undefined || second === undefined ? undefined : { owner: id, links, shared, at: second };
}

import type { VendorFailure } from '../vendor.ts';
import { integer } from './decoder/fields.ts';
import { WireObject } from './decoder/wire-object.ts';
import type { RequestBody } from './endpoint/attempt.ts';
import type { EndpointClient } from './endpoint/client.ts';

/** The vendor's default is 20, and it does not say how many it allows; a page may be shorter than asked. */
const ENTRIES_OF_A_PAGE = 100;

/** A list that the vendor gives in pages. */
export interface PagedList {
  readonly path: string;
  /** What the question says besides `page` and `count`. */
  readonly body: RequestBody;
  /** The field of `result` that has the entries. */
  readonly entries: string;
  readonly pagesMax: number;
}

export type PagedReply =
  | { readonly kind: 'answered'; readonly entries: readonly WireObject[]; readonly isWhole: boolean }
  | VendorFailure;

/**
 * Reads one page after the other, to the last or to `pagesMax`. `totalCount` says how many entries there are; without it a page that is
 * shorter than asked is the last. A failure of one page is the reply.
 */
export async function readPages(
  client: EndpointClient,
  { path, body, entries, pagesMax }: PagedList,
): Promise<PagedReply> {
  const read: WireObject[] = [];
  for (let page = 1; page <= pagesMax; page += 1) {
    const reply = await client(path, { ...body, page: BigInt(page), count: BigInt(ENTRIES_OF_A_PAGE) });
    if (reply.kind !== 'answered') return reply;
    const result = WireObject.of(reply.result ?? {}, '', () => {});
    if (result === undefined) return { kind: 'unreadable', report: reply.report };
    const ofPage = result.list(entries);
    read.push(...ofPage);
    const total = result.read('totalCount', integer);
    const isLast = total === undefined ? ofPage.length < ENTRIES_OF_A_PAGE : read.length >= total;
    if (isLast || ofPage.length === 0) return { kind: 'answered', entries: read, isWhole: true };
  }
  return { kind: 'answered', entries: read, isWhole: false };
}

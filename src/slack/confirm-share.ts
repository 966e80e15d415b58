import type { Card } from '../cards/blocks.ts';
import { confirmShareCard } from '../cards/confirm-share-card.ts';
import type { Words } from '../cards/words/words.ts';
import type { FoundMeeting } from '../conference/lookup.ts';
import type { Viewer } from '../core/viewer.ts';
import { privateView } from './found-card.ts';
import type { RequestContext } from './request-context.ts';

/** The outcome of a share that waits for the sharer's word. */
export const ASKED_FIRST = 'asked-first';

/** Asks the sharer, since people of other companies read the channel. */
export function confirmation(
  { services, settings }: Pick<RequestContext, 'services' | 'settings'>,
  found: FoundMeeting,
  viewer: Viewer,
  to: 'channel' | 'thread',
  words: Words,
): Card {
  const view = privateView(found, viewer, settings);
  const title = view.audience === 'limited' ? undefined : view.title;
  const company = services.identity.current()?.teamName;
  return confirmShareCard({ eventId: view.eventId, title, company, to }, words);
}

import type { Fields } from '../fields.ts';
import { scene } from './common.ts';

interface Given {
  readonly userId: string;
  /** The direct message between the app and the person. */
  readonly channelId: string;
  readonly tab: 'home' | 'messages';
  readonly view?: Fields;
  readonly eventTs: string;
}

const usual: Given = { userId: scene.user.id, channelId: 'D0HAN', tab: 'home', eventTs: scene.ts };

/** Sent at every opening, for both tabs; with a view only once one was published. */
export function appHomeOpened(varied: Partial<Given> = {}): Fields {
  const given: Given = { ...usual, ...varied };
  return {
    type: 'app_home_opened',
    user: given.userId,
    channel: given.channelId,
    tab: given.tab,
    ...(given.view === undefined ? {} : { view: given.view }),
    event_ts: given.eventTs,
  };
}

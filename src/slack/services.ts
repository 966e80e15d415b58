import type { webApi } from '@slack/bolt';
import type { Words } from '../cards/words/words.ts';
import type { Surface } from '../core/audience.ts';
import type { Clock } from '../core/time.ts';
import type { Meetings } from '../meetings/lookup.ts';
import type { Throttle } from '../meetings/throttle.ts';
import type { Log } from '../ops/log.ts';
import type { SendReply } from './reply.ts';
import type { Viewers } from './viewer.ts';

/** What the listeners work with; `app.ts` builds it once. */
export interface Services {
  readonly meetings: Meetings;
  readonly viewers: Viewers;
  readonly throttle: Throttle;
  readonly client: webApi.WebClient;
  readonly linkDomains: readonly string[];
  readonly words: Words;
  /** The surface of a channel in this deployment. */
  readonly shared: Surface & { readonly kind: 'shared' };
  readonly clock: Clock;
  readonly reply: SendReply;
  readonly log: Log;
}

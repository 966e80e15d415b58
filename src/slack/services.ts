import type { webApi } from '@slack/bolt';
import type { Keys } from '../storage/keys.ts';
import type { Store } from '../storage/cache-store.ts';
import type { CalendarLinks } from '../calendar/link.ts';
import type { Words } from '../cards/words/words.ts';
import type { Surface } from '../core/audience.ts';
import type { Clock, ZoneName } from '../core/time.ts';
import type { FindAgenda } from '../conference/agenda.ts';
import type { FairShare } from '../conference/fair-share.ts';
import type { Meetings } from '../conference/lookup.ts';
import type { Recents } from '../conference/recent-meetings.ts';
import type { Throttle } from '../conference/lookup-limit.ts';
import type { Log } from '../ops/log.ts';
import type { Reports } from '../ops/telemetry.ts';
import type { Asker, Askers } from './user-directory.ts';
import type { CardMemo } from './card-cache.ts';
import type { SendReply } from './reply.ts';

/** What the listeners work with; `app.ts` builds it once. */
export interface Services {
  readonly meetings: Meetings;
  readonly agenda: FindAgenda;
  readonly recents: Recents;
  readonly askers: Askers;
  readonly throttle: Throttle;
  readonly fairShare: FairShare;
  readonly client: webApi.WebClient;
  /** For what happens once over all processes. */
  readonly store: Store;
  readonly keys: Keys;
  readonly linkDomains: readonly string[];
  /** The words of shared surfaces, and of whoever nothing is known of. */
  readonly sharedWords: Words;
  readonly wordsOf: (asker: Asker) => Words;
  readonly defaultZone: ZoneName;
  /** The surface of a channel in this deployment. */
  readonly shared: Surface & { readonly kind: 'shared' };
  readonly cards: CardMemo;
  /** Undefined where the deployment has no public address: files are then sent. */
  readonly calendarLinks: CalendarLinks | undefined;
  readonly clock: Clock;
  readonly reply: SendReply;
  readonly log: Log;
  readonly report: Pick<Reports, 'answered' | 'failed'>;
}

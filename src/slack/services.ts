import type { webApi } from '@slack/bolt';
import type { CalendarLinks } from '../calendar/link.ts';
import type { Words } from '../cards/words/words.ts';
import type { FindAgenda } from '../conference/agenda.ts';
import type { FairShare } from '../conference/fair-share.ts';
import type { Meetings } from '../conference/lookup.ts';
import type { LookupLimit } from '../conference/lookup-limit.ts';
import type { Recents } from '../conference/recent-meetings.ts';
import type { Surface } from '../core/audience.ts';
import type { Clock, ZoneName } from '../core/time.ts';
import type { Log } from '../ops/log.ts';
import type { Reports } from '../ops/telemetry.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { CardCache } from './card-cache.ts';
import type { SendMessage } from './reply.ts';
import type { UserDirectory, UserProfile } from './user-directory.ts';

/** What the listeners work with; `app.ts` builds it once. */
export interface Services {
  readonly meetings: Meetings;
  readonly agenda: FindAgenda;
  readonly recents: Recents;
  readonly users: UserDirectory;
  readonly lookupLimit: LookupLimit;
  readonly fairShare: FairShare;
  readonly client: webApi.WebClient;
  /** For what happens once over all processes. */
  readonly store: CacheStore;
  readonly keys: Keys;
  readonly linkDomains: readonly string[];
  /** The words of shared surfaces, and of whoever nothing is known of. */
  readonly sharedWords: Words;
  readonly wordsOf: (asker: UserProfile) => Words;
  readonly defaultZone: ZoneName;
  /** The surface of a channel in this deployment. */
  readonly shared: Surface & { readonly kind: 'shared' };
  readonly cards: CardCache;
  /** Undefined where the deployment has no public address: files are then sent. */
  readonly calendarLinks: CalendarLinks | undefined;
  readonly clock: Clock;
  readonly reply: SendMessage;
  readonly log: Log;
  readonly report: Pick<Reports, 'answered' | 'failed'>;
}

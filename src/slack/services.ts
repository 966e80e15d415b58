import type { CalendarLinks } from '../calendar/link.ts';
import type { FindAgenda } from '../conference/agenda.ts';
import type { FairShare } from '../conference/fair-share.ts';
import type { FindLive } from '../conference/live-meetings.ts';
import type { Meetings } from '../conference/lookup.ts';
import type { LookupLimit } from '../conference/lookup-limit.ts';
import type { FindPresentNames } from '../conference/present-names.ts';
import type { Recents } from '../conference/recent-meetings.ts';
import type { FindLiveFor } from '../conference/running.ts';
import type { AccountFailure } from '../core/account-state.ts';
import type { WebLink } from '../core/ids.ts';
import type { Clock } from '../core/time.ts';
import type { Reports } from '../ops/telemetry.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import type { Keys } from '../storage/keys.ts';
import type { AccountDesk } from '../tenants/account-desk.ts';
import type { Departure } from '../tenants/departures.ts';
import type { TenantSettings } from '../tenants/tenant-settings.ts';
import type { Tracking } from '../tracking/tracking.ts';
import type { BotIdentity } from './bot-identity.ts';
import type { CardCache } from './card-cache.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { Messenger } from './messenger.ts';
import type { OpenHomes } from './open-homes.ts';
import type { ReplySender, SendMessage } from './response-url.ts';
import type { SlackClient } from './slack-client.ts';
import type { UserDirectory } from './user-directory.ts';

/** What the listeners of one tenant work with. `tenant-services.ts` builds it once a tenant: code that holds it cannot reach another tenant's data. */
export interface Services {
  readonly meetings: Meetings;
  readonly agenda: FindAgenda;
  readonly live: FindLive;
  readonly liveFor: FindLiveFor;
  readonly presentNames: FindPresentNames;
  readonly recents: Recents;
  readonly users: UserDirectory;
  readonly openHomes: OpenHomes;
  readonly channels: ChannelDirectory;
  readonly lookupLimit: LookupLimit;
  readonly fairShare: FairShare;
  /** The same for links that a person pasted, apart from what they ask for. */
  readonly pastedShare: FairShare;
  /** With the token of the tenant's installation. */
  readonly client: SlackClient;
  readonly messenger: Messenger;
  /** The same, for calls that must not be made twice. */
  readonly once: SlackClient;
  readonly identity: BotIdentity;
  /** For what happens once over all processes. */
  readonly store: CacheStore;
  readonly keys: Keys;
  /** Whether links also get a Work Object. */
  readonly workObjects: boolean;
  /** What was set. A listener reads what counts from its context. */
  readonly tenantSettings: TenantSettings;
  readonly cards: CardCache;
  readonly tracking: Tracking;
  /** Where admins connect a conference account; undefined where the environment gives the only one. */
  readonly account: AccountDesk | undefined;
  /** Why the last question with the tenant's account failed in this process; undefined where it did not. */
  readonly lastFailure: () => AccountFailure | undefined;
  /** Slack said at a time (milliseconds since 1970) that the app was uninstalled. Undefined where the installation is not the app's to delete. */
  readonly uninstalled: ((at: number) => Promise<Departure>) | undefined;
  /** Undefined where the deployment has no public address: files are then sent. */
  readonly calendarLinks: CalendarLinks | undefined;
  /** Where people get help with the app; undefined where the deployment names no such place. */
  readonly supportUrl: WebLink | undefined;
  readonly clock: Clock;
  readonly reply: SendMessage;
  readonly removeOriginal: ReplySender['removeOriginal'];
  readonly report: Pick<Reports, 'answered' | 'failed'>;
}

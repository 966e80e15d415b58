import { wordsFor } from '../cards/words/languages.ts';
import type { Words } from '../cards/words/words.ts';
import type { Channel } from '../core/channel.ts';
import type { Person } from '../core/person.ts';
import type { Settings } from '../core/settings.ts';
import type { Tenant } from '../core/tenant.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { Messenger } from './messenger.ts';
import type { Envelope } from './payloads/envelope.ts';
import type { Services } from './services.ts';
import type { SlackClient } from './slack-client.ts';
import { UNKNOWN_PROFILE } from './user-directory.ts';
import type { UserProfile } from './user-profile.ts';
import { withOrigin } from './viewer-proof.ts';

/** What a listener knows of an installation, also where no person acts. */
export interface InstallationContext {
  readonly tenant: Tenant;
  /** What counts where it happens. */
  readonly settings: Settings;
  /** With the token of the tenant's installation. */
  readonly client: SlackClient;
  readonly messenger: Messenger;
  /** Where it happens; undefined where the payload names no channel. */
  readonly channel: Channel | undefined;
  /** A fixed word for how the request came in: a label of metrics and a field of the log. */
  readonly entryPoint: string;
  /** The tenant's, and no other's. */
  readonly services: Services;
}

/** What a listener knows of a request, besides its payload. */
export interface RequestContext extends InstallationContext {
  /** Who acts. In Slack Connect their team is not the tenant's. */
  readonly actor: Person;
  readonly responseUrl: string | undefined;
  /**
   * Who the actor is, as far as that is known within so many milliseconds. All calls of one request share one lookup, which begins with the
   * first of them. Never rejects.
   */
  profile(limitMs: number): Promise<UserProfile>;
  /** The language of whoever a profile is of. */
  wordsOf(profile: UserProfile): Words;
  /** What the actor's Home tab shows was changed: it is built again soon, behind the answer. */
  homeChanged(): void;
  /** The actor's language; the channel's where it is not known within so many milliseconds. Never rejects. */
  words(limitMs: number): Promise<Words>;
}

export function installationContext(
  tenant: Tenant,
  services: Services,
  { channel }: Pick<Envelope, 'channel'>,
  settings: Settings,
  entryPoint: string,
): InstallationContext {
  const { client, messenger } = services;
  return {
    tenant,
    settings,
    client,
    messenger,
    channel,
    entryPoint,
    services,
  };
}

export function requestContext(
  installation: InstallationContext,
  actor: Person,
  {
    kind,
    responseUrl,
    homeChanged,
  }: Pick<Envelope, 'kind' | 'responseUrl'> & Pick<RequestContext, 'homeChanged'>,
): RequestContext {
  const { tenant, settings, client, messenger, channel, entryPoint, services } = installation;
  const { users } = services;
  let lookup: Promise<UserProfile> | undefined;
  const profile = async (limitMs: number): Promise<UserProfile> => {
    lookup ??= users.of(actor);
    const known = (await withTimeout(limitMs, lookup)) ?? UNKNOWN_PROFILE;
    return isOwnPeoples(kind)
      ? known
      : { ...known, viewer: withOrigin(known.viewer, actor, services.identity) };
  };
  const wordsOf = ({ locale }: UserProfile): Words => wordsFor(locale, settings.locale);
  return {
    tenant,
    settings,
    client,
    messenger,
    channel,
    entryPoint,
    services,
    actor,
    responseUrl,
    profile,
    wordsOf,
    homeChanged,
    words: async (limitMs) => wordsOf(await profile(limitMs)),
  };
}

/** Slack offers commands and shortcuts to people of the installation only (docs.slack.dev, apis/slack-connect); they may press any button. */
function isOwnPeoples(kind: Envelope['kind']): boolean {
  return kind === 'command' || kind === 'shortcut';
}

import * as v from 'valibot';
import type { WebLink } from '../core/ids.ts';
import type { Locale } from '../core/locale.ts';
import type { ZoneName } from '../core/time.ts';
import type { Transport } from '../slack/slack-app.ts';
import type { RedisAddress } from '../storage/redis/address.ts';
import { type ConferenceConfig, conferenceFaults, conferenceOf } from './conference.ts';
import { type Variables, variables, variablesSchema } from './variables.ts';
import { type Workspaces, workspaceFaults, workspacesOf } from './workspaces.ts';

/** Everything that the environment decides, read once at the start and never changed. */
export interface Config {
  readonly port: number;
  readonly transport: Transport;
  readonly workspaces: Workspaces;
  readonly slackApiUrl: string | undefined;
  readonly conference: ConferenceConfig;
  /** Of the account of the environment, and of workspaces that named none. */
  readonly linkDomains: readonly string[];
  /** Of what can be looked up again; undefined: in this process's memory. */
  readonly redis: RedisAddress | undefined;
  /** Of what must not be lost, by default `redis`; undefined: in this process's memory. */
  readonly stateRedis: RedisAddress | undefined;
  /** Undefined: by the meeting's phase. */
  readonly freshSeconds: number | undefined;
  readonly keepSeconds: number;
  /** What the sealing and hashing keys are derived from. */
  readonly cacheSecret: string;
  /** The secret before this one: what it sealed can still be opened. */
  readonly previousCacheSecret: string | undefined;
  readonly lookupsPerMinute: number;
  readonly channelShowsAttendeePassword: boolean;
  readonly meetingVisibility: Variables['MEETING_VISIBILITY'];
  readonly workObjects: boolean;
  /** How often a meeting is asked about that cards follow; undefined: by its phase. */
  readonly cardCheckSeconds: number | undefined;
  /** The last part of the path at which the vendor's push events are taken; undefined: they are not. */
  readonly pushSecret: string | undefined;
  /** `web` answers Slack, `worker` does what is due. */
  readonly role: 'web' | 'worker' | 'all';
  readonly publicUrl: string | undefined;
  /** Where people of this deployment get help with the app. */
  readonly supportUrl: WebLink | undefined;
  readonly defaultLocale: Locale;
  readonly defaultZone: ZoneName;
  /** How long `/readyz` says 503 before the port closes. */
  readonly drainGraceMs: number;
  readonly logLevel: Variables['LOG_LEVEL'];
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** Reads the environment; every fault is named at once, a sentence each, by variable and without its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const names = Object.keys(variables);
  const given = Object.fromEntries(
    names
      .map((name) => [name, environment[name]?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = v.safeParse(variablesSchema, given);
  const faults = [
    ...(parsed.issues ?? []).map((issue) => faultOf(issue)),
    ...conferenceFaults(given, given.SLACK_CLIENT_ID === undefined ? 'one' : 'many'),
    ...workspaceFaults(given),
  ];
  const transport = transportOf(given);
  if (transport === undefined)
    faults.push('SLACK_SIGNING_SECRET is needed (or SLACK_APP_TOKEN, for Socket Mode)');
  const workspaces = parsed.success ? workspacesOf(parsed.output) : undefined;
  if (!parsed.success || transport === undefined || workspaces === undefined || faults.length > 0) {
    return { kind: 'faults', faults };
  }
  return { kind: 'config', config: Object.freeze(configOf(parsed.output, transport, workspaces)) };
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue) ?? 'environment';
  return issue.input === undefined ? `${name} is needed` : `${name} ${issue.message}`;
}

function configOf(given: Variables, transport: Transport, workspaces: Workspaces): Config {
  const slackSecret = transport.kind === 'socket' ? transport.appToken : transport.signingSecret;
  return {
    port: given.PORT,
    transport,
    workspaces,
    slackApiUrl: given.SLACK_API_URL,
    conference: conferenceOf(given),
    linkDomains: given.MEETING_LINK_DOMAINS,
    redis: given.REDIS_URL,
    stateRedis: given.STATE_REDIS_URL ?? given.REDIS_URL,
    freshSeconds: given.CACHE_FRESH_SECONDS,
    keepSeconds: given.CACHE_KEEP_SECONDS,
    cacheSecret: given.CACHE_KEY ?? given.SLACK_SIGNING_SECRET ?? slackSecret,
    previousCacheSecret: given.CACHE_KEY_PREVIOUS,
    lookupsPerMinute: given.LOOKUPS_PER_MINUTE,
    channelShowsAttendeePassword: given.CHANNEL_SHOWS_ATTENDEE_PASSWORD,
    meetingVisibility: given.MEETING_VISIBILITY,
    workObjects: given.WORK_OBJECTS,
    cardCheckSeconds: given.CARD_CHECK_SECONDS,
    pushSecret: given.CONFERENCE_PUSH_SECRET,
    role: given.ROLE,
    publicUrl: given.PUBLIC_URL,
    supportUrl: given.SUPPORT_URL,
    defaultLocale: given.DEFAULT_LOCALE,
    defaultZone: given.DEFAULT_TIMEZONE,
    drainGraceMs: given.DRAIN_GRACE_MS,
    logLevel: given.LOG_LEVEL,
  };
}

function transportOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
}: Readonly<Record<string, string | undefined>>): Transport | undefined {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret };
}

import * as v from 'valibot';
import type { Locale } from '../core/locale.ts';
import type { ConferenceAccount, ConferenceCredentials } from '../core/tenant.ts';
import type { ZoneName } from '../core/time.ts';
import type { Transport } from '../slack/slack-app.ts';
import type { RedisAddress } from '../storage/redis/address.ts';
import { type Variables, variables, variablesSchema } from './variables.ts';
import { type Workspaces, workspaceFaults, workspacesOf } from './workspaces.ts';

/** Everything that the environment decides, read once at the start and never changed. */
export interface Config {
  readonly port: number;
  readonly transport: Transport;
  readonly workspaces: Workspaces;
  readonly slackApiUrl: string | undefined;
  /** `timeoutMs`: how long one question may take. */
  readonly conference: ConferenceAccount & { readonly timeoutMs: number };
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
  readonly workObjects: boolean;
  /** How often a meeting is asked about that cards follow; undefined: by its phase. */
  readonly cardCheckSeconds: number | undefined;
  /** The last part of the path at which the vendor's push events are taken; undefined: they are not. */
  readonly pushSecret: string | undefined;
  /** `web` answers Slack, `worker` does what is due. */
  readonly role: 'web' | 'worker' | 'all';
  readonly publicUrl: string | undefined;
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
    ...workspaceFaults(given),
    ...crossFaults((name) => given[name] !== undefined),
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

function crossFaults(isGiven: (name: keyof typeof variables) => boolean): string[] {
  const faults: string[] = [];
  if (isGiven('CONFERENCE_APP_KEY') !== isGiven('CONFERENCE_APP_SECRET')) {
    faults.push('CONFERENCE_APP_KEY and CONFERENCE_APP_SECRET are needed together');
  }
  if (isGiven('CONFERENCE_TOKEN') && isGiven('CONFERENCE_APP_KEY')) {
    faults.push('CONFERENCE_TOKEN and CONFERENCE_APP_KEY exclude each other');
  }
  return faults;
}

function configOf(given: Variables, transport: Transport, workspaces: Workspaces): Config {
  const slackSecret = transport.kind === 'socket' ? transport.appToken : transport.signingSecret;
  return {
    port: given.PORT,
    transport,
    workspaces,
    slackApiUrl: given.SLACK_API_URL,
    conference: {
      url: given.CONFERENCE_API_URL,
      userId: given.CONFERENCE_USER_ID,
      credentials: credentialsOf(given),
      timeoutMs: given.CONFERENCE_TIMEOUT_MS,
      linkLookupPath: given.CONFERENCE_LINK_LOOKUP_PATH,
    },
    linkDomains: given.MEETING_LINK_DOMAINS,
    redis: given.REDIS_URL,
    stateRedis: given.STATE_REDIS_URL ?? given.REDIS_URL,
    freshSeconds: given.CACHE_FRESH_SECONDS,
    keepSeconds: given.CACHE_KEEP_SECONDS,
    cacheSecret: given.CACHE_KEY ?? given.SLACK_SIGNING_SECRET ?? slackSecret,
    previousCacheSecret: given.CACHE_KEY_PREVIOUS,
    lookupsPerMinute: given.LOOKUPS_PER_MINUTE,
    channelShowsAttendeePassword: given.CHANNEL_SHOWS_ATTENDEE_PASSWORD,
    workObjects: given.WORK_OBJECTS,
    cardCheckSeconds: given.CARD_CHECK_SECONDS,
    pushSecret: given.CONFERENCE_PUSH_SECRET,
    role: given.ROLE,
    publicUrl: given.PUBLIC_URL,
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

function credentialsOf({
  CONFERENCE_TOKEN,
  CONFERENCE_APP_KEY,
  CONFERENCE_APP_SECRET,
}: Variables): ConferenceCredentials {
  if (CONFERENCE_TOKEN !== undefined) return { kind: 'token', token: CONFERENCE_TOKEN };
  if (CONFERENCE_APP_KEY !== undefined && CONFERENCE_APP_SECRET !== undefined) {
    return { kind: 'app', appKey: CONFERENCE_APP_KEY, appSecret: CONFERENCE_APP_SECRET };
  }
  return { kind: 'none' };
}

import * as v from 'valibot';
import { isHostName } from '../core/host-names.ts';
import { vendorUserId, webLink } from '../core/ids.ts';
import { LOCALES } from '../core/locale.ts';
import { zoneName } from '../core/time.ts';
import { redisAddress } from '../storage/redis/address.ts';
import { hostRoot } from './host-root.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

const wholeNumber = (from: number, to: number) =>
  v.pipe(
    text,
    v.regex(/^[0-9]{1,9}$/, `must be a whole number from ${from} to ${to}`),
    v.transform(Number),
    v.minValue(from, `must be a whole number from ${from} to ${to}`),
    v.maxValue(to, `must be a whole number from ${from} to ${to}`),
  );

const address = (...protocols: string[]) =>
  v.pipe(
    text,
    v.check(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)),
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    ),
    v.transform((value) => value.replace(/(?<!\/)\/+$/, '')),
  );

const parsedBy = <T>(parse: (value: string) => T | undefined, message: string) =>
  v.pipe(
    text,
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message });
      return NEVER;
    }),
  );

/** Comma-separated host names, as in the manifest's `unfurl_domains`: no scheme, no port. */
const domains = parsedBy((value) => {
  const list = value
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim());
  return list.every(isHostName) ? list : undefined;
}, 'must be domains such as qsh1.cn, separated by commas, without scheme or port');

const hosts = parsedBy((value) => {
  const roots = value.split(',').map((entry) => hostRoot(entry.trim()));
  return roots.every((root) => root !== undefined) ? roots : undefined;
}, 'must be host names such as eu.example.com, separated by commas, without scheme or path');

const yesNo = v.pipe(
  text,
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((value) => value === 'true'),
);

const secret = v.pipe(text, v.minLength(16, 'must have at least 16 characters'));

const redis = parsedBy(
  redisAddress,
  'must be redis://host:port, redis+cluster://host:port,host:port or redis+sentinel://host:port,host:port/name (rediss for TLS)',
);

/** What each environment variable may hold; unset and empty are the same. Those who run the app rely on the names. */
export const variables = {
  PORT: v.optional(wholeNumber(0, 65_535), '3000'),
  SLACK_BOT_TOKEN: v.optional(v.pipe(text, v.startsWith('xoxb-', 'must begin with xoxb-'))),
  SLACK_SIGNING_SECRET: v.optional(text),
  SLACK_APP_TOKEN: v.optional(v.pipe(text, v.startsWith('xapp-', 'must begin with xapp-'))),
  SLACK_CLIENT_ID: v.optional(
    v.pipe(text, v.regex(/^[0-9]{1,30}\.[0-9]{1,30}$/, 'must be two numbers with a point between')),
  ),
  SLACK_CLIENT_SECRET: v.optional(text),
  SLACK_STATE_SECRET: v.optional(secret),
  SLACK_OAUTH_REDIRECT_URL: v.optional(address('https', 'http')),
  SLACK_API_URL: v.optional(address('https', 'http')),
  CONFERENCE_API_URL: v.optional(address('https', 'http'), 'https://openapi.quanshi.com'),
  CONFERENCE_API_HOSTS: v.optional(hosts),
  CONFERENCE_USER_ID: v.optional(parsedBy(vendorUserId, 'must be the digits of a conference user id')),
  CONFERENCE_TOKEN: v.optional(text),
  CONFERENCE_APP_KEY: v.optional(text),
  CONFERENCE_APP_SECRET: v.optional(text),
  CONFERENCE_TIMEOUT_MS: v.optional(wholeNumber(50, 60_000), '2000'),
  CONFERENCE_LINK_LOOKUP_PATH: v.optional(v.pipe(text, v.startsWith('/', 'must begin with /'))),
  MEETING_LINK_DOMAINS: v.optional(domains, 'qsh1.cn,quanshi.com'),
  REDIS_URL: v.optional(redis),
  STATE_REDIS_URL: v.optional(redis),
  CACHE_FRESH_SECONDS: v.optional(wholeNumber(0, 999_999_999)),
  CACHE_KEEP_SECONDS: v.optional(wholeNumber(1, 999_999_999), '86400'),
  CACHE_KEY: v.optional(secret),
  CACHE_KEY_PREVIOUS: v.optional(secret),
  LOOKUPS_PER_MINUTE: v.optional(wholeNumber(1, 1_000_000), '30'),
  CHANNEL_SHOWS_ATTENDEE_PASSWORD: v.optional(yesNo, 'false'),
  MEETING_VISIBILITY: v.optional(
    v.picklist(['everyone', 'invited'], 'must be everyone or invited'),
    'everyone',
  ),
  WORK_OBJECTS: v.optional(yesNo, 'false'),
  CARD_CHECK_SECONDS: v.optional(wholeNumber(1, 86_400)),
  CONFERENCE_PUSH_SECRET: v.optional(
    v.pipe(text, v.regex(/^[A-Za-z0-9_-]{16,200}$/, 'must be 16 to 200 letters, digits, - and _')),
  ),
  ROLE: v.optional(v.picklist(['web', 'worker', 'all'], 'must be web, worker or all'), 'all'),
  PUBLIC_URL: v.optional(address('https', 'http')),
  SUPPORT_URL: v.optional(
    parsedBy(webLink, 'must be an address that begins with https:// or http://, of at most 2,000 characters'),
  ),
  DEFAULT_LOCALE: v.optional(v.picklist(LOCALES, `must be ${LOCALES.join(' or ')}`), 'en'),
  DEFAULT_TIMEZONE: v.optional(parsedBy(zoneName, 'must be a zone such as Asia/Shanghai'), 'Asia/Shanghai'),
  DRAIN_GRACE_MS: v.optional(wholeNumber(0, 300_000), '0'),
  LOG_LEVEL: v.optional(
    v.picklist(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
    'info',
  ),
} as const;

export const variablesSchema = v.object(variables);

export type Variables = v.InferOutput<typeof variablesSchema>;

import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';

const least = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing', CONFERENCE_USER_ID: '87679779' };

function configOf(environment: Readonly<Record<string, string | undefined>> = {}) {
  const result = readConfig({ ...least, ...environment });
  if (result.kind === 'faults') throw new Error(result.faults.join('\n'));
  return result.config;
}
function faultsOf(environment: Readonly<Record<string, string | undefined>>) {
  const result = readConfig(environment);
  return result.kind === 'faults' ? result.faults : [];
}

test('four variables at most are needed, and the others have the defaults of the design', () => {
  expect(configOf()).toEqual({
    port: 3000,
    transport: { kind: 'http', signingSecret: 'signing' },
    workspaces: { kind: 'one', botToken: 'xoxb-1' },
    slackApiUrl: undefined,
    conference: {
      account: {
        id: undefined,
        url: 'https://openapi.quanshi.com',
        userId: '87679779',
        credentials: { kind: 'none' },
        linkLookupPath: undefined,
        linkDomains: undefined,
      },
      roots: ['https://openapi.quanshi.com'],
      timeoutMs: 2000,
    },
    linkDomains: ['qsh1.cn', 'quanshi.com'],
    redis: undefined,
    stateRedis: undefined,
    freshSeconds: undefined,
    keepSeconds: 86_400,
    cacheSecret: 'signing',
    previousCacheSecret: undefined,
    lookupsPerMinute: 30,
    channelShowsAttendeePassword: false,
    meetingVisibility: 'everyone',
    workObjects: false,
    cardCheckSeconds: undefined,
    pushSecret: undefined,
    role: 'all',
    publicUrl: undefined,
    supportUrl: undefined,
    defaultLocale: 'en',
    defaultZone: 'Asia/Shanghai',
    drainGraceMs: 0,
    logLevel: 'info',
  });
});

test('what must not be lost is in the Redis of STATE_REDIS_URL, else of REDIS_URL', () => {
  const [cache, state] = ['redis://cache.example', 'redis://state.example'];
  expect(configOf({ REDIS_URL: cache }).stateRedis).toEqual(configOf({ REDIS_URL: cache }).redis);
  expect(configOf({ REDIS_URL: cache, STATE_REDIS_URL: state })).toMatchObject({
    redis: { server: { host: 'cache.example' } },
    stateRedis: { server: { host: 'state.example' } },
  });
  expect(configOf({ STATE_REDIS_URL: state })).toMatchObject({
    redis: undefined,
    stateRedis: { server: { host: 'state.example' } },
  });
});

test('a configuration cannot be changed', () => {
  expect(Object.isFrozen(configOf())).toBe(true);
});

test('unset, empty and blank are the same', () => {
  expect(configOf({ PORT: '', REDIS_URL: '  ', CACHE_KEY: undefined, LOG_LEVEL: ' ' })).toEqual(configOf());
});

describe('a value', () => {
  test.each([
    ['PORT', ' 8080 ', { port: 8080 }],
    [
      'REDIS_URL',
      'rediss://u:p@r.example:6380/2',
      { redis: { kind: 'single', tls: true, password: 'p', database: 2 } },
    ],
    ['SLACK_API_URL', 'http://127.0.0.1:1/api/', { slackApiUrl: 'http://127.0.0.1:1/api' }],
    ['SLACK_APP_TOKEN', 'xapp-1', { transport: { kind: 'socket', appToken: 'xapp-1' } }],
    ['CONFERENCE_TOKEN', 't', { conference: { account: { credentials: { kind: 'token', token: 't' } } } }],
    [
      'CONFERENCE_API_URL',
      'https://a.example/x/',
      { conference: { account: { url: 'https://a.example/x' }, roots: ['https://a.example/x'] } },
    ],
    [
      'CONFERENCE_API_HOSTS',
      'EU.example.com, openapi.quanshi.com,127.0.0.1:81, eu.example.com,b.example:8443',
      {
        conference: {
          roots: [
            'https://openapi.quanshi.com',
            'https://eu.example.com',
            'http://127.0.0.1:81',
            'https://b.example:8443',
          ],
        },
      },
    ],
    ['MEETING_LINK_DOMAINS', 'A.example, b.example', { linkDomains: ['a.example', 'b.example'] }],
    ['CACHE_FRESH_SECONDS', '0', { freshSeconds: 0 }],
    ['CACHE_KEY', 'sixteen-letters!', { cacheSecret: 'sixteen-letters!' }],
    ['CACHE_KEY_PREVIOUS', 'sixteen-letters!', { previousCacheSecret: 'sixteen-letters!' }],
    ['CHANNEL_SHOWS_ATTENDEE_PASSWORD', 'true', { channelShowsAttendeePassword: true }],
    ['WORK_OBJECTS', 'true', { workObjects: true }],
    ['DEFAULT_TIMEZONE', 'Europe/Lisbon', { defaultZone: 'Europe/Lisbon' }],
    ['DEFAULT_LOCALE', 'zh-CN', { defaultLocale: 'zh-CN' }],
    ['DRAIN_GRACE_MS', '10000', { drainGraceMs: 10_000 }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ])('of %s, %s, is read', (name, value, part) => {
    expect(configOf({ [name]: value })).toMatchObject(part);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['SLACK_BOT_TOKEN', 'secret-value'],
    ['SLACK_APP_TOKEN', 'secret-value'],
    ['SLACK_API_URL', 'secret-value'],
    ['CONFERENCE_API_URL', 'ftp://secret-value'],
    ['CONFERENCE_API_HOSTS', 'https://secret-value.example'],
    ['CONFERENCE_API_HOSTS', 'secret-value.example/path'],
    ['CONFERENCE_API_HOSTS', 'user@secret-value.example'],
    ['CONFERENCE_API_HOSTS', 'a.example,,b.example'],
    ['CONFERENCE_API_HOSTS', 'secret-value'],
    ['CONFERENCE_API_HOSTS', '10.0.0.1'],
    ['CONFERENCE_API_HOSTS', '0x7f.1'],
    ['CONFERENCE_API_HOSTS', '[::1]'],
    ['CONFERENCE_API_HOSTS', 'a.example:0'],
    ['CONFERENCE_API_HOSTS', 'a.example:65536'],
    ['CONFERENCE_USER_ID', 'secret-value'],
    ['CONFERENCE_USER_ID', '18446744073709551616'],
    ['CONFERENCE_TIMEOUT_MS', '49'],
    ['CONFERENCE_LINK_LOOKUP_PATH', 'secret-value'],
    ['MEETING_LINK_DOMAINS', 'https://secret-value.cn'],
    ['MEETING_LINK_DOMAINS', 'a.example,,b.example'],
    ['MEETING_LINK_DOMAINS', 'localhost'],
    ['REDIS_URL', 'http://secret-value'],
    ['CACHE_FRESH_SECONDS', '-1'],
    ['CACHE_KEEP_SECONDS', '0'],
    ['CACHE_KEY', 'secret-value'],
    ['CACHE_KEY_PREVIOUS', 'secret-value'],
    ['SLACK_OAUTH_REDIRECT_URL', 'secret-value'],
    ['LOOKUPS_PER_MINUTE', '0'],
    ['CHANNEL_SHOWS_ATTENDEE_PASSWORD', 'yes'],
    ['WORK_OBJECTS', 'on'],
    ['PUBLIC_URL', 'secret-value'],
    ['SUPPORT_URL', 'secret-value'],
    ['SUPPORT_URL', 'mailto:secret-value@example.com'],
    ['DEFAULT_LOCALE', 'fr'],
    ['DEFAULT_TIMEZONE', 'secret-value'],
    ['DRAIN_GRACE_MS', '-1'],
    ['DRAIN_GRACE_MS', '300001'],
    ['LOG_LEVEL', 'secret-value'],
  ])('of %s, %s, is one fault that names the variable and not the value', (name, value) => {
    const faults = faultsOf({ ...least, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} must `));
    expect(faults[0]).not.toContain('secret-value');
  });
});

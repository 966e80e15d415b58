import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';

const least = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing', CONFERENCE_USER_ID: '87679779' };

function faultsOf(environment: Readonly<Record<string, string | undefined>>) {
  const result = readConfig(environment);
  return result.kind === 'faults' ? result.faults : [];
}

describe('what belongs together', () => {
  test.each([
    [
      'nothing',
      {},
      [
        'CONFERENCE_USER_ID is needed',
        'SLACK_BOT_TOKEN is needed (or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET, for many workspaces)',
        'SLACK_SIGNING_SECRET is needed (or SLACK_APP_TOKEN, for Socket Mode)',
      ],
    ],
    [
      'several wrong values',
      { ...least, PORT: 'x', LOG_LEVEL: 'x' },
      [
        'PORT must be a whole number from 0 to 65535',
        'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent',
      ],
    ],
    [
      'a key without its secret',
      { ...least, CONFERENCE_APP_KEY: 'k' },
      ['CONFERENCE_APP_KEY and CONFERENCE_APP_SECRET are needed together'],
    ],
    [
      'a secret without its key',
      { ...least, CONFERENCE_APP_SECRET: 's' },
      ['CONFERENCE_APP_KEY and CONFERENCE_APP_SECRET are needed together'],
    ],
    [
      'two ways to prove oneself',
      { ...least, CONFERENCE_TOKEN: 't', CONFERENCE_APP_KEY: 'k', CONFERENCE_APP_SECRET: 's' },
      ['CONFERENCE_TOKEN and CONFERENCE_APP_KEY exclude each other'],
    ],
  ])('%s: every fault is named at once', (_what, environment, faults) => {
    expect(faultsOf(environment)).toEqual(faults);
  });

  test('a key and a secret are one way to prove oneself', () => {
    const result = readConfig({ ...least, CONFERENCE_APP_KEY: 'k', CONFERENCE_APP_SECRET: 's' });
    expect(result).toMatchObject({
      config: { conference: { account: { credentials: { kind: 'app', appKey: 'k', appSecret: 's' } } } },
    });
  });

  test('Socket Mode needs no signing secret', () => {
    const { SLACK_SIGNING_SECRET: _left, ...rest } = least;
    expect(faultsOf({ ...rest, SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';

const least = {
  SLACK_SIGNING_SECRET: 'signing',
  CONFERENCE_USER_ID: '87679779',
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'a state secret of ours',
  PUBLIC_URL: 'https://cards.example/app/',
  REDIS_URL: 'redis://r.example',
};

const faultsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const result = readConfig(environment);
  return result.kind === 'faults' ? result.faults : [];
};

describe('many workspaces', () => {
  test('are served with the three variables of OAuth, and Slack sends the browser back to PUBLIC_URL', () => {
    expect(readConfig(least)).toMatchObject({
      config: {
        workspaces: {
          kind: 'many',
          clientId: '12.34',
          clientSecret: 'client-secret',
          stateSecret: 'a state secret of ours',
          redirectUrl: 'https://cards.example/app/slack/oauth_redirect',
        },
      },
    });
  });

  test('need no conference account', () => {
    expect(readConfig({ ...least, CONFERENCE_USER_ID: '' })).toMatchObject({
      config: { conference: { account: undefined, roots: ['https://openapi.quanshi.com'] } },
    });
  });

  test('have another address to come back to where one is named', () => {
    const { PUBLIC_URL: _none, ...rest } = least;
    const redirectUrl = 'https://other.example/back';
    expect(readConfig({ ...rest, SLACK_OAUTH_REDIRECT_URL: redirectUrl })).toMatchObject({
      config: { workspaces: { redirectUrl } },
    });
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'a bot token as well',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      'SLACK_BOT_TOKEN and SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET exclude each other',
    ],
    [
      'one of the three missing',
      { SLACK_CLIENT_SECRET: '' },
      'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET are needed together',
    ],
    [
      'no Redis',
      { REDIS_URL: '' },
      'STATE_REDIS_URL (or REDIS_URL) is needed for many workspaces: their installations must not be lost',
    ],
    [
      'no address to come back to',
      { PUBLIC_URL: '' },
      'SLACK_OAUTH_REDIRECT_URL is needed for many workspaces (or PUBLIC_URL, from which it follows)',
    ],
    [
      'a token, and no user to ask as',
      { CONFERENCE_USER_ID: '', CONFERENCE_TOKEN: 't' },
      'CONFERENCE_USER_ID is needed with CONFERENCE_TOKEN',
    ],
    [
      'a short secret of states',
      { SLACK_STATE_SECRET: 'short' },
      'SLACK_STATE_SECRET must have at least 16 characters',
    ],
    [
      'a wrong client id',
      { SLACK_CLIENT_ID: 'A0APP' },
      'SLACK_CLIENT_ID must be two numbers with a point between',
    ],
  ])('with %s are one fault', (_what, change, fault) => {
    expect(faultsOf({ ...least, ...change })).toEqual([fault]);
  });

  test('are served with a Redis for what must last alone, and over Socket Mode', () => {
    const { REDIS_URL: url, SLACK_SIGNING_SECRET: _none, ...rest } = least;
    expect(faultsOf({ ...rest, STATE_REDIS_URL: url, SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
  });
});

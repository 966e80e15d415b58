/** What makes an app of many workspaces of the one that is measured otherwise. */
export const MANY_ENV = {
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: '1111.2222',
  SLACK_CLIENT_SECRET: 'sample-client-secret',
  SLACK_STATE_SECRET: 'the states of the benchmark',
  SLACK_OAUTH_REDIRECT_URL: 'https://cards.example/slack/oauth_redirect',
  CACHE_KEY: 'the key of the benchmark',
} as const;

/** Where an installation begins. */
export const INSTALL_PATH = '/slack/install';

/** Where Slack sends the browser back to. */
export const OAUTH_REDIRECT_PATH = '/slack/oauth_redirect';

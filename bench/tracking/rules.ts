import type { Rules } from '../../src/core/settings.ts';

/** What counts where nothing was set. */
export const RULES: Rules = {
  locale: 'en',
  cardZone: 'meeting',
  attendeePassword: 'hidden',
  visibility: 'everyone',
  confidential: 'shared',
  linkPreviews: 'compact',
  following: 'on',
};

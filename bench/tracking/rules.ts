import type { Rules, Settings } from '../../src/core/settings.ts';
import { ZONE } from './template.ts';

/** What counts where nothing was set. */
export const RULES: Rules & Pick<Settings, 'zone'> = {
  locale: 'en',
  cardZone: 'meeting',
  attendeePassword: 'hidden',
  visibility: 'everyone',
  confidential: 'shared',
  linkPreviews: 'compact',
  following: 'on',
  zone: ZONE,
};

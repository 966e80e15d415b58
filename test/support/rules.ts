import type { Settings } from '../../src/core/settings.ts';
import { zoneOf } from './units.ts';

/** What counts where neither the environment nor anybody sets anything. */
export const SETTINGS: Settings = {
  locale: 'en',
  cardZone: 'meeting',
  attendeePassword: 'hidden',
  visibility: 'everyone',
  confidential: 'shared',
  linkPreviews: 'compact',
  following: 'on',
  zone: zoneOf('Asia/Shanghai'),
  linkDomains: [],
  lookupsPerMinute: 10,
};

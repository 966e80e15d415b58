import type { Settings } from '../core/settings.ts';
import type { Config } from './config.ts';

/** The settings that count where nothing was set. */
export function environmentSettings(config: Config): Settings {
  return {
    locale: config.defaultLocale,
    zone: config.defaultZone,
    linkDomains: config.linkDomains,
    attendeePassword: config.channelShowsAttendeePassword ? 'shown' : 'hidden',
    visibility: config.meetingVisibility,
    confidential: 'shared',
    linkPreviews: 'compact',
    following: 'on',
    cardZone: 'meeting',
    lookupsPerMinute: config.lookupsPerMinute,
  };
}

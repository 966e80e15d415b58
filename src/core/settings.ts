import type { ZoneName } from './time.ts';

/** What a tenant decides about its cards. Every value comes from the environment. */
export interface Settings {
  /** The language of channels, and of people whose Slack language the app does not have. */
  readonly locale: 'en' | 'zh-CN';
  /** The zone of a meeting that names none. */
  readonly zone: ZoneName;
  /** Domains in lower case, subdomains included, whose links are meeting links. */
  readonly linkDomains: readonly string[];
  readonly showsAttendeePassword: boolean;
  readonly lookupsPerMinute: number;
}

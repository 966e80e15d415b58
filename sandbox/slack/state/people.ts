import { type Fields, flagAt } from '../fields.ts';

/** Someone in the directory. `null` for a zone is what Slack sends for a person who has none. */
export interface Person {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  readonly email?: string;
  /** Undefined: Slack does not say. */
  readonly isEmailConfirmed: boolean | undefined;
  readonly tz?: string | null;
  readonly tzLabel?: string | null;
  readonly tzOffset?: number;
  readonly locale?: string;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
  /** A guest: bound to channels (`restricted`) or to one (`ultra`). */
  readonly guest?: 'restricted' | 'ultra';
  /** What they are in their workspace besides a member. */
  readonly rank?: 'admin' | 'owner' | 'primary-owner' | undefined;
  /** The same in its organisation. */
  readonly organisationRank?: 'admin' | 'owner' | 'primary-owner';
  /** Someone of another company, seen through Slack Connect. */
  readonly isStranger: boolean;
  /** The organisation that the person's workspace belongs to. */
  readonly enterpriseId?: string;
}

/** A member of the home workspace in Shanghai, unless told otherwise. */
export function person(given: Partial<Person> & { readonly id: string }): Person {
  return {
    teamId: 'T0HOME',
    name: given.id.toLowerCase(),
    realName: given.id,
    isEmailConfirmed: true,
    tz: 'Asia/Shanghai',
    tzLabel: 'China Standard Time',
    tzOffset: 28_800,
    locale: 'en-US',
    isBot: false,
    isDeleted: false,
    isStranger: false,
    ...given,
  };
}

/** The `user` of users.info. `locale` comes only when asked for. Source: docs.slack.dev/reference/objects/user-object */
export function userObject(who: Person, args: Fields, updatedSeconds: number): Fields {
  return {
    id: who.id,
    team_id: who.teamId,
    name: who.name,
    deleted: who.isDeleted,
    color: '9f69e7',
    real_name: who.realName,
    ...(who.tz === undefined ? {} : { tz: who.tz }),
    ...(who.tzLabel === undefined ? {} : { tz_label: who.tzLabel }),
    ...(who.tzOffset === undefined ? {} : { tz_offset: who.tzOffset }),
    profile: {
      title: '',
      phone: '',
      skype: '',
      real_name: who.realName,
      real_name_normalized: who.realName,
      display_name: who.name,
      display_name_normalized: who.name,
      status_text: '',
      status_emoji: '',
      status_expiration: 0,
      avatar_hash: '',
      ...(who.email === undefined ? {} : { email: who.email }),
      team: who.teamId,
    },
    ...ranked(who.rank),
    is_restricted: who.guest !== undefined,
    is_ultra_restricted: who.guest === 'ultra',
    is_bot: who.isBot,
    is_app_user: false,
    ...(who.isStranger ? { is_stranger: true } : {}),
    ...(who.isEmailConfirmed === undefined ? {} : { is_email_confirmed: who.isEmailConfirmed }),
    who_can_share_contact_card: 'EVERYONE',
    ...(who.enterpriseId === undefined ? {} : { enterprise_user: inOrganisation(who, who.enterpriseId) }),
    updated: updatedSeconds,
    has_2fa: false,
    ...(flagAt(args, 'include_locale') && who.locale !== undefined ? { locale: who.locale } : {}),
  };
}

/** An owner is an administrator too. */
const ranked = (rank: Person['rank']): Fields => ({
  is_admin: rank !== undefined,
  is_owner: rank === 'owner' || rank === 'primary-owner',
  is_primary_owner: rank === 'primary-owner',
});

const inOrganisation = ({ id, teamId, organisationRank }: Person, enterpriseId: string): Fields => ({
  id,
  enterprise_id: enterpriseId,
  enterprise_name: enterpriseId.toLowerCase(),
  ...ranked(organisationRank),
  teams: [teamId],
});

export const defaultPeople = (): Map<string, Person> =>
  new Map(
    [
      person({ id: 'U0BOT', name: 'meetingcards', realName: 'Meeting Cards', isBot: true }),
      person({
        id: 'U0HAN',
        name: 'han',
        realName: '韩梅梅',
        email: 'meimei.han@example.com',
        locale: 'zh-CN',
      }),
      person({ id: 'U0LI', name: 'lilei', realName: '李雷', email: 'lei.li@example.com', locale: 'zh-CN' }),
      person({
        id: 'U0ANN',
        name: 'ann',
        realName: 'Ann Lee',
        email: 'ann@example.com',
        tz: 'Europe/London',
        tzLabel: 'Greenwich Mean Time',
        tzOffset: 0,
        locale: 'en-GB',
      }),
      person({
        id: 'U0LUCY',
        name: 'lucy',
        realName: 'Lucy Brown',
        email: 'lucy.brown@example.com',
        locale: 'en-GB',
      }),
      person({ id: 'U0POLLY', name: 'polly', realName: 'Polly Parker', email: 'polly.parker@example.com' }),
      person({ id: 'U0GUEST', realName: 'Guest', email: 'guest@example.org', guest: 'ultra' }),
      person({
        id: 'U0FAR',
        teamId: 'T0FAR',
        realName: 'Far Away',
        isStranger: true,
        isEmailConfirmed: false,
        tz: null,
        tzLabel: null,
      }),
    ].map((who) => [who.id, who]),
  );

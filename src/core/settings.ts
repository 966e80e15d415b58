import { CARD_ZONES } from './card-zones.ts';
import { LOCALES, type Locale } from './locale.ts';
import { type ZoneName, zoneName } from './time.ts';

/** Who can set something: an admin for the whole workspace, a member for one channel. */
export type Level = 'workspace' | 'channel';

/** What can be set. Every value is a word, so that forms, storage and comparisons treat all of them alike. */
export interface Rules {
  /** The language of channels, and of people whose Slack language the app does not have. */
  readonly locale: Locale;
  /** The zone in which shared cards say when a meeting is; `meeting`: its own. */
  readonly cardZone: ZoneName | 'meeting';
  /** Whether cards in channels show the attendee password. */
  readonly attendeePassword: 'hidden' | 'shown';
  /** Who sees a meeting. `invited`: all but the people on its list see that it exists, when, and whom to ask. */
  readonly visibility: 'everyone' | 'invited';
  /** Whether a confidential meeting may be shown in channels, as a card or under its link. */
  readonly confidential: 'shared' | 'private';
  /** What stands below a pasted link. */
  readonly linkPreviews: 'full' | 'compact' | 'off';
  /** Whether cards in channels follow their meeting. */
  readonly following: 'on' | 'off';
}

export type SettingKey = keyof Rules;

/** What somebody set at one level. What is missing is as at the level above. */
export type Chosen = Partial<Rules>;

/** What counts: for a channel, or where there is none, for the workspace. */
export interface Settings extends Rules {
  /** The zone of a meeting that names none. */
  readonly zone: ZoneName;
  /** Domains in lower case, subdomains included, whose links are meeting links. */
  readonly linkDomains: readonly string[];
  readonly lookupsPerMinute: number;
}

interface Setting<T extends string> {
  readonly levels: readonly Level[];
  /** What the form offers. */
  readonly choices: readonly T[];
  /** Undefined for a text that is not a value. */
  read(text: string): T | undefined;
  /** For a setting that restricts: what counts where it was set and cannot be read, and while nothing is known of what was set. */
  readonly strictest?: T;
}

function oneOf<const T extends string>(
  choices: readonly T[],
  levels: readonly Level[],
  strictest?: NoInfer<T>,
): Setting<T> {
  const read = (text: string): T | undefined => choices.find((choice) => choice === text);
  return { levels, choices, read, ...(strictest === undefined ? {} : { strictest }) };
}

/** Every setting. One that is missing here, or in a language, does not compile; the forms and the storage need no change for a new one. */
export const SETTINGS: { readonly [Key in SettingKey]: Setting<Rules[Key]> } = {
  visibility: oneOf(['everyone', 'invited'], ['workspace'], 'invited'),
  confidential: oneOf(['shared', 'private'], ['workspace'], 'private'),
  attendeePassword: oneOf(['hidden', 'shown'], ['workspace'], 'hidden'),
  linkPreviews: oneOf(['full', 'compact', 'off'], ['workspace', 'channel']),
  following: oneOf(['on', 'off'], ['channel']),
  locale: oneOf(LOCALES, ['workspace', 'channel']),
  cardZone: {
    levels: ['workspace'],
    choices: ['meeting', ...CARD_ZONES],
    read: (text) => (text === 'meeting' ? text : zoneName(text)),
  },
};

function isSettingKey(name: string): name is SettingKey {
  return Object.hasOwn(SETTINGS, name);
}

const KEYS: readonly SettingKey[] = Object.keys(SETTINGS).filter(isSettingKey);

/** The settings of a level, in the order of the form. */
export const settingsOf = (level: Level): readonly SettingKey[] =>
  KEYS.filter((key) => SETTINGS[key].levels.includes(level));

type Written = Readonly<Record<string, unknown>>;
type Writable = { -readonly [Key in SettingKey]?: Rules[Key] };

/**
 * What was written down of a level. What has no such setting, or no such value, is as if nobody had set it; where the setting restricts, an
 * unreadable value counts as the strictest (docs/adr/0027-settings.md).
 */
export function chosenFrom(level: Level, written: Written): Chosen {
  const chosen: Writable = {};
  const take = <K extends SettingKey>(key: K): void => {
    const value = written[key];
    if (value === undefined) return;
    const { read, strictest } = SETTINGS[key];
    const known = (typeof value === 'string' ? read(value) : undefined) ?? strictest;
    if (known !== undefined) chosen[key] = known;
  };
  settingsOf(level).forEach(take);
  return chosen;
}

/** The level below counts where it says something. */
export function merged(environment: Settings, workspace: Chosen, channel: Chosen = {}): Settings {
  return { ...environment, ...workspace, ...channel };
}

/** What counts while nothing is known of what was set: the environment, and of each setting that restricts, the strictest. */
export function strictest(environment: Settings): Settings {
  return merged(environment, chosenFrom('workspace', Object.fromEntries(RESTRICTING)));
}

const RESTRICTING = KEYS.flatMap((key) => {
  const { strictest: value } = SETTINGS[key];
  return value === undefined ? [] : [[key, value] as const];
});

/** Where a person's own zone is not known. */
export const fallbackZone = ({ cardZone, zone }: Pick<Settings, 'cardZone' | 'zone'>): ZoneName =>
  cardZone === 'meeting' ? zone : cardZone;

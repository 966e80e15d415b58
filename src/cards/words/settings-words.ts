import type { Level, Rules, SettingKey } from '../../core/settings.ts';

/** What a setting is called in a form, and each of its values. */
export interface SettingWords<T extends string> {
  readonly label: string;
  readonly hint: string;
  readonly choice: (value: T) => string;
}

/** For a setting with few values: each by its name. */
export const choices =
  <T extends string>(names: Readonly<Record<T, string>>) =>
  (value: T): string =>
    names[value];

/** The words of what admins set for a workspace, and members for a channel. */
export interface SettingsWords {
  readonly settings: string;
  readonly openSettings: string;
  /** On the Home tab of an admin. */
  readonly settingsOnHome: string;
  /** Above the form. */
  readonly settingsIntro: Readonly<Record<Level, string>>;
  readonly settingNames: { readonly [Key in SettingKey]: SettingWords<Rules[Key]> };
  /** The value of the level above, as a choice. */
  readonly asAbove: Readonly<Record<Level, (choice: string) => string>>;
  /** While Slack, or the storage, is asked. */
  readonly oneMoment: string;
  readonly save: string;
  readonly settingsSaved: string;
  readonly settingsUnchanged: string;
  readonly settingsNotSaved: string;
  readonly settingsUnknown: string;
  readonly onlyAdmins: string;
  readonly onlyMembers: string;
  /** Slack did not say what the person is. */
  readonly standingUnknown: string;
  /** To somebody who asks for a channel's settings where there is no channel. */
  readonly settingsNeedChannel: string;
  /** In the channel, after the name of who did it; what was set follows. */
  readonly changedSettings: string;
}

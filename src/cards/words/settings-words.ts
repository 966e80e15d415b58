/** The words of what admins set for a workspace, and members for a channel. */
export interface SettingsWords {
  readonly settings: string;
  readonly openSettings: string;
  /** On the Home tab of an admin. */
  readonly settingsOnHome: string;
  readonly onlyAdmins: string;
  /** Slack did not say what the person is. */
  readonly standingUnknown: string;
}

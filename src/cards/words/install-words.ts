/** What a page says that ends a step of an installation. */
export type InstallPage =
  | 'installed'
  | 'installed-organisation'
  | 'declined'
  | 'stale'
  | 'other-browser'
  | 'refused'
  | 'slack-failed'
  | 'unavailable'
  | 'busy';

/** The words of what is said around an installation. */
export interface InstallWords {
  readonly installPages: Readonly<Record<InstallPage, { readonly title: string; readonly text: string }>>;
  readonly installAgain: string;
  readonly openSlack: string;
  readonly openInBrowser: string;
  readonly addToWorkspaces: string;
  /** To somebody who uses the app in a workspace that has no installation. */
  readonly notInstalled: string;
  /** To whoever installed the app: a title, and what to do next. Marks of style stay. */
  readonly welcome: { readonly title: string; readonly steps: readonly string[] };
}

import type { CommandWords } from '../../core/command-text.ts';
import type { Locale } from '../../core/locale.ts';
import type { AccessWords } from './access-words.ts';
import type { AccountWords } from './account-words.ts';
import type { CardWords } from './card-words.ts';
import type { ChangeWords } from './change-words.ts';
import type { FailureCardWords } from './failure-words.ts';
import type { HomeWords } from './home-words.ts';
import type { InstallWords } from './install-words.ts';
import type { ReminderWords } from './reminder-words.ts';
import type { SettingsWords } from './settings-words.ts';
import type { SurfaceWords } from './surface-words.ts';

/** How a card names a time zone: "Shanghai", or "China Standard Time" in the language itself. */
export type ZoneStyle = 'city' | 'long-name';

/**
 * One language: which readers it is for, the words that `/meeting` takes in it, and every text of the cards. The texts are plain text: the
 * code that renders one escapes it. A text that a language lacks does not compile.
 */
export interface Words
  extends CardWords,
    ChangeWords,
    ReminderWords,
    AccessWords,
    SurfaceWords,
    HomeWords,
    FailureCardWords,
    InstallWords,
    SettingsWords,
    AccountWords {
  readonly locale: Locale;
  /** The language subtags of Slack's locales that get this language, in lower case: `en` for `en-US` and `en-GB`. */
  readonly slackLanguages: readonly string[];
  readonly commandWords: CommandWords;
  readonly zoneStyle: ZoneStyle;
}

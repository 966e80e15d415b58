import type { CommandWords } from '../../core/command-text.ts';
import type { Locale } from '../../core/locale.ts';
import { en } from './en/index.ts';
import type { Words } from './words.ts';
import { zh } from './zh-cn/index.ts';

/** Every language of the app. */
const LANGUAGES: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zh };

const ALL = Object.values(LANGUAGES);

export function wordsIn(locale: Locale): Words {
  return LANGUAGES[locale];
}

/** The words for a locale of Slack's, such as `en-GB`; the fallback's for undefined and for languages that the app does not have. */
export function wordsFor(slackLocale: string | undefined, fallback: Locale): Words {
  const language = slackLocale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return ALL.find(({ slackLanguages }) => slackLanguages.includes(language)) ?? LANGUAGES[fallback];
}

/** The words that `/meeting` takes, in all languages: everybody may use each of them. */
export const COMMAND_WORDS: CommandWords = {
  help: ALL.flatMap(({ commandWords }) => commandWords.help),
  today: ALL.flatMap(({ commandWords }) => commandWords.today),
  share: ALL.flatMap(({ commandWords }) => commandWords.share),
  settings: ALL.flatMap(({ commandWords }) => commandWords.settings),
};

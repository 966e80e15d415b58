import { en } from './en.ts';
import type { Locale, Words } from './words.ts';
import { zh } from './zh.ts';

const BY_LOCALE: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zh };

/** The words for a tag of Slack's, by its language; undefined and languages that the app does not speak get the default. */
export function wordsFor(tag: string | undefined, fallback: Locale): Words {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === 'zh') return BY_LOCALE['zh-CN'];
  return language === 'en' ? BY_LOCALE.en : BY_LOCALE[fallback];
}

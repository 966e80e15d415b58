/** Languages that the app speaks, as BCP 47 tags. Each has a module in `cards/words/`; a tag without one does not compile. */
export const LOCALES = ['en', 'zh-CN'] as const;

export type Locale = (typeof LOCALES)[number];

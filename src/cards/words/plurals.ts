import type { Locale } from '../../core/locale.ts';

/** The forms of a noun that a language tells apart; `other` is used for the forms not given. */
export type NounForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** "1 person", "3,000 people": a number and its noun, by the language's own plural rules. */
export function pluralFormat(locale: Locale, forms: NounForms): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (count) => `${number.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}

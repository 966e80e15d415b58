import { LOCALES, type Locale } from '../../core/locale.ts';

/** Browsers send some dozen characters. */
const HEADER_MAX = 300;

/**
 * The language of a page for an `Accept-Language` header (RFC 9110, 12.5.4): of the app's languages the one that the reader prefers, else the
 * fallback. A language counts with any region or script: `zh` and `zh-TW` get Chinese.
 */
export function browserLocale(header: string | undefined, fallback: Locale): Locale {
  const ranges = (header ?? '').slice(0, HEADER_MAX).split(',');
  let best: { readonly locale: Locale; readonly weight: number } | undefined;
  for (const range of ranges) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = tag.split('-', 1)[0] ?? '';
    const locale = LOCALES.find((one) => one.split('-', 1)[0] === language);
    const weight = weightOf(parameters);
    if (locale !== undefined && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? fallback;
}

/** The `q` of a range; 1 without one, 0 for one that is not a number. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

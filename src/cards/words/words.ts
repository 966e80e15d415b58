import type { AccessWords } from './access-words.ts';
import type { CardWords } from './card-words.ts';
import type { FailureCardWords } from './failure-words.ts';
import type { SurfaceWords } from './surface-words.ts';

/** Languages that the app speaks, as BCP 47 tags. */
export type Locale = 'en' | 'zh-CN';

/**
 * Every word of the cards in one language. Plain text: whoever renders it escapes it. A word that a language lacks does not compile.
 */
export interface Words extends CardWords, AccessWords, SurfaceWords, FailureCardWords {
  readonly locale: Locale;
}

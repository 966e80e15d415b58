import { access } from './en/access.ts';
import { card } from './en/card.ts';
import { failures } from './en/failures.ts';
import { doors } from './en/surfaces.ts';
import type { Words } from './words.ts';

export const en: Words = { locale: 'en', ...card, ...access, ...doors, ...failures };

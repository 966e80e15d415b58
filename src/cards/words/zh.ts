import type { Words } from './words.ts';
import { access } from './zh/access.ts';
import { card } from './zh/card.ts';
import { failures } from './zh/failures.ts';
import { doors } from './zh/surfaces.ts';

export const zh: Words = { locale: 'zh-CN', ...card, ...access, ...doors, ...failures };

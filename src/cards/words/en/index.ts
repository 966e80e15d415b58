import type { Words } from '../words.ts';
import { access } from './access.ts';
import { card } from './card.ts';
import { failures } from './failures.ts';
import { surfaces } from './surfaces.ts';

/** English. */
export const en: Words = {
  locale: 'en',
  slackLanguages: ['en'],
  commandWords: { help: ['help', '?'], today: ['today'], share: ['share'] },
  zoneStyle: 'city',
  ...card,
  ...access,
  ...surfaces,
  ...failures,
};

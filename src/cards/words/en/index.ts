import type { Words } from '../words.ts';
import { access } from './access.ts';
import { account } from './account.ts';
import { card } from './card.ts';
import { changes } from './changes.ts';
import { failures } from './failures.ts';
import { home } from './home.ts';
import { install } from './install.ts';
import { reminders } from './reminders.ts';
import { settings } from './settings.ts';
import { surfaces } from './surfaces.ts';

/** English. */
export const en: Words = {
  locale: 'en',
  slackLanguages: ['en'],
  commandWords: { help: ['help', '?'], today: ['today'], share: ['share'], settings: ['settings'] },
  zoneStyle: 'city',
  ...card,
  ...changes,
  ...reminders,
  ...access,
  ...surfaces,
  ...home,
  ...failures,
  ...install,
  ...settings,
  ...account,
};

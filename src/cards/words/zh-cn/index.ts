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

/** Simplified Chinese, for readers of Traditional Chinese too (docs/adr/0010-traditional-chinese-readers-get-simplified.md). */
export const zh: Words = {
  locale: 'zh-CN',
  slackLanguages: ['zh'],
  commandWords: { help: ['帮助'], today: ['今天', '今日'], share: ['分享'], settings: ['设置'] },
  zoneStyle: 'long-name',
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

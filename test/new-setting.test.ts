import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../src/core/settings.ts';
import { codeOf, filesIn } from './support/imports.ts';

const SCHEMA = 'src/core/settings.ts';
const ENVIRONMENT = 'src/config/environment-settings.ts';
const LANGUAGES = ['en', 'zh-cn'].map((language) => `src/cards/words/${language}/settings.ts`);

/** What treats all settings alike: forms, storage, what a channel is told. */
const MACHINERY = filesIn('src').filter((file) =>
  /\/settings-form\.ts$|\/settings-told\.ts$|\/(change|stored|tenant)-settings\.ts$|^src\/slack\/settings\/|\/channel-settings\.ts$|\/describe-settings\.ts$/.test(
    file,
  ),
);

const names = (file: string, key: string): boolean => new RegExp(`\\b${key}\\b`).test(codeOf(file));

describe.each(Object.keys(SETTINGS))('the setting %s', (key) => {
  test.each([SCHEMA, ENVIRONMENT, ...LANGUAGES])('is named in %s', (file) => {
    expect(names(file, key)).toBe(true);
  });

  test('is not named in the forms or the storage', () => {
    expect(MACHINERY.length).toBeGreaterThan(8);
    // The form of a person's language is chosen by it.
    const others = MACHINERY.filter((file) => names(file, key)).filter(
      (file) => !(key === 'locale' && file === 'src/slack/settings/save-form.ts'),
    );
    expect(others).toEqual([]);
  });
});

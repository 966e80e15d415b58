import { describe, expect, test } from 'vitest';
import { COMMAND_WORDS, wordsFor, wordsIn } from '../../src/cards/words/languages.ts';
import { LOCALES } from '../../src/core/locale.ts';

const languages = LOCALES.map(wordsIn);

/** Every text of a language that is not made by a function. */
const sentencesIn = (node: unknown): string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentencesIn) : [];
};

test('each locale has the words of its own language', () => {
  expect(languages.map(({ locale }) => locale)).toEqual(LOCALES);
});

describe('a locale of Slack’s', () => {
  test.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
  ])('%s gets %s, whatever the default', (tag, locale) => {
    for (const fallback of LOCALES) expect(wordsFor(tag, fallback).locale).toBe(locale);
  });

  test.each([undefined, '', 'fr-FR', 'zhx', 'english'])('%j gets the default language', (tag) => {
    for (const fallback of LOCALES) expect(wordsFor(tag, fallback).locale).toBe(fallback);
  });
});

describe('of all languages', () => {
  test('no two answer to the same language of Slack’s', () => {
    const answered = languages.flatMap(({ slackLanguages }) => slackLanguages);
    expect(new Set(answered).size).toBe(answered.length);
  });

  test('no command word has two meanings', () => {
    const { help, today, share } = COMMAND_WORDS;
    expect(new Set([...help, ...today, ...share]).size).toBe(help.length + today.length + share.length);
  });

  test('each command word is accepted as it is written', () => {
    for (const word of Object.values(COMMAND_WORDS).flat()) {
      expect(word).toBe(word.normalize('NFKC').toLowerCase().trim());
      expect(word).not.toMatch(/\s/);
    }
  });
});

describe('a Chinese text', () => {
  const texts = sentencesIn(wordsIn('zh-CN')).map((text) => text.replace(/`[^`]*`/g, '`'));
  const matching = (pattern: RegExp): string[] => texts.filter((text) => pattern.test(text));

  test('has a space between Chinese and Latin letters', () => {
    expect(matching(/\p{Script=Han}[A-Za-z`]|[A-Za-z`]\p{Script=Han}/u)).toEqual([]);
  });

  test('has full-width punctuation', () => {
    expect(matching(/\p{Script=Han}[,.:;!?()"]|[,.:;!?()"]\p{Script=Han}/u)).toEqual([]);
  });

  test('has a space before bold, so that Slack shows it', () => {
    expect(matching(/\p{Script=Han}\*\p{Script=Han}/u)).toEqual([]);
  });

  test('addresses its reader in one way', () => {
    expect(matching(/您/)).toEqual([]);
  });
});

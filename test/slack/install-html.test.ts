import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserLocale } from '../../src/slack/install/browser-locale.ts';
import { html } from '../../src/slack/install/html.ts';

test('whatever is put into HTML stays text, also in an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const made = html`<p title="${text}">${text}</p>`.toString();
      expect(made.slice('<p title="'.length, -'</p>'.length)).not.toMatch(/<|'|&(?!amp;|lt;|gt;|quot;|#39;)/);
      expect(made.match(/"/g)).toHaveLength(2);
      expect(made.match(/[<>]/g)).toHaveLength(4);
    }),
  );
});

test('HTML in HTML stays as it is', () => {
  expect(html`<b>${html`<i>${'<'}</i>`}</b>`.toString()).toBe('<b><i>&lt;</i></b>');
});

test('any Accept-Language gives a language of the app', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(['en', 'zh-CN']).toContain(browserLocale(header, 'en'));
    }),
  );
});

test.each([
  [undefined, 'zh-CN', 'zh-CN'],
  ['', 'zh-CN', 'zh-CN'],
  ['*', 'en', 'en'],
  ['zh;q=0', 'en', 'en'],
  ['en;q=x,zh;q=0.1', 'en', 'zh-CN'],
  ['ZH-Hant-TW', 'en', 'zh-CN'],
  ['en-US;q=0.5,zh;q=0.5', 'zh-CN', 'en'],
] as const)('for %s, with %s as the fallback, it is %s', (header, fallback, locale) => {
  expect(browserLocale(header, fallback)).toBe(locale);
});

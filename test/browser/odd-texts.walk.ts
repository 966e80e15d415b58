import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('texts that try to be more than text', () => {
  it('stay text', async () => {
    const polly = await visit('stranger');
    await polly.say('/meeting 700011');
    const card = polly.newest();
    await see(card, '<!channel> <https://evil.example|click> *bold* & "q"', '<@U123>');
    expect(await card.getByText('@channel').count()).toBe(0);
    const links = await card.locator('.blocks a').evaluateAll((all) => all.map(String));
    expect(links.filter((link) => /evil|^javascript/.test(link))).toEqual([]);
    await polly.picture('odd-texts');
  });
});

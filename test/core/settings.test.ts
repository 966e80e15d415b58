import { describe, expect, test } from 'vitest';
import {
  chosenFrom,
  fallbackZone,
  merged,
  settingsOf,
  strictest,
  SETTINGS as TABLE,
} from '../../src/core/settings.ts';
import { SETTINGS } from '../support/rules.ts';
import { zoneOf } from '../support/units.ts';

describe('the levels', () => {
  test('a channel counts before the workspace, and the workspace before the environment', () => {
    const workspace = chosenFrom('workspace', { linkPreviews: 'off', locale: 'zh-CN' });
    const channel = chosenFrom('channel', { linkPreviews: 'full' });
    const { linkPreviews, locale, visibility } = merged(SETTINGS, workspace, channel);
    expect([linkPreviews, locale, visibility]).toEqual(['full', 'zh-CN', 'everyone']);
  });

  test('a channel sets nothing that is the workspace’s alone, whatever is stored for it', () => {
    const all = Object.fromEntries(Object.entries(TABLE).map(([key, { choices }]) => [key, choices.at(-1)]));
    expect(Object.keys(chosenFrom('channel', all))).toEqual(settingsOf('channel'));
  });
});

describe('what is stored and is not a value', () => {
  test.each([['unknown'], [7], [null], [{}], ['everyone ']])(
    'counts as if it was not set (%j), but for a setting that restricts: there the strictest counts',
    (value) => {
      const keys = Object.keys(TABLE);
      const chosen = chosenFrom('workspace', Object.fromEntries(keys.map((key) => [key, value])));
      expect(chosen).toEqual({ visibility: 'invited', confidential: 'private', attendeePassword: 'hidden' });
    },
  );

  test('of a setting that nobody knows is left alone', () => {
    expect(chosenFrom('workspace', { toString: 'x', later: 'x' })).toEqual({});
  });
});

test('while nothing is known of what was set, what restricts is at its strictest, and the rest is as in the environment', () => {
  expect(strictest({ ...SETTINGS, attendeePassword: 'shown', linkPreviews: 'full' })).toEqual({
    ...SETTINGS,
    visibility: 'invited',
    confidential: 'private',
    attendeePassword: 'hidden',
    linkPreviews: 'full',
  });
});

test.each([
  ['Europe/London', 'Europe/London'],
  ['meeting', 'Asia/Shanghai'],
] as const)('with cards in the zone "%s", whose zone is not known reads times in %s', (cardZone, zone) => {
  const chosen = cardZone === 'meeting' ? cardZone : zoneOf(cardZone);
  expect(fallbackZone({ ...SETTINGS, cardZone: chosen })).toBe(zone);
});

test('a form can offer every choice: Slack takes a hundred, and the one of the level above is among them', () => {
  for (const { choices } of Object.values(TABLE)) expect(choices.length).toBeLessThan(99);
});

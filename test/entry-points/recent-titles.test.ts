import { expect, test } from 'vitest';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { onStage, types } from '../support/on-stage.ts';

const FAMILY = '👨‍👩‍👧‍👦';

test('the list of recent meetings cuts a title between characters, never within one', async () => {
  const stage = await onStage();
  stage.conference.meetings.put(plainMeeting(810_000, { title: FAMILY.repeat(60) }));
  await types(stage, '810000');
  const { shown } = await types(stage, '');
  const [, listed = ''] = shown.split(`*${en.recentlyLookedUp}*\n`);
  const [, title = ''] = /^\*(.+?)\* · /u.exec(listed) ?? [];
  expect(title.endsWith('…')).toBe(true);
  expect(title.replaceAll(FAMILY, '')).toBe('…');
  expect(stage.slack.violations).toEqual([]);
});

test('a lone half of a surrogate pair in a title reaches no card', async () => {
  const stage = await onStage();
  stage.conference.meetings.put(plainMeeting(810_000, { title: 'Half \ud83d of a pair' }));
  const { answer } = await types(stage, '810000');
  expect(answer.text.isWellFormed()).toBe(true);
  expect((await types(stage, '')).answer.text).not.toMatch(/\\ud83d/i);
});

import { expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, shares, showsSoon, threadOf } from '../support/following.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

test('a shared card whose meeting is cancelled says so, and its thread too', async () => {
  const stage = await onStage();
  const card = await shares(stage, '700012');
  changes(stage, '700012', { status: 0 });
  stage.advance(5 * 60);
  await showsSoon(stage, () => card, en.phase.cancelled);
  const [note] = await stage.slack.waitFor(() => {
    const thread = threadOf(stage, card);
    return thread.length > 0 && thread;
  });
  expect(shownIn(note)).toContain(en.meetingCancelled);
  expect(stage.slack.violations).toEqual([]);
  expect(stage.logged()).not.toContain('due-work-failed');
});

import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { shares, showsSoon, threadOf } from '../support/following.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

test('a card of a recurring meeting stays with its occurrence, and says when the next one is once it has ended', async () => {
  const stage = await onStage();
  const card = await shares(stage, '700006');
  const next = stage.conference.meetings.byEventId('700006').at(-1);
  stage.advance(2 * 24 * 60 * 60 + 60 * 60);
  await showsSoon(stage, () => card, en.phase.ended, en.nextOn);
  expect(next).toBeDefined();
});

describe('an occurrence that its series goes on without', () => {
  test('before its start was cancelled, and its thread is told', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700006');
    const [first, , last] = stage.conference.meetings.byEventId('700006');
    if (first === undefined || last === undefined) throw new Error('the series is too short');
    stage.conference.meetings.put(first, last);
    stage.advance(6 * 60 * 60);
    await showsSoon(stage, () => card, en.phase.cancelled);
    const [note] = await stage.slack.waitFor(() => {
      const thread = threadOf(stage, card);
      return thread.length > 0 && thread;
    });
    expect(shownIn(note)).toContain(en.meetingCancelled);
  });
});

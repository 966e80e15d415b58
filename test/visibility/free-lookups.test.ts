import { describe, expect, test } from 'vitest';
import { choose, modalShown, paste, press, topModal } from '../support/interactions.ts';
import { asked, lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const NEXT = 'meeting_people_page';
const BACK = 'meeting_people_page_back';
const TOO_MUCH = 'You looked up too many meetings in a short time.';

/** Someone who has two lookups a minute spends both: on the card of a large meeting, and on its people. */
async function peopleOnLastLookup(): Promise<Stage> {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '2' } });
  await types(stage, '700010');
  await choose(stage, lastEphemeral(stage), 'people');
  return stage;
}

describe('turning the pages of People', () => {
  test('spends no lookup while the copy is fresh, and asks the endpoint nothing', async () => {
    const stage = await peopleOnLastLookup();
    for (let page = 2; page <= 20; page += 1) {
      await press(stage, topModal(stage, PLAIN), NEXT);
      expect(modalShown(stage, PLAIN)).toContain(`page ${page} of 75`);
    }
    await press(stage, topModal(stage, PLAIN), BACK);
    expect(modalShown(stage, PLAIN)).toContain('page 19 of 75');
    expect(asked(stage)).toHaveLength(1);
  });

  test('is a lookup like others once the stored meeting is no longer fresh', async () => {
    const stage = await peopleOnLastLookup();
    stage.advance(24 * 3600);
    await press(stage, topModal(stage, PLAIN), NEXT);
    expect(modalShown(stage, PLAIN)).toContain(TOO_MUCH);
    expect(asked(stage)).toHaveLength(1);
  });
});

test('pasted links spend no lookup, whether their meetings are known or not', async () => {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '2' } });
  await types(stage, '700001');
  const links = Array.from({ length: 10 }, (_, nth) => `https://ntest.qsh1.cn/k/unknown${nth}`);
  await paste(stage, [...links, 'https://ntest.qsh1.cn/k/att700001'].join(' '), { userId: PLAIN });
  expect((await types(stage, '700002')).shown).not.toContain(TOO_MUCH);
  expect((await types(stage, '700003')).shown).toContain(TOO_MUCH);
});

import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { findsAtHome, openedHome } from '../support/home.ts';
import { modalShown, press } from '../support/interactions.ts';
import { onStage, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';

describe('Recently looked up', () => {
  test('are the last ten of this person, newest first', async () => {
    const stage = await onStage();
    const ids = [649_128, ...Array.from({ length: 11 }, (_, nth) => 700_001 + nth)];
    for (const id of ids) await types(stage, String(id), { userId: 'U0ANN' });
    await types(stage, '700001', { userId: 'U0POLLY' });
    const shown = shownIn(await openedHome(stage, 'U0ANN'));
    const listed = [...shown.matchAll(/· meeting (\d+)/g)].map(([, id]) => Number(id));
    expect(listed).toEqual(ids.slice(-10).reverse());
    expect(stage.slack.violations).toEqual([]);
  });

  test('can be cleared', async () => {
    const stage = await onStage();
    await types(stage, '700001', { userId: 'U0ANN' });
    const home = await openedHome(stage, 'U0ANN');
    await press(stage, home, 'meeting_home_clear');
    expect(shownIn(home)).toContain(en.nothingRecent);
    expect(labelsIn(home)).not.toContain(en.clearRecent);
  });

  test('lead to the card, in a modal', async () => {
    const stage = await onStage();
    await types(stage, '700001', { userId: 'U0LUCY' });
    const home = await openedHome(stage, 'U0LUCY');
    await press(stage, home, 'meeting_details', { value: '700001' });
    expect(modalShown(stage, 'U0LUCY')).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('the find field', () => {
  test.each(['700001', '#700001', '201501990001700001'])('takes %s', async (typed) => {
    const stage = await onStage();
    await findsAtHome(stage, await openedHome(stage, 'U0LUCY'), typed);
    expect(modalShown(stage, 'U0LUCY')).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
  });

  test('searches for what names no meeting, and shows it harmless', async () => {
    const stage = await onStage();
    await findsAtHome(stage, await openedHome(stage, 'U0LUCY'), '<!channel>');
    expect(modalShown(stage, 'U0LUCY')).toContain(en.noneWithWords);
    expect(modalShown(stage, 'U0LUCY')).toContain('&lt;!channel&gt;');
    expect(stage.slack.violations).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

const languages = [
  {
    who: 'host',
    suffix: '',
    cancelled: 'This meeting was cancelled',
    option: 'Add to calendar',
    added: 'The calendar file is in your direct messages with this app.',
  },
  { who: 'coHost', suffix: '-zh', cancelled: '会议已取消', option: '添加到日历', added: '日历文件' },
] as const;

describe.each(languages)('for the $who', ({ who, suffix, cancelled, option, added }) => {
  it('an alert says in a modal that the meeting is off', async () => {
    const visitor = await visit(who);
    await visitor.say('Is meeting 700003 still on?');
    await visitor.meetingDetails();
    await see(visitor.modal().getByRole('status', { name: 'Error' }), cancelled);
    await visitor.picture(`alert${suffix}`);
  });

  it('the menu of a card is opened by a press, and does what is picked', async () => {
    const visitor = await visit(who);
    await visitor.say('/meeting 700002');
    const card = visitor.newest();
    await card.getByRole('button', { name: 'More', exact: true }).click();
    await card.getByRole('menuitem', { name: option }).waitFor();
    await visitor.picture(`menu${suffix}`);
    await card.getByRole('menuitem', { name: option }).click();
    await see(visitor.newest(), added);
    expect(await visitor.page.getByRole('menuitem').count()).toBe(0);
  });

  it('a shared card is unfolded by a press, and folded by another', async () => {
    const visitor = await visit(who);
    await visitor.say('/meeting share 700001');
    const shared = visitor.page.getByRole('article', { name: 'Meeting Cards to all' }).last();
    const where = shared.getByText('Peach Garden').last();
    const summary = shared.locator('summary').first();
    await where.waitFor({ state: 'attached' });
    expect(await where.isVisible()).toBe(false);
    await summary.click();
    await where.waitFor();
    if (who === 'host') await visitor.picture('container');
    await summary.click();
    await where.waitFor({ state: 'hidden' });
  });
});

describe('the Home tab', () => {
  it('has a meeting folded until its line is pressed', async () => {
    const han = await visit('host');
    await han.page.getByRole('button', { name: 'Home' }).click();
    const home = han.page.getByRole('region', { name: 'Home' });
    const row = home.locator('details.container:not([open])').filter({ hasText: 'Design review' });
    const details = row.getByRole('button', { name: 'Details' });
    await row.waitFor();
    expect(await details.isVisible()).toBe(false);
    await row.locator('summary').click();
    await home.locator('details.container[open]').filter({ hasText: 'Design review' }).waitFor();
  });
});

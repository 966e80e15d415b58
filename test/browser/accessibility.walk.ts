import { beforeAll, describe, it } from 'vitest';
import { accessible } from './support/accessible.ts';
import { see } from './support/see.ts';
import type { Visitor } from './support/visitor.ts';
import { walk } from './support/walk.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700001';
const { visit, know } = walk();

beforeAll(() => know(700_001));

const languages = [
  { who: 'host', access: 'My access', taken: 'You are the host of' },
  { who: 'coHost', access: '我的入会方式', taken: '你是以下会议的联席主持人' },
] as const;
const sights = languages.flatMap((each) => (['light', 'dark'] as const).map((theme) => ({ ...each, theme })));

describe.each(sights)(
  'axe-core finds nothing wrong for the $who in the $theme',
  ({ who, access, taken, theme }) => {
    const enter = (): Promise<Visitor> => visit(who, { theme });

    it('with a private card, My access and its JSON', async () => {
      const visitor = await enter();
      await visitor.say('/meeting 700001');
      await visitor.newest().getByRole('button', { name: access }).click();
      await see(visitor.newest(), taken);
      await visitor.newest().getByText('JSON', { exact: true }).click();
      await see(visitor.newest(), '"blocks": [');
      await accessible(visitor.page);
    });

    it('with a thread, an unfolded card and a preview', async () => {
      const visitor = await enter();
      const threads = visitor.page.getByRole('list', { name: 'Thread' });
      const before = await threads.count();
      await visitor.say('/meeting share 700002');
      const card = visitor.page.getByRole('article', { name: 'Meeting Cards to all' }).last();
      await visitor.unfold(card);
      await visitor.change(700_002, 'Move by an hour');
      await threads.nth(before).waitFor();
      await visitor.say(`Shall we meet? ${LINK}`);
      await visitor.page
        .getByRole('figure', { name: `Preview of ${LINK}` })
        .first()
        .waitFor();
      await accessible(visitor.page);
      await visitor.change(700_002, 'Undo all');
    });

    it('with a flexpane', async () => {
      const visitor = await enter();
      await visitor.say(`Shall we meet? ${LINK}`);
      await visitor.openFlexpane(LINK);
      await accessible(visitor.page);
    });

    it('with a modal', async () => {
      const visitor = await enter();
      await visitor.page.getByRole('button', { name: 'Find a meeting' }).click();
      await visitor.modal().getByRole('textbox').fill('the weekly');
      await visitor.modal().getByRole('textbox').press('Enter');
      await visitor.modal().getByRole('alert').waitFor();
      await accessible(visitor.page);
      await visitor.modal().getByRole('textbox').fill('700004');
      await visitor.modal().getByRole('textbox').press('Enter');
      await see(visitor.modal(), /700004/);
      await accessible(visitor.page);
    });

    it('with an open menu over an alert in a modal', async () => {
      const visitor = await enter();
      await visitor.say('Is meeting 700003 still on?');
      await visitor.meetingDetails();
      await visitor.modal().getByRole('status', { name: 'Error' }).waitFor();
      await visitor.modal().getByRole('button', { name: 'More', exact: true }).click();
      await visitor.modal().getByRole('menuitem').first().waitFor();
      await accessible(visitor.page);
    });

    it('with the Home tab', async () => {
      const visitor = await enter();
      await visitor.page.getByRole('button', { name: 'Home' }).click();
      const home = visitor.page.getByRole('region', { name: 'Home' });
      await home.getByRole('textbox').waitFor();
      await accessible(visitor.page);
    });
  },
);

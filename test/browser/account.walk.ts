import { describe, it } from 'vitest';
import { CONFERENCE_TOKEN } from '../../demo/stage.ts';
import { en } from '../../src/cards/words/en/index.ts';
import type { Words } from '../../src/cards/words/words.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const OTHER_HOST = 'conference.example';

const { visit, promote } = walk({
  withRedis: true,
  servesMany: true,
  env: { CONFERENCE_API_HOSTS: OTHER_HOST },
});

/** An admin who opens the form from the settings on the Home tab, and chooses a host and a user. */
async function opensForm(who: 'host' | 'coHost', words: Words) {
  promote(who);
  const admin = await visit(who);
  await admin.page.getByRole('button', { name: 'Home' }).click();
  const home = admin.page.getByRole('region', { name: 'Home' });
  await home.getByRole('button', { name: words.openSettings }).click();
  await admin.modal().getByRole('button', { name: words.account.connect }).click();
  const form = admin.modal().last();
  await see(form, words.account.about);
  await form.getByLabel(words.account.userId.label).fill('87679779');
  const host = form.getByLabel(words.account.host.label);
  await host.selectOption({ label: OTHER_HOST });
  return { admin, form, host };
}

describe('the conference account of a workspace', () => {
  it('has a form in the language of the admin', async () => {
    const { admin } = await opensForm('coHost', zh);
    await admin.picture('account-zh');
  });

  it('is connected by an admin, and tried before it is saved', async () => {
    const { admin, form, host } = await opensForm('host', en);
    await admin.picture('account');
    await host.selectOption({ index: 1 });
    await form.getByLabel(en.account.token.label).fill(CONFERENCE_TOKEN);
    await form.getByRole('button', { name: en.account.save, exact: true }).click();
    await see(form, en.account.connected);
  });
});

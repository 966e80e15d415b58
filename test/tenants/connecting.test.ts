import { expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { connects, onAccounts, ownAccount } from '../support/accounts.ts';
import { typesIn } from '../support/many-workspaces.ts';

test('an account is tried, stored, and asked with from then on', async () => {
  const stage = await onAccounts();
  expect(await typesIn(stage, stage.slack, '700001')).toContain(en.failure['no-account'].what);
  const { errors, shown } = await connects(stage, ownAccount(stage));
  expect(errors).toEqual({});
  expect(shown).toContain(zh.account.connected);
  expect(await typesIn(stage, stage.slack, '700001')).toContain('Quarterly review');
  expect(stage.conference.questions).toEqual([]);
});

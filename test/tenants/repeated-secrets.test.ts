import { describe, expect, test } from 'vitest';
import type { ConferenceAuth } from '../../sandbox/conference/auth.ts';
import { connects, onAccounts, ownAccount } from '../support/accounts.ts';
import { typesIn } from '../support/many-workspaces.ts';

const MEMBER = { userId: 'U0LUCY' };

describe.each<readonly [string, ConferenceAuth, Readonly<Record<string, string>>]>([
  ['token', { kind: 'token', token: 'token-mark' }, { account_token: 'token-mark' }],
  [
    'key and secret',
    { kind: 'app', appKey: 'key-mark', appSecret: 'key-mark-and-secret-mark' },
    { account_key: 'key-mark', account_secret: 'key-mark-and-secret-mark' },
  ],
])('a conference service that repeats the %s in what it says', (_what, auth, filled) => {
  const msg = `not valid any more: ${Object.values(filled).join(', ')}; ${Object.values(filled).join(', ')}`;

  test('does not show it to the people of the workspace', async () => {
    const stage = await onAccounts({ auth });
    const { account_token: _none, ...rest } = ownAccount(stage);
    await connects(stage, { ...rest, ...filled });
    stage.own.fault({ kind: 'status', status: 401, msg });
    const shown = await typesIn(stage, stage.slack, '700001', MEMBER);
    expect(shown).toContain('not valid any more');
    expect(shown).not.toContain('-mark');
    expect(stage.log.text()).not.toContain('-mark');
  });

  test('does not show it at the field where it was typed', async () => {
    const stage = await onAccounts({ auth });
    const { account_token: _none, ...rest } = ownAccount(stage);
    stage.own.fault({ kind: 'status', status: 401, msg });
    const { errors } = await connects(stage, { ...rest, ...filled });
    expect(JSON.stringify(errors)).toContain('not valid any more');
    expect(JSON.stringify(errors)).not.toContain('-mark');
  });
});

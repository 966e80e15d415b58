import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { AccountAnswer } from '../../src/conference/vendor.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { createLog } from '../../src/ops/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { BotIdentity, type BotUser } from '../../src/slack/bot-identity.ts';
import { userInfo } from '../../src/slack/payloads/user-info.ts';
import { slackClients } from '../../src/slack/slack-client.ts';
import { viewerProof } from '../../src/slack/viewer-proof.ts';
import { personOf } from '../support/person.ts';

const userId = vendorUserId('88893351');
if (userId === undefined) throw new Error('no id');
const known: AccountAnswer = { kind: 'found', account: { userId, name: 'Han' } };
const complete = {
  id: 'U0HAN',
  team_id: 'T0HOME',
  is_email_confirmed: true,
  profile: { email: 'han@example.com' },
};

/** Proves a user of Slack's, seen by an app that is told this of itself. */
async function proven(
  user: object,
  { identity = { team_id: 'T0HOME' }, account = known }: { identity?: object; account?: AccountAnswer } = {},
) {
  const asked: string[] = [];
  const clientsOf = slackClients({
    apiUrl: undefined,
    logger: boltLogger(createLog('silent')),
    fetch: async () => Response.json({ ok: true, ...identity }),
  });
  const botIdentity = new BotIdentity(clientsOf({ token: 'xoxb-x' }).client, Date.now, () => {});
  const prove = viewerProof(botIdentity, async (email) => {
    asked.push(email);
    return account;
  });
  const viewer = await prove(v.parse(userInfo, user), personOf('T0HOME', 'U0HAN'));
  return { viewer, asked };
}

test('a confirmed member whom the vendor knows is proven, by the address of the profile', async () => {
  expect(await proven(complete)).toEqual({
    viewer: { kind: 'proven', userId: '88893351', name: 'Han' },
    asked: ['han@example.com'],
  });
});

test.each([
  ['is_email_confirmed', false, 'unconfirmed-email'],
  ['is_email_confirmed', undefined, 'confirmation-unknown'],
  ['is_email_confirmed', null, 'confirmation-unknown'],
  ['profile', null, 'no-email'],
  ['profile', { email: '' }, 'no-email'],
  ['team_id', null, 'other-workspace'],
  ['team_id', 'T0FAR', 'other-workspace'],
  ['is_stranger', true, 'other-workspace'],
  ['id', 'U0OTHER', 'other-workspace'],
  ['is_bot', true, 'bot'],
  ['deleted', true, 'bot'],
])('a user whose %s is %j is nobody (%s), and the vendor is not asked', async (field, value, reason) => {
  const { viewer, asked } = await proven({ ...complete, [field]: value });
  expect(viewer).toEqual({ kind: 'unproven', reason });
  expect(asked).toEqual([]);
});

test.each([
  [{ kind: 'failed' }, 'could-not-check'],
  [{ kind: 'not-found' }, 'unknown-to-vendor'],
] as const)('where the vendor answers %j the user is nobody: %s', async (account, reason) => {
  expect((await proven(complete, { account })).viewer).toEqual({ kind: 'unproven', reason });
});

test('an app that does not know its own workspace proves nobody', async () => {
  const identity: Partial<BotUser> = {};
  expect((await proven({ ...complete, team_id: null }, { identity })).viewer).toMatchObject({
    reason: 'other-workspace',
  });
  expect((await proven(complete, { identity: { ok: false, error: 'fatal_error' } })).viewer).toMatchObject({
    reason: 'could-not-check',
  });
});

test('a user without an organisation is not of an app without one', async () => {
  const user = { ...complete, team_id: 'T0FAR', enterprise_user: { enterprise_id: null } };
  expect((await proven(user)).viewer).toMatchObject({ reason: 'other-workspace' });
});

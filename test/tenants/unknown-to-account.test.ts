import { expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import {
  ACCOUNT_ADMIN,
  type AccountStage,
  connects,
  onAccounts,
  openedAccount,
  ownAccount,
} from '../support/accounts.ts';
import { changes, isAskedIn, shares, showsSoon, threadOf } from '../support/following.ts';
import { press, topModal } from '../support/interactions.ts';
import { shownIn } from '../support/reading.ts';
import { asksToBeReminded, sentSoon, sentTo } from '../support/reminders.ts';

const TOMORROW = '700002';
const SOON = '700012';

const onBoth = (): Promise<AccountStage> =>
  onAccounts({ env: { CONFERENCE_USER_ID: '88893351', CARD_CHECK_SECONDS: '60' } });

/** From now on the workspace asks with an account that does not know this meeting. */
async function losesSightOf(stage: AccountStage, digits: string): Promise<void> {
  stage.own.meetings.remove(digits);
  await connects(stage, ownAccount(stage));
}

const ownIsAskedIn = (stage: AccountStage, seconds: number): Promise<void> =>
  isAskedIn({ ...stage, conference: stage.own }, seconds);

test('a card whose meeting the new account does not know stays as it is, and follows it again when the account is the old one', async () => {
  const stage = await onBoth();
  const card = await shares(stage, TOMORROW, { userId: ACCOUNT_ADMIN });
  const before = shownIn(card);
  await losesSightOf(stage, TOMORROW);
  for (let time = 1; time <= 3; time += 1) await ownIsAskedIn(stage, 61);
  expect([shownIn(card), threadOf(stage, card)]).toEqual([before, []]);
  await openedAccount(stage);
  await press(stage, topModal(stage, ACCOUNT_ADMIN), 'meeting_account_remove');
  changes(stage, TOMORROW, { title: 'Seen again' });
  stage.advance(61);
  await showsSoon(stage, () => card, 'Seen again');
});

test('a meeting that the new account knew is gone when it does not know it any more', async () => {
  const stage = await onBoth();
  const card = await shares(stage, TOMORROW, { userId: ACCOUNT_ADMIN });
  changes({ conference: stage.own }, TOMORROW, { title: 'Seen by the new one' });
  await connects(stage, ownAccount(stage));
  stage.advance(61);
  await showsSoon(stage, () => card, 'Seen by the new one');
  stage.own.meetings.remove(TOMORROW);
  await ownIsAskedIn(stage, 61);
  stage.advance(61);
  await showsSoon(stage, () => card, en.gone);
});

test('whoever is to be reminded of a meeting that the new account does not know is reminded at its time, and not told that it is gone', async () => {
  const stage = await onBoth();
  await asksToBeReminded(stage, SOON, 5, ACCOUNT_ADMIN);
  await losesSightOf(stage, SOON);
  const told = sentTo(stage, ACCOUNT_ADMIN).length;
  for (let time = 1; time <= 3; time += 1) await ownIsAskedIn(stage, 61);
  expect(sentTo(stage, ACCOUNT_ADMIN)).toHaveLength(told);
  stage.advance(5 * 60);
  const sent = await sentSoon(stage, ACCOUNT_ADMIN, told + 1);
  expect(sent).toHaveLength(told + 1);
  expect(shownIn(sent.at(-1))).toContain(SOON);
  expect(shownIn(sent.at(-1))).not.toContain(en.meetingGone);
});

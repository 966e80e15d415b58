import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { ACCOUNT_ADMIN, connects, onAccounts, openedAccount, ownAccount } from '../support/accounts.ts';
import { homeShowsSoon, openedHome, publishedFor } from '../support/home.ts';
import { callsOf, press } from '../support/interactions.ts';
import { onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { becomes, makesAdmin } from '../support/settings.ts';

const LUCY = 'U0LUCY';

describe('the Home tab of an admin', () => {
  test('says that the account is the deployment’s', async () => {
    const stage = await onStage();
    makesAdmin(stage, LUCY);
    const shown = shownIn(await openedHome(stage, LUCY));
    expect(shown).toContain(`*${en.account.title}*\n${en.account.state.deployment}`);
    expect(shown).not.toContain(en.lastRequestFailed);
  });

  test('says why the last request failed, until one is answered', async () => {
    const stage = await onStage();
    makesAdmin(stage, LUCY);
    const { what } = en.failure.refused;
    stage.conference.fault({ kind: 'status', status: 7, msg: '<!here> no' }, Number.POSITIVE_INFINITY);
    await types(stage, '700003', { userId: 'U0HAN' });
    const shown = shownIn(await openedHome(stage, LUCY));
    expect(shown).toContain(`:warning: *${en.lastRequestFailed}* ${what}`);
    expect(shown).toContain('7, &lt;!here&gt; no');
    stage.conference.heal();
    stage.advance(61);
    await types(stage, '700002', { userId: 'U0HAN' });
    expect(shownIn(await openedHome(stage, LUCY))).not.toContain(en.lastRequestFailed);
    expect(stage.slack.violations).toEqual([]);
  });

  test('asks for an account first where there is none, and says since when there is one, by itself', async () => {
    const stage = await onAccounts();
    const home = await openedHome(stage, ACCOUNT_ADMIN);
    const before = shownIn(home);
    expect(before).toContain(en.account.state.none);
    expect(before).not.toContain(en.yourMeetings);
    expect(before.indexOf(en.account.title)).toBeLessThan(before.indexOf(en.recentlyLookedUp));
    expect(JSON.stringify(home.blocks).match(/"meeting_settings"/g)).toHaveLength(1);
    await connects(stage, ownAccount(stage));
    expect(await homeShowsSoon(stage, ACCOUNT_ADMIN, en.account.connectedOn)).not.toContain(
      en.account.state.none,
    );
    await press(stage, await openedAccount(stage), 'meeting_account_remove', { userId: ACCOUNT_ADMIN });
    await homeShowsSoon(stage, ACCOUNT_ADMIN, en.account.state.none);
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('the Home tab of anybody else', () => {
  test('says nothing of the account, also while it fails', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'status', status: 7, msg: 'no' }, Number.POSITIVE_INFINITY);
    await types(stage, '700003', { userId: LUCY });
    const home = await openedHome(stage, LUCY);
    expect(shownIn(home)).not.toContain(en.account.title);
    expect(shownIn(home)).not.toContain(en.lastRequestFailed);
    expect(JSON.stringify(home.blocks)).not.toContain('meeting_settings');
  });

  test('says whom to ask where there is no account', async () => {
    const stage = await onAccounts();
    const home = await openedHome(stage, LUCY);
    expect(shownIn(home)).toContain(en.notConnected);
    expect(shownIn(home)).not.toContain(en.account.title);
    expect(JSON.stringify(home.blocks)).not.toContain('meeting_settings');
  });
});

describe('somebody who becomes an admin', () => {
  test('has the settings at the next opening of the Home tab, after a minute', async () => {
    const stage = await onStage();
    expect(shownIn(await openedHome(stage, LUCY))).not.toContain(en.settingsOnHome);
    makesAdmin(stage, LUCY);
    stage.advance(61);
    await openedHome(stage, LUCY);
    await homeShowsSoon(stage, LUCY, en.settingsOnHome);
    becomes(stage, LUCY, { rank: undefined });
    stage.advance(61);
    await openedHome(stage, LUCY);
    await stage.slack.waitFor(
      ({ homes }) => !shownIn(homes.get(LUCY) ?? {}).includes(en.settingsOnHome) || undefined,
    );
  });

  test('is asked for once a minute at most, however often the tab is opened', async () => {
    const stage = await onStage();
    await openedHome(stage, LUCY);
    const asked = () => callsOf(stage, 'users.info').filter(({ args }) => args.user === LUCY).length;
    const first = asked();
    for (let nth = 0; nth < 5; nth += 1) await openedHome(stage, LUCY);
    expect(asked()).toBe(first);
    stage.advance(61);
    for (let nth = 0; nth < 5; nth += 1) await openedHome(stage, LUCY);
    expect(asked()).toBe(first + 1);
    expect(publishedFor(stage, LUCY)).toBe(11);
  });
});

import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { ACCOUNT_ADMIN, onAccounts } from '../support/accounts.ts';
import { shares } from '../support/following.ts';
import { homeShowsSoon, openedHome, publishedFor } from '../support/home.ts';
import { callsOf, done, press } from '../support/interactions.ts';
import { installs, onManyWorkspaces, seenFrom, typesIn } from '../support/many-workspaces.ts';
import { onStage, types } from '../support/on-stage.ts';
import { asksToBeReminded } from '../support/reminders.ts';
import { makesAdmin } from '../support/settings.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = 'U0LUCY';
const POLLY = 'U0POLLY';
const HAN = 'U0HAN';
const FAR = 'U0FAR';

/** All that was ever published for somebody. */
const shownTo = (stage: Pick<Stage, 'slack'>, userId: string): string =>
  JSON.stringify(
    stage.slack.calls.filter(({ method, args }) => method === 'views.publish' && args.user_id === userId),
  );

describe('a Home tab that shows by itself what its person did', () => {
  test('has nobody else’s lookups, reminders or meetings', async () => {
    const stage = await onStage();
    for (const userId of [LUCY, POLLY, HAN]) await openedHome(stage, userId);
    await asksToBeReminded(stage, '700002', 10, LUCY);
    await asksToBeReminded(stage, '700009', 10, POLLY);
    await types(stage, '700003', { userId: HAN });
    await homeShowsSoon(stage, LUCY, en.yourReminders, 'meeting 700002');
    await homeShowsSoon(stage, POLLY, en.yourReminders, 'meeting 700009');
    await stage.app.stop();
    expect(shownTo(stage, LUCY)).not.toMatch(/70000[39]|Sealed bids|供应商/);
    expect(shownTo(stage, POLLY)).not.toMatch(/70000[23]|Design review|Stand-up|供应商/);
    expect(callsOf(stage, 'views.publish').every(({ args }) => typeof args.user_id === 'string')).toBe(true);
  });

  test('forgets the titles of meetings of which they are not on the list, once only invited people see meetings', async () => {
    const stage = await onStage({ env: { MEETING_VISIBILITY: 'invited' } });
    await openedHome(stage, POLLY);
    await types(stage, '700002', { userId: POLLY });
    await homeShowsSoon(stage, POLLY, '700002');
    expect(shownTo(stage, POLLY)).not.toContain('Design review');
  });
});

describe('a person of another company', () => {
  test('has no Home tab published for pressing what stands in a shared channel', async () => {
    const stage = await onStage();
    stage.slack.optionalScopes.clear();
    const card = await shares(stage, '700002', { userId: HAN, channelId: 'C0SHARED' });
    for (const actionId of ['meeting_access', 'meeting_join'])
      await press(stage, card, actionId, { userId: FAR });
    await stage.app.stop();
    expect(publishedFor(stage, FAR)).toBe(0);
  });

  test('is told on a Home tab of nothing but how to ask, also where they are an admin of their own workspace', async () => {
    const stage = await onStage();
    makesAdmin(stage, FAR);
    await openedHome(stage, FAR);
    const shown = shownTo(stage, FAR);
    expect(shown).toContain(en.unproven['other-workspace']);
    expect(shown).not.toContain(en.account.title);
    expect(shown).not.toContain('meeting_settings');
    expect(shown).not.toMatch(/70000[0-9]/);
  });
});

describe('of two workspaces with a person of the same id', () => {
  test('what is done in one changes no Home tab of the other', async () => {
    const stage = await onManyWorkspaces();
    const far = stage.slack.addWorkspace({ teamId: 'T0FAR' });
    await installs(stage, stage.slack);
    await installs(stage, far);
    const there = seenFrom(stage, far);
    await openedHome(there, LUCY);
    await typesIn(stage, stage.slack, '700002', { userId: LUCY });
    await stage.app.stop();
    expect([publishedFor(stage, LUCY), publishedFor(there, LUCY)]).toEqual([0, 1]);
    expect(shownTo(there, LUCY).includes('700002')).toBe(false);
  });

  test('the failure of one account is told to no admin of the other', async () => {
    const stage = await onAccounts({ env: { CONFERENCE_USER_ID: '88893351' } });
    const far = stage.slack.addWorkspace({ teamId: 'T0FAR' });
    await installs(stage, far);
    const there = seenFrom(stage, far);
    makesAdmin(there, ACCOUNT_ADMIN);
    stage.conference.fault({ kind: 'status', status: 7, msg: 'failure-mark' }, Number.POSITIVE_INFINITY);
    await done(stage, () => stage.slack.command({ appUrl: stage.appUrl, text: '700003', userId: LUCY }));
    await openedHome(stage, ACCOUNT_ADMIN);
    stage.conference.heal();
    await openedHome(there, ACCOUNT_ADMIN);
    for (const mark of ['meeting_settings', 'failure-mark'])
      expect([stage, there].map((at) => shownTo(at, ACCOUNT_ADMIN).includes(mark))).toEqual([
        true,
        mark === 'meeting_settings',
      ]);
  });
});

import { describe, expect, test } from 'vitest';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { accessOf } from '../support/access.ts';
import { findsAtHome, openedHome } from '../support/home.ts';
import {
  asksForDetails,
  callsOf,
  choose,
  done,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../support/interactions.ts';
import { lastEphemeral, messagesIn, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const ORG = { id: 'E0ORG', name: 'Org' };
const LUCY = 'U0LUCY';
const INSTALLS = [
  ['a workspace of an organisation', false],
  ['a whole organisation', true],
] as const;

describe.each(INSTALLS)('installed for %s', (_where, isEnterpriseInstall) => {
  const open = (): Promise<Stage> => onStage({ identity: { enterprise: ORG, isEnterpriseInstall } });

  test('the command shows a person their own view', async () => {
    const stage = await open();
    expect((await types(stage, '700002', { userId: LUCY })).shown).toContain('*Your role* attendee');
    expect(stage.slack.violations).toEqual([]);
  });

  test('the buttons of a card work', async () => {
    const stage = await open();
    expect(await accessOf(stage, LUCY, '700002')).toContain(en.accessOf.attendee);
    await types(stage, '700002', { userId: LUCY });
    const card = lastEphemeral(stage);
    await press(stage, card, 'meeting_share');
    await choose(stage, card, 'people');
    expect(await messagesIn(stage, 'C0TEAM', 1)).toHaveLength(1);
    expect(modalShown(stage, LUCY)).toContain('2 people');
    expect(stage.slack.violations).toEqual([]);
  });

  test('the message shortcut and its thread work', async () => {
    const stage = await open();
    await asksForDetails(stage, 'meeting 700002', { userId: LUCY, channelId: 'G0SECRET' });
    expect(modalShown(stage, LUCY)).toContain('*Your role* attendee');
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    expect(await messagesIn(stage, 'G0SECRET', 2)).toHaveLength(2);
    expect(stage.slack.violations).toEqual([]);
  });

  test('the find form works', async () => {
    const stage = await open();
    const { slack, appUrl } = stage;
    await done(stage, () => slack.globalShortcut({ appUrl, userId: LUCY }));
    const view = topModal(stage, LUCY);
    await done(stage, () => slack.submitView({ appUrl, view, values: { meeting_find: '700002' } }));
    expect(modalShown(stage, LUCY)).toContain('*Your role* attendee');
    expect(slack.violations).toEqual([]);
  });

  test('links and their previews work', async () => {
    const stage = await open();
    await types(stage, '700002', { userId: LUCY });
    const message = await paste(stage, 'https://ntest.qsh1.cn/k/att700002', { userId: LUCY });
    await press(stage, onlyUnfurl(message), 'meeting_access', { userId: LUCY });
    expect(shownIn(lastEphemeral(stage))).toContain(en.accessOf.attendee);
    expect(stage.slack.violations).toEqual([]);
  });

  test('the Home tab knows what was looked up elsewhere', async () => {
    const stage = await open();
    await types(stage, '700009', { userId: LUCY });
    const home = await openedHome(stage, LUCY);
    expect(shownIn(home)).toContain('meeting 700009');
    await findsAtHome(stage, home, '700002');
    expect(modalShown(stage, LUCY)).toContain('*Your role* attendee');
    expect(stage.slack.violations).toEqual([]);
  });
});

describe.each(INSTALLS)('installed for %s', (_where, isEnterpriseInstall) => {
  test('a button knows the person whom the command knows', async () => {
    const stage = await onStage({ identity: { enterprise: ORG, isEnterpriseInstall } });
    await types(stage, '700009', { userId: LUCY });
    const home = await openedHome(stage, LUCY);
    await press(stage, home, 'meeting_home_clear');
    expect(shownIn(await openedHome(stage, LUCY))).toContain(en.nothingRecent);
    await types(stage, '700002', { userId: LUCY });
    await press(stage, lastEphemeral(stage), 'meeting_access');
    expect(callsOf(stage, 'users.info')).toHaveLength(1);
  });
});

describe('a person of another workspace', () => {
  const han = { id: 'U0ZED', teamId: 'T0SISTER', email: 'meimei.han@example.com' };

  test('of the same organisation is proven', async () => {
    const stage = await onStage({ identity: { enterprise: ORG, isEnterpriseInstall: true } });
    stage.slack.people.set(han.id, person({ ...han, enterpriseId: ORG.id }));
    expect(await accessOf(stage, han.id)).toContain(en.accessOf.host);
  });

  test.each(['E0OTHER', undefined])('of organisation %s is not', async (enterpriseId) => {
    const stage = await onStage({ identity: { enterprise: ORG, isEnterpriseInstall: true } });
    stage.slack.people.set(han.id, person({ ...han, ...(enterpriseId && { enterpriseId }) }));
    expect(await accessOf(stage, han.id)).toContain(en.unproven['other-workspace']);
  });
});

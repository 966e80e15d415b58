import { describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/slack/state/people.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { openedHome } from '../support/home.ts';
import { modalShown, press } from '../support/interactions.ts';
import { installs, type ManyStage, onManyWorkspaces } from '../support/many-workspaces.ts';
import { onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import { becomes, makesAdmin, openedSettings } from '../support/settings.ts';

const LUCY = 'U0LUCY';
const ORG = 'E0ORG';
const ADMIN: Partial<Person> = { rank: 'admin' };

describe('the Home tab', () => {
  test.each([
    ['an admin', ADMIN],
    ['an owner', { rank: 'owner' }],
    ['the primary owner', { rank: 'primary-owner' }],
  ] as const)('of %s has the settings', async (_who, given) => {
    const stage = await onStage();
    becomes(stage, LUCY, given);
    expect(shownIn(await openedHome(stage, LUCY))).toContain(en.settingsOnHome);
    expect(shownIn(await openedSettings(stage, LUCY))).toContain(en.settingsIntro.workspace);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each([
    ['a member', {}],
    ['a guest, whatever else Slack says', { ...ADMIN, guest: 'restricted' }],
    ['an admin of another workspace', { ...ADMIN, teamId: 'T0FAR' }],
    ['an admin of another company', { ...ADMIN, isStranger: true }],
    ['an admin who was removed', { ...ADMIN, isDeleted: true }],
    ['a bot', { ...ADMIN, isBot: true }],
    ['an admin of another workspace in an organisation', { ...ADMIN, teamId: 'T0TWO', enterpriseId: ORG }],
  ] as const)('of %s does not', async (_who, given) => {
    const stage = await onStage({ identity: { enterprise: { id: ORG, name: 'Org' } } });
    becomes(stage, LUCY, given);
    expect(JSON.stringify(await openedHome(stage, LUCY))).not.toContain('meeting_settings');
  });
});

/** The message to whoever installed the app. */
const welcome = (stage: ManyStage): Promise<StoredMessage> =>
  stage.slack.waitFor(({ channels }) =>
    [...channels.values()]
      .flatMap(({ messages }) => messages)
      .find(({ text }) => text.includes('Meeting Cards')),
  );

describe('the button of the welcome', () => {
  test('opens the settings of an admin', async () => {
    const stage = await onManyWorkspaces();
    makesAdmin(stage, LUCY);
    await installs(stage, stage.slack, { userId: LUCY });
    await press(stage, await welcome(stage), 'meeting_settings', { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain(en.settingsIntro.workspace);
  });

  test('tells a person who is not an admin who can change settings', async () => {
    const stage = await onManyWorkspaces();
    await installs(stage, stage.slack, { userId: 'U0HAN' });
    await press(stage, await welcome(stage), 'meeting_settings', { userId: 'U0HAN' });
    expect(modalShown(stage, 'U0HAN')).toBe(zh.onlyAdmins);
  });
});

describe('a press', () => {
  test('of somebody who was an admin when the Home tab was opened, and is none now, opens nothing', async () => {
    const stage = await onStage();
    makesAdmin(stage, LUCY);
    const home = await openedHome(stage, LUCY);
    becomes(stage, LUCY, { rank: undefined });
    await press(stage, home, 'meeting_settings');
    expect(modalShown(stage, LUCY)).toBe(en.onlyAdmins);
    expect(JSON.stringify(await openedHome(stage, LUCY))).not.toContain('meeting_settings');
  });

  test('while Slack does not say who somebody is opens nothing, and says that', async () => {
    const stage = await onStage();
    makesAdmin(stage, LUCY);
    const home = await openedHome(stage, LUCY);
    stage.slack.fault('users.info', { kind: 'error', error: 'internal_error' });
    await press(stage, home, 'meeting_settings');
    expect(modalShown(stage, LUCY)).toBe(en.standingUnknown);
  });
});

describe('where the app is installed for an organisation', () => {
  const org = { enterprise: { id: ORG, name: 'Org' }, isEnterpriseInstall: true };

  test.each([
    ['an admin of the organisation has the settings', { organisationRank: 'admin' }, true],
    ['an admin of one of its workspaces does not', ADMIN, false],
    [
      'an admin of another organisation does not',
      { organisationRank: 'admin', enterpriseId: 'E0FAR' },
      false,
    ],
  ] as const)('%s', async (_who, given, isOffered) => {
    const stage = await onStage({ identity: org });
    becomes(stage, LUCY, { enterpriseId: ORG, ...given });
    const home = JSON.stringify(await openedHome(stage, LUCY));
    expect(home.includes('meeting_settings')).toBe(isOffered);
  });
});

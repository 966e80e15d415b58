import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { SETTINGS } from '../../src/core/settings.ts';
import { modalShown, topModal } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { loggedEvents, onStage } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import {
  ADMIN,
  becomes,
  chosenIn,
  makesAdmin,
  openedSettings,
  sends,
  setsForWorkspace,
} from '../support/settings.ts';

describe('the form of a workspace', () => {
  test('has a field for each setting of the level, with what counts by default as the first choice', async () => {
    const stage = await onStage({ env: { DEFAULT_LOCALE: 'zh-CN' } });
    makesAdmin(stage);
    const view = await openedSettings(stage);
    const keys = Object.entries(SETTINGS).filter(([, { levels }]) => levels.includes('workspace'));
    expect(Object.keys(chosenIn(view))).toEqual(keys.map(([key]) => key));
    expect(new Set(Object.values(chosenIn(view)))).toEqual(new Set(['as-above']));
    expect(JSON.stringify(view.blocks)).toContain(en.asAbove.workspace('简体中文'));
    expect(stage.slack.violations).toEqual([]);
  });

  test('shows what was set, when it is opened again', async () => {
    const stage = await onStage();
    expect(await setsForWorkspace(stage, { visibility: 'invited', cardZone: 'Europe/London' })).toBe(
      en.settingsSaved,
    );
    expect(chosenIn(await openedSettings(stage))).toMatchObject({
      visibility: 'invited',
      cardZone: 'Europe/London',
      locale: 'as-above',
    });
    expect(stage.slack.violations).toEqual([]);
  });

  test('sets back to what counts by default', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { visibility: 'invited' });
    await setsForWorkspace(stage, { visibility: 'as-above' });
    expect(chosenIn(await openedSettings(stage)).visibility).toBe('as-above');
  });

  test('changes nothing where nothing was changed', async () => {
    const stage = await onStage();
    expect(await setsForWorkspace(stage, {})).toBe(en.settingsUnchanged);
  });

  test('sent late does not undo what another admin set meanwhile', async () => {
    const stage = await onStage();
    makesAdmin(stage);
    makesAdmin(stage, 'U0POLLY');
    const [first, second] = [await openedSettings(stage), await openedSettings(stage, 'U0POLLY')];
    await sends(stage, first, { visibility: 'invited' });
    await sends(stage, second, { locale: 'zh-CN' });
    expect(chosenIn(await openedSettings(stage))).toMatchObject({ visibility: 'invited', locale: 'zh-CN' });
  });
});

describe('a form that is sent', () => {
  test.each([
    ['a member, since they were demoted', { rank: undefined }],
    ['a guest', { guest: 'ultra' }],
    ['a person of another company', { isStranger: true, teamId: 'T0FAR' }],
  ] as const)('by %s changes nothing', async (_who, given) => {
    const stage = await onStage();
    makesAdmin(stage);
    const view = await openedSettings(stage);
    becomes(stage, ADMIN, given);
    expect(await sends(stage, view, { visibility: 'invited' })).toBe(en.onlyAdmins);
    makesAdmin(stage, 'U0POLLY');
    expect(chosenIn(await openedSettings(stage, 'U0POLLY')).visibility).toBe('as-above');
  });

  test('while Slack does not say who somebody is changes nothing', async () => {
    const stage = await onStage();
    makesAdmin(stage);
    const view = await openedSettings(stage);
    stage.slack.fault('users.info', { kind: 'error', error: 'fatal_error' });
    expect(await sends(stage, view, { visibility: 'invited' })).toBe(en.standingUnknown);
  });

  test.each([
    ['what is not JSON', 'x'],
    ['a channel', JSON.stringify({ shown: {}, channel: { id: 'C0TEAM', proof: 'x' } })],
  ])('with %s in its metadata changes nothing', async (_what, private_metadata) => {
    const stage = await onStage();
    makesAdmin(stage);
    const view = await openedSettings(stage);
    view.content = { ...view.content, private_metadata };
    expect(await sends(stage, view, { visibility: 'invited' })).toBe(en.settingsNotSaved);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });

  test('while the storage is away changes nothing, and says so', async () => {
    const redis = await onRedis();
    const stage = await onStage({ storage: 'hangs', env: { STATE_REDIS_URL: redis.url } });
    makesAdmin(stage);
    const view = await openedSettings(stage);
    await redis.freeze();
    expect(await sends(stage, view, { visibility: 'invited' })).toBe(en.settingsNotSaved);
    stage.slack.stacks.delete(ADMIN);
    expect(shownIn(await openedSettings(stage))).toBe(en.settingsUnknown);
    redis.thaw();
  });
});

test('the form is in the language of its reader', async () => {
  const stage = await onStage();
  makesAdmin(stage, 'U0HAN');
  await openedSettings(stage, 'U0HAN');
  expect(modalShown(stage, 'U0HAN')).toContain('这些设置适用于整个工作区');
  expect(topModal(stage, 'U0HAN').content.submit).toMatchObject({ text: '保存' });
});

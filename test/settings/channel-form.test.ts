import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import { callsOf, modalShown } from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import {
  ADMIN,
  becomes,
  chosenIn,
  openedChannelSettings,
  sends,
  setsForChannel,
  setsForWorkspace,
} from '../support/settings.ts';
import type { Stage } from '../support/stage.ts';

const messages = ({ slack }: Stage, channelId = 'C0TEAM'): readonly string[] =>
  (slack.channels.get(channelId)?.messages ?? []).map(shownIn);

describe('the form of a channel', () => {
  test('is for any member, and says what counts in the workspace', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { linkPreviews: 'off' });
    const view = await openedChannelSettings(stage, { userId: 'U0POLLY' });
    expect(chosenIn(view)).toEqual({ linkPreviews: 'as-above', following: 'as-above', locale: 'as-above' });
    expect(JSON.stringify(view.blocks)).toContain('Same as workspace: Nothing');
    expect(stage.slack.violations).toEqual([]);
  });

  test('tells the channel who set what, and what was set counts', async () => {
    const stage = await onStage();
    expect(await setsForChannel(stage, { linkPreviews: 'off', following: 'off' })).toBe(en.settingsSaved);
    expect(messages(stage)).toEqual([
      [
        `:gear: <@${ADMIN}> changed how Meeting Cards works in this channel:`,
        '• *Link previews*: Nothing',
        '• *Follow meetings*: Off',
      ].join('\n'),
    ]);
    expect(chosenIn(await openedChannelSettings(stage))).toMatchObject({ linkPreviews: 'off' });
    expect(stage.slack.violations).toEqual([]);
  });

  test('sets back to what counts in the workspace, and tells the channel', async () => {
    const stage = await onStage();
    await setsForChannel(stage, { linkPreviews: 'off' });
    await setsForChannel(stage, { linkPreviews: 'as-above' });
    expect(messages(stage).at(-1)).toContain('*Link previews*: Same as workspace: A small card');
    expect(chosenIn(await openedChannelSettings(stage)).linkPreviews).toBe('as-above');
  });

  test('is of one channel: another one has its own', async () => {
    const stage = await onStage();
    await setsForChannel(stage, { linkPreviews: 'off' });
    expect(chosenIn(await openedChannelSettings(stage, { channelId: 'C0NOBOT' })).linkPreviews).toBe(
      'as-above',
    );
  });

  test.each([
    ['a guest', { guest: 'restricted' }],
    ['a person of another workspace', { teamId: 'T0FAR' }],
  ] as const)('is not for %s', async (_who, given) => {
    const stage = await onStage();
    becomes(stage, ADMIN, given);
    await openedChannelSettings(stage);
    expect(modalShown(stage, ADMIN)).toBe(en.onlyMembers);
  });

  test('opens so often as somebody may look meetings up, since Slack is asked each time', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '2' } });
    for (const _nth of [1, 2]) expect(chosenIn(await openedChannelSettings(stage))).toHaveProperty('locale');
    const before = callsOf(stage, 'users.info').length;
    await openedChannelSettings(stage);
    expect(modalShown(stage, ADMIN)).toContain(en.throttled(60).what);
    expect(callsOf(stage, 'users.info')).toHaveLength(before);
  });

  test('is not there in a direct message', async () => {
    const stage = await onStage();
    const { shown } = await types(stage, 'settings', { channelId: 'D0HAN', userId: ADMIN });
    expect(shown).toBe(en.settingsNeedChannel);
    expect(lastEphemeral(stage).userId).toBe(ADMIN);
  });
});

describe('a channel’s form that is sent', () => {
  test('where the app cannot post changes nothing, and says how to let it', async () => {
    const stage = await onStage();
    const given = { channelId: 'G0SECRET', userId: 'U0ANN' };
    expect(await setsForChannel(stage, { linkPreviews: 'off' }, given)).toBe(en.cannotPost);
    expect(chosenIn(await openedChannelSettings(stage, given)).linkPreviews).toBe('as-above');
  });

  test('by somebody who became a guest meanwhile changes nothing', async () => {
    const stage = await onStage();
    const view = await openedChannelSettings(stage);
    becomes(stage, ADMIN, { guest: 'restricted' });
    expect(await sends(stage, view, { linkPreviews: 'off' })).toBe(en.onlyMembers);
    expect(messages(stage)).toEqual([]);
  });

  test('with the metadata of another person’s form, or of another channel, changes nothing and tells nobody', async () => {
    const stage = await onStage();
    const view = await openedChannelSettings(stage);
    const own = String(view.content.private_metadata);
    const others = String(
      (await openedChannelSettings(stage, { userId: 'U0POLLY' })).content.private_metadata,
    );
    for (const private_metadata of [others, own.replace('C0TEAM', 'C0NOBOT'), '{"shown":{}}', '']) {
      const forged = await openedChannelSettings(stage);
      forged.content = { ...forged.content, private_metadata };
      expect(await sends(stage, forged, { linkPreviews: 'off' })).toBe(en.settingsNotSaved);
    }
    expect([...messages(stage), ...messages(stage, 'C0NOBOT')]).toEqual([]);
  });

  test('cannot set what only admins set', async () => {
    const stage = await onStage();
    const view = await openedChannelSettings(stage);
    const { slack, appUrl } = stage;
    view.blocks.push({
      type: 'input',
      block_id: 'visibility',
      element: {
        type: 'static_select',
        action_id: 'visibility',
        options: [{ text: { type: 'plain_text', text: 'x' }, value: 'invited' }],
        initial_option: { text: { type: 'plain_text', text: 'x' }, value: 'invited' },
      },
    });
    await slack.submitView({ appUrl, view });
    await slack.waitFor(() => modalShown(stage, ADMIN) === en.settingsUnchanged || undefined);
  });
});

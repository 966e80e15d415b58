import { describe, expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import type { SampleWorkspace } from '../../sandbox/slack/sample-slack.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { derivedKey, seal, unseal } from '../../src/storage/sealing.ts';
import { shares } from '../support/following.ts';
import {
  anotherProcess,
  installs,
  keysOf,
  type ManyStage,
  onManyWorkspaces,
  seenFrom,
  typesIn,
  uninstalls,
} from '../support/many-workspaces.ts';
import { onRedis } from '../support/on-redis.ts';
import { onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import {
  chosenIn,
  makesAdmin,
  openedSettings,
  setsForChannel,
  setsForWorkspace,
} from '../support/settings.ts';
import { recordsRead } from '../support/shared-redis.ts';
import type { StageOptions } from '../support/stage.ts';

const TITLE = 'Quarterly review';
const STRANGER = 'U0POLLY';
const KEY = 'the key of the stage';

async function installed(options: StageOptions = {}): Promise<ManyStage> {
  const stage = await onManyWorkspaces(options);
  makesAdmin(stage);
  await installs(stage, stage.slack);
  return stage;
}

const seenBy = (stage: ManyStage, workspace: SampleWorkspace = stage.slack): Promise<string> =>
  typesIn(stage, workspace, '700001', { userId: STRANGER });

describe('what was set', () => {
  test('counts at once in the process that took it, and within a minute in another', async () => {
    const stage = await installed();
    const other = await anotherProcess(stage);
    expect(await seenBy(other)).toContain(TITLE);
    await setsForWorkspace(stage, { visibility: 'invited' });
    expect(await seenBy(stage)).not.toContain(TITLE);
    stage.advance(61);
    expect(await seenBy(other)).not.toContain(TITLE);
  });

  test('is read once a minute, in how many channels ever something happens', async () => {
    const stage = await installed();
    await setsForChannel(stage, { following: 'off' });
    const before = await recordsRead(stage.redis);
    for (const channelId of ['C0TEAM', 'C0NOBOT', 'G0SECRET', 'C0SHARED'])
      for (let nth = 0; nth < 3; nth += 1) await typesIn(stage, stage.slack, 'help', { channelId });
    expect((await recordsRead(stage.redis)) - before).toBe(0);
    stage.advance(61);
    await Promise.all(Array.from({ length: 5 }, () => typesIn(stage, stage.slack, 'help')));
    expect((await recordsRead(stage.redis)) - before).toBe(1);
  });

  test('in one workspace does not count in another, which has the same channels and people', async () => {
    const stage = await installed();
    const far = stage.slack.addWorkspace({ teamId: 'T0FAR', botUserId: 'U0FARBOT' });
    await installs(stage, far);
    await setsForWorkspace(stage, { visibility: 'invited', locale: 'zh-CN' });
    await setsForChannel(stage, { linkPreviews: 'off' });
    expect(await seenBy(stage)).not.toContain(TITLE);
    expect(await seenBy(stage, far)).toContain(TITLE);
    const there = seenFrom(stage, far);
    makesAdmin(there);
    expect(new Set(Object.values(chosenIn(await openedSettings(there))))).toEqual(new Set(['as-above']));
  });

  test('is sealed, and goes with the installation', async () => {
    const stage = await installed();
    await setsForWorkspace(stage, { visibility: 'invited' });
    const stored = JSON.stringify([...(await stage.redis.dump())]);
    expect(stored).toContain('T0HOME:settings');
    expect(stored).not.toContain('invited');
    await uninstalls(stage, stage.slack);
    await until('all is deleted', async () => (await keysOf(stage, 'T0HOME')).length === 0);
    await installs(stage, stage.slack);
    stage.advance(61);
    expect(await seenBy(stage)).toContain(TITLE);
  });
});

describe('while the storage is away', () => {
  test('what was read last goes on to count, however long it is away', async () => {
    const stage = await installed({ storage: 'hangs' });
    await setsForWorkspace(stage, { visibility: 'invited' });
    await seenBy(stage);
    await stage.redis.freeze();
    stage.advance(61);
    expect(await seenBy(stage)).not.toContain(TITLE);
    stage.advance(3600);
    expect(await seenBy(stage)).not.toContain(TITLE);
    stage.redis.thaw();
  });

  test('a process that has read nothing yet shows no more than the strictest, and what was set when it is back', async () => {
    const redis = await onRedis();
    const env = { STATE_REDIS_URL: redis.url, CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' };
    await redis.freeze();
    const stage = await onStage({ storage: 'hangs', env });
    expect((await types(stage, '700001', { userId: STRANGER })).shown).toContain(
      'Only people who are invited',
    );
    expect((await types(stage, '700001', { userId: 'U0LI' })).shown).toContain(TITLE);
    const card = shownIn(await shares(stage, '700001'));
    expect(card).not.toContain(TITLE);
    expect(card).not.toContain(en.attendeePassword);
    redis.thaw();
    await until('the settings are read', async () =>
      (await types(stage, '700001', { userId: STRANGER })).shown.includes(TITLE),
    );
  });
});

describe('a record that is damaged', () => {
  /** Somebody, or another version of the app, wrote this for the workspace. */
  const writes = ({ redis }: ManyStage, text: string): Promise<unknown> =>
    withClient(redis.url, (client) => {
      const key = 'meeting-cards:2:T0HOME:settings';
      return client.hset(key, 'workspace', seal(derivedKey(KEY, 'seal'), `${key}#workspace`, text));
    });

  test.each([
    ['is no JSON', '{', false],
    ['has an unknown value of a setting that restricts', '{"visibility":"hosts"}', false],
    ['has an unknown value of another setting', '{"linkPreviews":"huge","later":{"a":1}}', true],
  ])('and %s lifts no restriction, and breaks nothing', async (_how, text, isShown) => {
    const stage = await installed();
    await writes(stage, text);
    stage.advance(61);
    expect((await seenBy(stage)).includes(TITLE)).toBe(isShown);
    expect(await setsForWorkspace(stage, { visibility: 'everyone' })).toBe(en.settingsSaved);
    expect(await seenBy(stage)).toContain(TITLE);
  });

  test.each([['{"visibility":"hosts","confidential":7}'], ['{']])(
    '(%s) lifts no restriction either when another setting is set',
    async (text) => {
      const stage = await installed();
      await writes(stage, text);
      stage.advance(61);
      expect(await setsForWorkspace(stage, { linkPreviews: 'off' })).toBe(en.settingsSaved);
      expect(await seenBy(stage)).not.toContain(TITLE);
      expect(chosenIn(await openedSettings(stage))).toMatchObject({
        visibility: 'invited',
        confidential: 'private',
        linkPreviews: 'off',
      });
    },
  );

  test('and does not open is replaced by what is set next', async () => {
    const stage = await installed();
    await withClient(stage.redis.url, (client) =>
      client.hset('meeting-cards:2:T0HOME:settings', 'workspace', 'not sealed'),
    );
    stage.advance(61);
    expect(await setsForWorkspace(stage, { visibility: 'invited' })).toBe(en.settingsSaved);
    expect(await seenBy(stage)).not.toContain(TITLE);
  });

  test('keeps what only a later version knows', async () => {
    const stage = await installed();
    await writes(stage, '{"later":{"a":1}}');
    await setsForWorkspace(stage, { locale: 'zh-CN' });
    const sealed = await withClient(stage.redis.url, (client) =>
      client.hget('meeting-cards:2:T0HOME:settings', 'workspace'),
    );
    expect(opened(sealed)).toEqual({ later: { a: 1 }, locale: 'zh-CN' });
  });
});

/** What is in a sealed field of the workspace's settings. */
function opened(sealed: string | null): unknown {
  const name = 'meeting-cards:2:T0HOME:settings#workspace';
  return JSON.parse(unseal([derivedKey(KEY, 'seal')], name, sealed ?? '') ?? 'null');
}

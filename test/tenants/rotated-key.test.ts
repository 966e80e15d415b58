import { expect, test } from 'vitest';
import { withClient } from '../../sandbox/redis/contents.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { metric } from '../faults/readiness.ts';
import { changes, shares, showsSoon } from '../support/following.ts';
import {
  anotherProcess,
  installs,
  type ManyStage,
  onManyWorkspaces,
  typesIn,
} from '../support/many-workspaces.ts';

const NEXT = { CACHE_KEY: 'the key that comes next' };
const ROTATED = { ...NEXT, CACHE_KEY_PREVIOUS: 'the key of the stage' };

const stored = async ({ redis }: ManyStage): Promise<string> => {
  const entry = (await redis.dump()).get('meeting-cards:2:installations');
  return JSON.stringify(entry?.value);
};

test('after CACHE_KEY was replaced, what the previous one sealed is used, and is sealed by the new one as it is read', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  const before = await stored(stage);
  const rotated = await anotherProcess(stage, ROTATED);
  expect(await typesIn(rotated, stage.slack, '700001')).toContain('700001');
  await until('it is sealed again', async () => (await stored(stage)) !== before);
  const next = await anotherProcess(stage, NEXT);
  expect(await typesIn(next, stage.slack, '700001')).toContain('700001');
});

test('a card that was shared before follows its meeting after the key was replaced', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  const card = await shares(stage, '700012', { userId: 'U0ANN' });
  await stage.app.stop();
  await anotherProcess(stage, ROTATED);
  changes(stage, '700012', { title: 'Town hall' });
  stage.advance(5 * 60);
  await showsSoon(stage, () => card, 'Town hall');
});

test('without the previous key the installation counts as absent, is reported, and stays as it is', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  const before = await stored(stage);
  const other = await anotherProcess(stage, NEXT);
  expect(await typesIn(other, stage.slack, '700001')).toBe(en.notInstalled);
  expect(await metric(other.appUrl, 'meeting_cards_durable_faults_total{operation="unseal"}')).toBe(1);
  expect(await stored(stage)).toBe(before);
  expect(await typesIn(stage, stage.slack, '700001')).toContain('700001');
});

test('a worker without the previous key loses nothing that is due', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  await shares(stage, '700012', { userId: 'U0ANN' });
  await stage.app.stop();
  const other = await anotherProcess(stage, NEXT);
  stage.advance(5 * 60);
  await until('it has looked', async () => {
    const unsealed = await metric(other.appUrl, 'meeting_cards_durable_faults_total{operation="unseal"}');
    return unsealed > 0 && (await metric(other.appUrl, 'meeting_cards_overdue_check_seconds')) === 0;
  });
  const due = (await stage.redis.dump()).get('meeting-cards:2:due:checks');
  expect(due?.value).toEqual(['T0HOME/700012']);
});

test('an installation that was moved to another workspace does not open', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  await installs(stage, slack);
  await withClient(stage.redis.url, async (client) => {
    const key = 'meeting-cards:2:installations';
    await client.hset(key, 'T0FAR', (await client.hget(key, 'T0HOME')) ?? '');
  });
  expect(await typesIn(stage, far, '700001')).toBe(en.notInstalled);
});

import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { eventEnvelope } from '../../sandbox/slack/payloads/event-envelope.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { metric } from '../faults/readiness.ts';
import {
  installs,
  keysOf,
  type ManyStage,
  namesOf,
  onManyWorkspaces,
  toldUninstalled,
  typesIn,
  uninstalls,
} from '../support/many-workspaces.ts';
import { JSON_TYPE, post, signed } from '../support/post.ts';
import { setsForWorkspace } from '../support/settings.ts';

const AGAIN = 'meeting-cards:2:due:departures';
const SETTINGS = 'meeting-cards:2:T0HOME:settings';

/** Somebody who is not invited to the meeting. */
const POLLY = { userId: 'U0POLLY' };

const departures = ({ appUrl }: ManyStage, outcome: string): Promise<number> =>
  metric(appUrl, `meeting_cards_departures_total{outcome="${outcome}"}`);

/** No call goes on with the token, whose refusal would say that the workspace left. */
const isWelcomed = ({ slack }: ManyStage): Promise<true> =>
  slack.waitFor(({ calls }) => calls.some(({ method }) => method === 'chat.postMessage') || undefined);

async function leaves(stage: ManyStage): Promise<void> {
  const before = await departures(stage, 'departed');
  await uninstalls(stage, stage.slack);
  await until('it has left', async () => (await departures(stage, 'departed')) > before);
}

test('an installation again, by another admin, keeps what was set', async () => {
  const stage = await onManyWorkspaces();
  await installs(stage, stage.slack);
  await setsForWorkspace(stage, { visibility: 'invited' });
  await installs(stage, stage.slack, { userId: 'U0ANN' });
  expect(await typesIn(stage, stage.slack, '700002', POLLY)).toContain('Only people who are invited');
});

describe('a workspace that left and comes back', () => {
  test('begins again, with nothing that was set before', async () => {
    const stage = await onManyWorkspaces();
    await installs(stage, stage.slack);
    await setsForWorkspace(stage, { visibility: 'invited' });
    await leaves(stage);
    await installs(stage, stage.slack);
    expect(await typesIn(stage, stage.slack, '700002', POLLY)).toContain('Design review');
  });

  test('keeps what is set then, when the data of before is looked for once more', async () => {
    const stage = await onManyWorkspaces();
    await installs(stage, stage.slack);
    await leaves(stage);
    await installs(stage, stage.slack);
    await setsForWorkspace(stage, { visibility: 'invited' });
    expect(await namesOf(stage, 'T0HOME')).toContain(AGAIN);
    stage.advance(2 * 60);
    await until('it was looked for', async () => !(await namesOf(stage, 'T0HOME')).includes(AGAIN));
    expect(await keysOf(stage, 'T0HOME')).toContain(SETTINGS);
    expect(await typesIn(stage, stage.slack, '700002', POLLY)).toContain('Only people who are invited');
  });

  test('while the app still asks Slack about the token of before stays', async () => {
    const stage = await onManyWorkspaces();
    const { slack } = stage;
    const asked = () => slack.calls.filter(({ method }) => method === 'auth.test').length;
    await installs(stage, slack);
    await isWelcomed(stage);
    slack.tokens.uninstall(slack);
    const before = asked();
    slack.fault('auth.test', { kind: 'slow', ms: 1000 }, 1);
    await toldUninstalled(stage, slack);
    await slack.waitFor(() => asked() > before || undefined);
    await installs(stage, slack);
    await until('the event is judged', async () => {
      const counts = await Promise.all([departures(stage, 'kept'), departures(stage, 'departed')]);
      return counts.some((count) => count > 0);
    });
    expect(await typesIn(stage, slack, '700001')).toContain('700001');
  });
});

test.each([
  ['an empty list', { authorizations: [] }],
  ['no list', { authorizations: undefined }],
])(
  'an event of the uninstallation with %s of authorizations is of the workspace that it names',
  async (_what, over) => {
    const stage = await onManyWorkspaces();
    const { slack, appUrl } = stage;
    await installs(stage, slack);
    await isWelcomed(stage);
    slack.tokens.uninstall(slack);
    const timeSeconds = Math.floor(stage.now() / 1000);
    const { identity } = slack;
    const envelope = { ...eventEnvelope({ type: 'app_uninstalled' }, { identity, timeSeconds }), ...over };
    const { status } = await post(
      appUrl,
      signed(JSON.stringify(envelope), JSON_TYPE, { nowMs: stage.now() }),
    );
    expect(status).toBe(200);
    await until('it has left', async () => (await departures(stage, 'departed')) === 1);
    expect(await typesIn(stage, slack, '700001')).toBe(en.notInstalled);
  },
);

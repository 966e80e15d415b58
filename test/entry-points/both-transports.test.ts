import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { until } from '../../sandbox/redis/until.ts';
import { LINK, NAME } from '../support/entry-points/acts.ts';
import { BUTTONS, COMMANDS, EVENTS, SHORTCUTS } from '../support/entry-points/table.ts';
import { UNKNOWN } from '../support/entry-points/unknown.ts';
import { callsOf, done } from '../support/interactions.ts';
import { loggedEvents, openPlainStage, types } from '../support/on-stage.ts';
import { fileText } from '../support/project.ts';
import type { Stage } from '../support/stage.ts';

test('each event of the manifest is among those that are tested', () => {
  const { settings } = parse(fileText('manifest.yml'));
  const types: readonly string[] = settings.event_subscriptions.bot_events;
  expect(types.filter((type) => !EVENTS.some(([name]) => name.startsWith(type)))).toEqual([]);
});

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openPlainStage({ transport });
    onTestFinished(() => stage.close());
  });

  describe.each([
    ['a command', COMMANDS],
    ['a shortcut', SHORTCUTS],
    ['a button', BUTTONS],
    ['an event', EVENTS],
  ])('%s', (_kind, entryPoints) => {
    test.each(entryPoints)('%s is answered, and acknowledged exactly once', async (_name, act, seen) => {
      expect(await act(stage)).toContain(seen);
      const { deliveries, violations } = stage.slack;
      expect(deliveries?.acknowledged).toEqual(deliveries?.sent);
      expect(violations).toEqual([]);
      expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
    });
  });

  test.each(UNKNOWN)('an unknown %s is logged, and not acknowledged', async (_name, act) => {
    const { slack } = stage;
    const said = act(stage);
    await until('it is logged', async () => loggedEvents(stage, 'unknown-request').length === 1);
    expect((await types(stage, '700002')).shown).toContain(NAME);
    expect(callsOf(stage, 'views.open')).toEqual([]);
    expect(slack.responses).toEqual([]);
    if (slack.deliveries === undefined) expect(await said).toMatchObject({ status: 404 });
    else expect(slack.deliveries.acknowledged).toEqual(slack.deliveries.sent.slice(1));
  });

  test('an unknown event is acknowledged, as every event is, and leads to nothing', async () => {
    const { slack, appUrl } = stage;
    const told = await slack.event({ appUrl, event: { type: 'channel_created' } });
    expect(told).toMatchObject({ status: 200, text: '' });
    expect((await types(stage, '700002')).shown).toContain(NAME);
    expect(slack.deliveries?.acknowledged).toEqual(slack.deliveries?.sent);
    expect(callsOf(stage, 'chat.postMessage')).toEqual([]);
  });

  test('an event that Slack delivers again is acknowledged again, and answered once', async () => {
    await types(stage, '700002');
    const { slack, appUrl } = stage;
    const message = slack.say({ text: LINK });
    const first = await done(stage, () => slack.shareLinks({ appUrl, message, eventId: 'Ev1' }));
    const again = await done(stage, () => slack.shareLinks({ appUrl, message, eventId: 'Ev1' }));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(slack.deliveries?.acknowledged).toEqual(slack.deliveries?.sent);
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(1);
    expect(loggedEvents(stage, 'answered').at(-1)).toContain('duplicate');
  });
});

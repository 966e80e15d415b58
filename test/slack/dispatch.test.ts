import { describe, expect, test } from 'vitest';
import { appHomeOpened } from '../../sandbox/slack/payloads/app-home-opened.ts';
import { appUninstalled } from '../../sandbox/slack/payloads/app-uninstalled.ts';
import { clickInMessage, clickInView } from '../../sandbox/slack/payloads/block-actions.ts';
import { eventEnvelope } from '../../sandbox/slack/payloads/event-envelope.ts';
import { globalShortcut } from '../../sandbox/slack/payloads/global-shortcut.ts';
import { messageShortcut } from '../../sandbox/slack/payloads/message-shortcut.ts';
import { slashCommand } from '../../sandbox/slack/payloads/slash-command.ts';
import { homeIdentity } from '../../sandbox/slack/state/identity.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { eventId } from '../../src/core/ids.ts';
import { personOf } from '../support/person.ts';
import { twoTenants } from '../support/two-tenants.ts';

const far = { ...homeIdentity, teamId: 'T0FAR' };
const view = { id: 'V0', type: 'modal' };
const press = (actionId: string, identity = homeIdentity) =>
  clickInView({
    identity,
    view,
    action: { type: 'button', action_id: actionId, block_id: 'b', value: '700001', action_ts: '1.1' },
  });
const people = { action_id: 'meeting_more', selected_option: { value: 'people/700001/1924911000' } };
const choosePeople = (identity = homeIdentity) =>
  clickInView({ identity, view, action: { type: 'overflow', block_id: 'b', action_ts: '1.1', ...people } });

describe('each listener calls Slack with the token of the installation that the payload was sent to', () => {
  test.each<[string, (identity: typeof homeIdentity) => unknown]>([
    ['the find shortcut', (identity) => globalShortcut({ identity })],
    ['the message shortcut', (identity) => messageShortcut({ identity })],
    ['My access', (identity) => press('meeting_access', identity)],
    ['Details', (identity) => press('meeting_details', identity)],
    ['People', choosePeople],
    ['Refresh', (identity) => press('meeting_refresh', identity)],
    ['Refresh on the Home tab', (identity) => press('meeting_home_refresh', identity)],
    ['the Home tab', (identity) => eventEnvelope(appHomeOpened(), { identity })],
  ])('%s', async (_what, payload) => {
    const { take, calls } = twoTenants();
    await take(payload(homeIdentity));
    const ofHome = calls.splice(0).map(({ token }) => token);
    await take(payload(far));
    const ofFar = calls.map(({ token }) => token);
    expect(ofHome.length).toBeGreaterThan(0);
    expect(new Set(ofHome)).toEqual(new Set(['xoxb-home']));
    expect(new Set(ofFar)).toEqual(new Set(['xoxb-far']));
  });
});

test('a press clears the recent meetings of the own tenant only, also for a person of the same ids', async () => {
  const { take, servicesOf } = twoTenants();
  const han = personOf('T0HOME', 'U0HAN');
  const id = eventId('700001');
  if (id === undefined) throw new Error('700001 is not an event id');
  for (const team of ['T0HOME', 'T0FAR'])
    await servicesOf(team).recents.note(han, { eventId: id, title: 'Quarterly review' });
  await take(press('meeting_home_clear'));
  expect(await servicesOf('T0HOME').recents.list(han)).toEqual([]);
  expect(await servicesOf('T0FAR').recents.list(han)).toHaveLength(1);
});

test('an event is taken once by a tenant, and an event of the same id by another tenant too', async () => {
  const { take, logged } = twoTenants();
  for (const identity of [homeIdentity, homeIdentity, far])
    await take(eventEnvelope(appHomeOpened(), { identity, eventId: 'Ev1' }));
  expect(logged().match(/"outcome":"[a-z-]+"/g)).toEqual([
    '"outcome":"not-known"',
    '"outcome":"duplicate"',
    '"outcome":"not-known"',
  ]);
});

test('the profile of the person is looked up once a request, however often the listener needs it', async () => {
  const { take, lookedUp } = twoTenants();
  await take(press('meeting_details'));
  expect(lookedUp).toEqual([personOf('T0HOME', 'U0HAN')]);
});

test('the profile is not looked up where the listener does not need it', async () => {
  const { take, lookedUp } = twoTenants();
  expect(await take(press('meeting_join'))).toBe(true);
  expect(lookedUp).toEqual([]);
});

describe('a payload is neither acknowledged nor answered, but logged by its kind,', () => {
  test.each<[string, string, unknown]>([
    ['for an action that the app does not have', 'action', press('toString')],
    ['for a command that the app does not have', 'command', slashCommand({ command: '/other' })],
    ['without what its listener needs', 'shortcut', { ...messageShortcut(), message: undefined }],
    ['that is not one of Slack', 'unknown', { type: 'no_such_type' }],
  ])('%s', async (_what, kind, body) => {
    const { take, calls, logged } = twoTenants();
    expect(await take(body)).toBe(false);
    expect(calls).toEqual([]);
    expect(JSON.parse(logged())).toMatchObject({ event: 'unknown-request', entryPoint: kind });
  });
});

describe('a payload of an installation that is not a tenant has no effect, is acknowledged and counted:', () => {
  const other = { ...far, teamId: 'T0OTHER' };
  test.each<[string, unknown]>([
    ['shortcut', globalShortcut({ identity: other })],
    ['event', eventEnvelope(appHomeOpened(), { identity: other })],
    ['action', { ...choosePeople(), user: { id: 'U0HAN' }, team: null }],
  ])('%s', async (kind, body) => {
    const { take, answers, calls, logged } = twoTenants();
    expect(await take(body)).toBe(true);
    expect([answers, calls]).toEqual([[undefined], []]);
    expect(JSON.parse(logged())).toMatchObject({ event: 'unknown-installation', entryPoint: kind });
  });

  test('command, which is told so', async () => {
    const { take, answers, calls } = twoTenants();
    expect(await take({ ...slashCommand(), team_id: 'T0OTHER' })).toBe(true);
    expect(answers).toEqual([{ response_type: 'ephemeral', text: en.notInstalled }]);
    expect(calls).toEqual([]);
  });
});

test('a command whose tenant cannot be looked up is told that something went wrong', async () => {
  const { take, answers, logged, breakDirectory } = twoTenants();
  breakDirectory();
  expect(await take(slashCommand())).toBe(true);
  expect(answers).toEqual([{ response_type: 'ephemeral', text: en.failure.internal.what }]);
  expect(logged()).toContain('"event":"answer-failed"');
});

describe('what a listener throws', () => {
  test('is reported with its entry point, and told to the person in a direct message of the tenant', async () => {
    const { take, calls, logged, breakViews } = twoTenants();
    breakViews();
    await take(globalShortcut({ identity: far }));
    expect(logged()).toContain('"entryPoint":"find_meeting","method":"views.open","reason":"fatal_error"');
    expect(calls.slice(1)).toEqual([
      { method: 'conversations.open', token: 'xoxb-far' },
      { method: 'chat.postMessage', token: 'xoxb-far' },
    ]);
  });

  test('is told through the response URL where there is one', async () => {
    const { take, replies, breakViews } = twoTenants();
    breakViews();
    await take({ ...clickInMessage(), actions: [people] });
    expect(replies).toEqual(['https://hooks.slack.com/actions/T0HOME/1/0123456789abcdef']);
  });

  test('at an event is reported, and told to nobody', async () => {
    const { take, calls, logged, breakViews } = twoTenants();
    breakViews();
    await take(eventEnvelope(appHomeOpened()));
    expect(logged()).toContain('"event":"answer-failed"');
    expect(calls.map(({ method }) => method)).toEqual(['auth.test', 'views.publish']);
  });
});

test('that the app was uninstalled has an outcome, though nobody acts', async () => {
  const { take, logged } = twoTenants();
  await take(eventEnvelope(appUninstalled()));
  expect(JSON.parse(logged())).toMatchObject({ entryPoint: 'event', outcome: 'uninstalled' });
});

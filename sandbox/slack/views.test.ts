import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.ts';
import { startSampleApp } from './sample-app.ts';
import { plain, section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const modal = (extra: object = {}) => ({
  type: 'modal',
  title: plain('Meeting'),
  blocks: [section()],
  ...extra,
});
const home = (extra: object = {}) => ({ type: 'home', blocks: [section()], ...extra });

let at = 0;
let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
beforeEach(async () => {
  at = Date.now();
  slack = await startSampleSlack({ now: () => at });
  app = await startSampleApp();
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

const trigger = async () => (await slack.globalShortcut({ appUrl: app.appUrl })).triggerId;
const open = async (view: object = modal()) =>
  call(slack, 'views.open', { trigger_id: await trigger(), view });

describe('a trigger', () => {
  it('opens one view', async () => {
    const trigger_id = await trigger();
    expect(await call(slack, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
    const again = await call(slack, 'views.open', { trigger_id, view: modal() });
    expect(again).toEqual({ ok: false, error: 'exchanged_trigger_id' });
  });

  it('is valid for three seconds', async () => {
    const [first, second] = [await trigger(), await trigger()];
    at += 3000;
    expect(await call(slack, 'views.open', { trigger_id: first, view: modal() })).toMatchObject({ ok: true });
    at += 1;
    const late = await call(slack, 'views.open', { trigger_id: second, view: modal() });
    expect(late).toEqual({ ok: false, error: 'expired_trigger_id' });
  });

  it('was not made by the app', async () => {
    const reply = await call(slack, 'views.open', { trigger_id: '1.2.3', view: modal() });
    expect(reply).toEqual({ ok: false, error: 'invalid_trigger_id' });
  });
});

describe('a modal', () => {
  it('is refused when it breaks a rule', async () => {
    expect(await open(modal({ title: plain('x'.repeat(25)) }))).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(home())).toMatchObject({ error: 'invalid_arguments' });
    expect(slack.violations).toEqual([
      'views.open: title.text is 25 long, at most 24 fit',
      'views.open: view.type must be modal',
    ]);
  });

  it('is updated by id or external id, and only from the hash that it has', async () => {
    const reply = await open(modal({ external_id: 'm1' }));
    expect(await open(modal({ external_id: 'm1' }))).toMatchObject({ error: 'duplicate_external_id' });
    const [view] = [...slack.views.values()];
    const hash = view?.hash;
    const updated = await call(slack, 'views.update', {
      external_id: 'm1',
      hash,
      view: modal({ callback_id: 'two' }),
    });
    expect(updated).toMatchObject({ ok: true, view: { id: view?.id, callback_id: 'two' } });
    expect(reply).toHaveProperty('view.hash', hash);
    const stale = await call(slack, 'views.update', { view_id: view?.id, hash, view: modal() });
    expect(stale).toMatchObject({ error: 'hash_conflict' });
    expect(await call(slack, 'views.update', { view_id: 'V0', view: modal() })).toMatchObject({
      error: 'not_found',
    });
  });

  it('is above two others at most', async () => {
    const push = async () => call(slack, 'views.push', { trigger_id: await trigger(), view: modal() });
    expect(await push()).toMatchObject({ error: 'not_found' });
    const first = await open();
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
    const ids = slack.stacks.get('U0HAN') ?? [];
    expect(first).toHaveProperty('view.id', ids[0]);
    expect(slack.views.get(ids[2] ?? '')).toMatchObject({ rootId: ids[0], previousId: ids[1] });
  });
});

describe('a Home tab', () => {
  it('is stored for each person, and comes back with the next opening', async () => {
    await call(slack, 'views.publish', { user_id: 'U0HAN', view: home() });
    const first = slack.homes.get('U0HAN')?.id;
    expect(slack.homes.get('U0HAN')).toMatchObject({ kind: 'home', userId: 'U0HAN' });
    await slack.openHome({ appUrl: app.appUrl });
    const event = { type: 'app_home_opened', tab: 'home', channel: 'D0HAN', view: { type: 'home' } };
    expect(app.delivered[0]?.payload).toMatchObject({ event });
    const again = await call(slack, 'views.publish', { user_id: 'U0HAN', view: home({ callback_id: 'b' }) });
    expect(again).toHaveProperty('view.id', first);
    const stale = await call(slack, 'views.publish', { user_id: 'U0HAN', hash: 'old', view: home() });
    expect(stale).toMatchObject({ error: 'hash_conflict' });
    expect(await call(slack, 'views.publish', { user_id: 'U0', view: home() })).toMatchObject({
      error: 'invalid_arguments',
    });
  });
});

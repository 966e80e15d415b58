import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.ts';
import { startSampleApp } from './sample-app.ts';
import { button, option, plain, section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const input = (block_id: string, element: object, extra: object = {}) => ({
  type: 'input',
  block_id,
  label: plain('Label'),
  element,
  ...extra,
});

const form = {
  type: 'modal',
  title: plain('Find'),
  submit: plain('Find'),
  notify_on_close: true,
  private_metadata: 'kept',
  blocks: [
    input('number', { type: 'plain_text_input', action_id: 'number' }),
    input('when', { type: 'static_select', action_id: 'when', options: [option()] }, { optional: true }),
    input(
      'where',
      { type: 'conversations_select', action_id: 'where', response_url_enabled: true },
      { optional: true },
    ),
    { type: 'actions', elements: [button()] },
  ],
};

let reply: unknown;
let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
beforeEach(async () => {
  reply = '';
  slack = await startSampleSlack();
  app = await startSampleApp(() => ({ body: reply }));
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

async function opened() {
  const { triggerId } = await slack.globalShortcut({ appUrl: app.appUrl });
  await call(slack, 'views.open', { trigger_id: triggerId, view: form });
  const view = await slack.waitFor(({ views }) => [...views.values()][0]);
  return { view, submit: () => slack.submitView({ appUrl: app.appUrl, view, values: { number: '649128' } }) };
}

describe('a form that is submitted', () => {
  it('carries what was filled in, and a response URL for the conversation picked', async () => {
    const { view } = await opened();
    const values = { number: '649128', when: '1', where: 'C0TEAM' };
    const { responseUrls } = await slack.submitView({ appUrl: app.appUrl, view, values });
    expect(app.delivered[1]?.payload).toMatchObject({
      type: 'view_submission',
      view: {
        id: view.id,
        private_metadata: 'kept',
        state: {
          values: {
            number: { number: { type: 'plain_text_input', value: '649128' } },
            when: { when: { selected_option: { value: '1' } } },
            where: { where: { selected_conversation: 'C0TEAM' } },
          },
        },
      },
      response_urls: [{ block_id: 'where', channel_id: 'C0TEAM', response_url: responseUrls[0] }],
    });
    expect(slack.views.size).toBe(0);
  });

  it('is not sent while a required input is empty', async () => {
    const { view } = await opened();
    await expect(slack.submitView({ appUrl: app.appUrl, view })).rejects.toThrow('number must be filled in');
  });

  it('stays with the errors that the app gives', async () => {
    const { view, submit } = await opened();
    reply = { response_action: 'errors', errors: { number: 'No such meeting', elsewhere: 'x' } };
    await submit();
    expect(view.errors).toEqual({ number: 'No such meeting' });
    expect(slack.violations).toEqual([
      'view_submission: the error for elsewhere is not a text under an input block',
    ]);
  });

  it('is updated, pushed upon and cleared as the app says', async () => {
    const { view, submit } = await opened();
    const next = { ...form, callback_id: 'next' };
    reply = { response_action: 'push', view: next };
    await submit();
    expect(slack.stacks.get('U0HAN')).toHaveLength(2);
    reply = { response_action: 'update', view: next };
    await submit();
    expect(view.content).toMatchObject({ callback_id: 'next' });
    reply = { response_action: 'clear' };
    await submit();
    expect(slack.views.size).toBe(0);
    expect(slack.violations).toEqual([]);
  });

  it('tells of answers that Slack does not know, and of views that break a rule', async () => {
    const { submit } = await opened();
    reply = { response_action: 'open' };
    await submit();
    reply = { response_action: 'update', view: { type: 'modal', blocks: [section()] } };
    await submit();
    expect(slack.violations.join()).toContain('no such response_action');
    expect(slack.violations.join()).toContain('has no title');
  });
});

it('a modal that is closed tells the app, when it asked to be told', async () => {
  const { view } = await opened();
  await slack.closeView({ appUrl: app.appUrl, view });
  expect(app.delivered[1]?.payload).toMatchObject({
    type: 'view_closed',
    is_cleared: false,
    view: { id: view.id },
  });
  expect(slack.views.size).toBe(0);
});

it('a click in a modal has a view and a trigger, and nowhere to respond', async () => {
  const { view } = await opened();
  const { responseUrl } = await slack.click({ appUrl: app.appUrl, surface: view, actionId: 'go' });
  const { payload } = app.delivered[1] ?? {};
  expect(responseUrl).toBeUndefined();
  expect(payload).toMatchObject({ container: { type: 'view', view_id: view.id }, view: { id: view.id } });
  for (const absent of ['channel', 'message', 'response_url']) expect(payload).not.toHaveProperty(absent);
});

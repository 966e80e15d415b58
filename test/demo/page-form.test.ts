import { afterEach, describe, expect, it } from 'vitest';
import { pressInView } from '../../demo/page/server/press-in-view.ts';
import { courier } from '../../sandbox/slack/deliver/courier.ts';
import { startSampleApp } from '../../sandbox/slack/sample-app.ts';
import { startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import { publishHome } from '../../sandbox/slack/state/view-store.ts';

const running: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

const plain = (text: string) => ({ type: 'plain_text', text });
const home = {
  type: 'home',
  blocks: [
    {
      type: 'input',
      block_id: 'reference',
      dispatch_action: true,
      label: plain('Which?'),
      element: { type: 'plain_text_input', action_id: 'find' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'button', action_id: 'go', text: plain('Go'), value: '1' },
        { type: 'overflow', action_id: 'pick', options: [{ text: plain('Two'), value: '2' }] },
      ],
    },
  ],
};

async function pressed(given: { actionId: string; option?: string; filled: Record<string, string> }) {
  const [slack, app] = await Promise.all([startSampleSlack(), startSampleApp()]);
  running.push(slack.close, app.close);
  const view = publishHome(slack, 'U0HAN', home);
  const post = courier(slack.signingSecret, slack.now);
  await pressInView(slack, post, { appUrl: app.appUrl, view, ...given });
  return app.delivered[0]?.payload;
}

const stateOf = (value: string | null) => ({
  state: { values: { reference: { find: { type: 'plain_text_input', value } } } },
});

describe('pressing in a view of the page', () => {
  it('tells the value of a field that dispatches', async () => {
    expect(await pressed({ actionId: 'find', filled: { find: '700001' } })).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0HAN' },
      actions: [{ type: 'plain_text_input', action_id: 'find', block_id: 'reference', value: '700001' }],
      view: stateOf('700001'),
    });
  });

  it('sends what is filled in along with a button, empty or not', async () => {
    expect(await pressed({ actionId: 'go', filled: {} })).toMatchObject({
      actions: [{ type: 'button', action_id: 'go', block_id: 'more', value: '1' }],
      view: stateOf(null),
    });
  });

  it('tells which option was picked', async () => {
    expect(await pressed({ actionId: 'pick', option: '2', filled: {} })).toMatchObject({
      actions: [{ type: 'overflow', action_id: 'pick', selected_option: { value: '2' } }],
    });
  });
});

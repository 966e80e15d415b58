import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.ts';
import { appUninstalled } from './payloads/app-uninstalled.ts';
import { startSampleApp } from './sample-app.ts';
import { button, menu } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

let reply: unknown;
let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
let appUrl: string;
beforeEach(async () => {
  reply = '';
  slack = await startSampleSlack();
  app = await startSampleApp(() => ({ body: reply }));
  appUrl = app.appUrl;
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

const headersOf = (index = 0) => app.delivered[index]?.headers ?? {};

describe('an event', () => {
  it('is signed JSON, and bears a retry’s number and reason', async () => {
    const retry = { num: 2, reason: 'http_timeout' } as const;
    const { eventId } = await slack.event({ appUrl, event: appUninstalled(), eventId: 'Ev1', retry });
    expect(eventId).toBe('Ev1');
    expect(headersOf()).toMatchObject({
      'content-type': 'application/json',
      'x-slack-retry-num': '2',
      'x-slack-retry-reason': 'http_timeout',
    });
    expect(app.delivered[0]?.payload).toMatchObject({ event_id: 'Ev1', event: { type: 'app_uninstalled' } });
  });

  it('from a channel shared with others says so', async () => {
    const message = slack.say({ text: 'https://qsh1.cn/r/1', channelId: 'C0SHARED' });
    await slack.shareLinks({ appUrl, message });
    expect(app.delivered[0]?.payload).toMatchObject({ is_ext_shared_channel: true });
  });
});

describe('a click', () => {
  const blocks = [{ type: 'actions', elements: [button({ value: '1' }), menu()] }];
  const posted = async () => {
    await call(slack, 'chat.postMessage', { channel: 'C0TEAM', text: 'A card', blocks });
    return slack.waitFor(({ channels }) => channels.get('C0TEAM')?.messages[0]);
  };

  it('in a channel brings the message', async () => {
    const surface = await posted();
    await slack.click({ appUrl, surface, actionId: 'go', userId: 'U0LI' });
    expect(headersOf()['content-type']).toBe('application/x-www-form-urlencoded');
    expect(app.delivered[0]?.payload).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0LI', username: 'lilei' },
      container: { type: 'message', is_ephemeral: false, message_ts: surface.ts },
      message: { ts: surface.ts, text: 'A card', bot_id: 'B0BOT' },
      actions: [{ type: 'button', action_id: 'go', value: '1', block_id: surface.blocks[0]?.block_id }],
    });
  });

  it('in an ephemeral message brings none', async () => {
    reply = { text: 'A card', blocks };
    await slack.command({ appUrl, text: '' });
    reply = '';
    const surface = await slack.waitFor(({ ephemerals }) => ephemerals[0]);
    await slack.click({ appUrl, surface, actionId: 'go' });
    expect(app.delivered[1]?.payload).not.toHaveProperty('message');
    expect(app.delivered[1]?.payload).toMatchObject({ container: { is_ephemeral: true } });
  });

  it('may pick an option', async () => {
    const surface = await posted();
    await slack.click({ appUrl, surface, actionId: 'pick', option: '1' });
    expect(app.delivered[0]?.payload).toMatchObject({ actions: [{ selected_option: { value: '1' } }] });
    await expect(slack.click({ appUrl, surface, actionId: 'pick', option: '2' })).rejects.toThrow(
      'no option 2',
    );
  });

  it('needs something to click', async () => {
    const surface = await posted();
    expect(() => slack.findButton(surface, 'stop')).toThrow('No stop in this message; there is go, pick.');
  });
});

it('a message shortcut brings the message and a response URL, even where the bot is not', async () => {
  const message = slack.say({ text: '649128', channelId: 'G0SECRET', userId: 'U0LI', threadTs: '1.000001' });
  const { responseUrl } = await slack.messageShortcut({ appUrl, message });
  expect(app.delivered[0]?.payload).toMatchObject({
    type: 'message_action',
    callback_id: 'meeting_details',
    user: { id: 'U0HAN', name: 'han' },
    channel: { id: 'G0SECRET', name: 'privategroup' },
    message: { text: '649128', user: 'U0LI', thread_ts: '1.000001' },
    message_ts: message.ts,
    response_url: responseUrl,
  });
});

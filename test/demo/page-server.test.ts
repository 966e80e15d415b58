import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startPage } from '../../demo/page/server/page-server.ts';
import { putPeople } from '../../demo/people.ts';
import { startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import { type Delivered, startSampleApp } from '../../sandbox/slack/sample-app.ts';
import { startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import type { Unfurl } from '../../sandbox/slack/state/surfaces.ts';

const running: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

const card = (text: string) => ({ text, blocks: [{ type: 'header', text: { type: 'plain_text', text } }] });

/** The page before an app that answers everything with `body`. */
async function page(reply?: (delivered: Delivered) => { body?: unknown; status?: number }) {
  const [slack, conference, app] = await Promise.all([
    startSampleSlack(),
    startSampleConference(),
    startSampleApp(reply),
  ]);
  putPeople(slack);
  const { url, close } = await startPage({ slack, conference, appUrl: app.appUrl });
  running.push(slack.close, conference.close, app.close, close);
  return { slack, conference, app, url };
}

async function act(url: string, action: object, headers: Record<string, string> = { origin: url }) {
  const response = await fetch(`${url}/do`, { method: 'POST', headers, body: JSON.stringify(action) });
  return response.ok ? response.json() : response.status;
}

/** What a person sees, as the page gets it: the first `count` snapshots. */
async function seen(url: string, as: string, count = 1): Promise<unknown[]> {
  const response = await fetch(`${url}/snapshot?as=${as}`);
  const sights: unknown[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) sights.push(JSON.parse(part.replace(/^data: /, '')));
    if (sights.length >= count) break;
  }
  return sights;
}

function statusFor(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('the page of the demo', () => {
  it('serves its document, its program and its style, and lets nothing be fetched from elsewhere', async () => {
    const { url } = await page();
    const [document, script, style] = await Promise.all(
      ['/', '/page.js', '/page.css'].map((path) => fetch(`${url}${path}`)),
    );
    expect(document?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await document?.text()).toContain('<script type="module" src="/page.js">');
    expect(script?.headers.get('content-type')).toContain('text/javascript');
    expect(style?.headers.get('content-type')).toContain('text/css');
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });

  it('answers nobody but itself', async () => {
    const { url } = await page();
    const { host } = new URL(url);
    expect(await statusFor(url, { host: 'evil.example' })).toBe(403);
    expect(await statusFor(url, { host: host.replace('127.0.0.1', 'localhost') })).toBe(200);
    expect(await act(url, { do: 'find-meeting', as: 'U0HAN' }, { origin: 'https://evil.example' })).toBe(403);
    expect(await act(url, { do: 'find-meeting', as: 'U0HAN' }, {})).toBe(403);
    expect(await act(url, { do: 'format-disk' })).toBe(400);
  });

  it('shows what the app answers to the one who asked, and to nobody else', async () => {
    const { url, app } = await page(() => ({ body: card('The card') }));
    const told = seen(url, 'U0LUCY', 2);
    await act(url, { do: 'say', as: 'U0LUCY', channelId: 'C0TEAM', text: '/meeting 1' });
    expect(app.delivered[0]?.payload).toMatchObject({ command: '/meeting', text: '1', user_id: 'U0LUCY' });
    expect((await told)[1]).toMatchObject({
      me: { name: 'Lucy Brown', role: 'attendee' },
      channels: [{ name: 'team', entries: [{ kind: 'ephemeral', isFromApp: true, text: 'The card' }] }],
    });
    expect(await seen(url, 'U0POLLY')).toMatchObject([{ channels: [{ name: 'team', entries: [] }] }]);
    expect((await fetch(`${url}/snapshot?as=U0NOBODY`)).status).toBe(404);
  });

  it('tells the app of links on its domains alone', async () => {
    const { url, app } = await page();
    const say = (text: string) => act(url, { do: 'say', as: 'U0LI', channelId: 'C0TEAM', text });
    await say('<b> & https://other.example/1');
    await say('https://ntest.qsh1.cn/k/1');
    expect(app.delivered.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'link_shared', links: [{ url: 'https://ntest.qsh1.cn/k/1' }] },
    ]);
    expect(await seen(url, 'U0LI')).toMatchObject([
      {
        channels: [
          { name: 'team', entries: [{ text: '&lt;b&gt; &amp; <https://other.example/1>' }, {}] },
          {},
          {},
          {},
        ],
      },
    ]);
  });

  it('says what Slack would say when the app fails', async () => {
    const { url } = await page(() => ({ status: 500 }));
    const say = (text: string) => act(url, { do: 'say', as: 'U0LI', channelId: 'C0TEAM', text });
    expect(await say('/meeting 1')).toEqual({ said: '/meeting failed with the error “dispatch_failed”' });
    expect(await say('/dance')).toEqual({ said: '/dance is not a command here; /meeting is.' });
    expect(await act(url, { do: 'find-meeting', as: 'U0LI' })).toEqual({
      said: 'The app did not answer this in time.',
    });
  });

  it('presses nothing that only another person may see', async () => {
    const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
    const body = { text: 'x', blocks: [{ type: 'actions', elements: [button] }] };
    const { url, slack, app } = await page(({ payload }) => ('command' in payload ? { body } : {}));
    await act(url, { do: 'say', as: 'U0LUCY', channelId: 'C0TEAM', text: '/meeting 1' });
    const on = { kind: 'ephemeral', ts: slack.ephemerals[0]?.ts };
    const gone = { said: 'That is not there any more.' };
    expect(await act(url, { do: 'press', as: 'U0POLLY', on, actionId: 'go' })).toEqual(gone);
    expect(await act(url, { do: 'press', as: 'U0BOT', on, actionId: 'go' })).toEqual(gone);
    expect(await act(url, { do: 'press', as: 'U0LUCY', on, actionId: 'go' })).toEqual({ said: null });
    expect(app.delivered[1]?.payload).toMatchObject({ type: 'block_actions', user: { id: 'U0LUCY' } });
  });

  it('opens a flexpane for the one who pressed, shows it to nobody else, and closes it', async () => {
    const { url, slack, app } = await page();
    const link = 'https://ntest.qsh1.cn/k/1';
    const message = slack.say({ text: link });
    const title = { attributes: { title: { text: 'Review' }, display_type: 'Meeting', display_id: '1' } };
    slack.entities.set(link, { url: link, external_ref: { id: '1' }, entity_payload: title });
    const on = { kind: 'unfurl', channelId: 'C0TEAM', ts: message.ts, url: link };
    const open = (as: string, given = on) => act(url, { do: 'open-flexpane', as, on: given });
    const gone = { said: 'That is not there any more.' };
    expect(await open('U0LUCY')).toEqual(gone);
    const preview: Unfurl = { ...on, kind: 'unfurl', attachmentId: 1, blocks: [], content: {} };
    message.unfurls.set(link, preview);
    const elsewhere = slack.say({ text: link, channelId: 'G0SECRET' });
    elsewhere.unfurls.set(link, preview);
    expect(await open('U0LUCY', { ...on, channelId: 'G0SECRET', ts: elsewhere.ts })).toEqual(gone);
    expect(await open('U0LUCY')).toEqual({ said: null });
    expect(app.delivered[0]?.payload).toMatchObject({
      event: { type: 'entity_details_requested', user: 'U0LUCY', entity_url: link },
    });
    const workObject = { title: 'Review', what: 'Meeting 1' };
    slack.flexpanes.set('U0LUCY', { entity_payload: title });
    expect(await seen(url, 'U0LUCY')).toMatchObject([
      { flexpane: { entity_payload: title }, channels: [{ entries: [{ unfurls: [{ workObject }] }] }] },
    ]);
    expect(await seen(url, 'U0POLLY')).toMatchObject([{ flexpane: null }]);
    await act(url, { do: 'close-flexpane', as: 'U0LUCY' });
    expect(await seen(url, 'U0LUCY')).toMatchObject([{ flexpane: null }]);
  });

  it('breaks the conference service and heals it, and says that there is no Redis to stop', async () => {
    const { url, conference } = await page();
    const ask = () => fetch(conference.url, { method: 'POST' }).then(({ status }) => status);
    await act(url, { do: 'conference', is: 'down' });
    expect(await seen(url, 'U0LI')).toMatchObject([{ fault: { conference: 'down', redis: 'none' } }]);
    await act(url, { do: 'conference', is: 'well' });
    expect(await ask()).toBe(404);
    expect(await act(url, { do: 'redis', is: 'gone' })).toMatchObject({
      said: expect.stringContaining('There is no Redis here'),
    });
  });
});

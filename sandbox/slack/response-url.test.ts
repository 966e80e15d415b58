import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, respondTo } from './call.ts';
import { startSampleApp } from './sample-app.ts';
import { button, section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const blocks = [{ type: 'actions', elements: [button()] }];
const MINUTE = 60_000;

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

const asked = (channelId = 'C0TEAM') => slack.command({ appUrl: app.appUrl, text: '649128', channelId });

async function clickedInChannel() {
  await call(slack, 'chat.postMessage', { channel: 'C0TEAM', text: 'A card', blocks });
  const surface = await slack.waitFor(({ channels }) => channels.get('C0TEAM')?.messages[0]);
  const { responseUrl } = await slack.click({ appUrl: app.appUrl, surface, actionId: 'go' });
  return { surface, responseUrl };
}

async function clickedInEphemeral() {
  await respondTo((await asked()).responseUrl, { text: 'A card', blocks });
  const surface = await slack.waitFor(({ ephemerals }) => ephemerals[0]);
  const { responseUrl } = await slack.click({ appUrl: app.appUrl, surface, actionId: 'go' });
  return { surface, responseUrl };
}

describe('a response URL', () => {
  it('serves five times', async () => {
    const { responseUrl } = await asked();
    for (let use = 1; use <= 5; use += 1)
      expect(await respondTo(responseUrl, { text: 'a' })).toMatchObject({ status: 200 });
    expect(await respondTo(responseUrl, { text: 'a' })).toEqual({
      status: 404,
      ok: false,
      error: 'used_url',
    });
  });

  it('serves for thirty minutes', async () => {
    const { responseUrl } = await asked();
    at += 30 * MINUTE;
    expect(await respondTo(responseUrl, { text: 'a' })).toMatchObject({ status: 200 });
    at += 1;
    expect(await respondTo(responseUrl, { text: 'a' })).toMatchObject({ status: 404, error: 'expired_url' });
  });

  it('answers the person alone, unless told otherwise', async () => {
    const { responseUrl } = await asked();
    await respondTo(responseUrl, { text: 'for you', replace_original: true });
    await respondTo(responseUrl, { text: 'for all', response_type: 'in_channel', thread_ts: '1.000001' });
    expect(slack.ephemerals).toMatchObject([{ userId: 'U0HAN', channelId: 'C0TEAM', text: 'for you' }]);
    const said = { userId: 'U0BOT', text: 'for all', threadTs: '1.000001' };
    expect(slack.channels.get('C0TEAM')?.messages).toMatchObject([said]);
    expect(slack.responses).toHaveLength(2);
  });

  it('posts where the bot is not a member', async () => {
    const { responseUrl } = await asked('G0SECRET');
    await respondTo(responseUrl, { text: 'for all', response_type: 'in_channel' });
    expect(slack.channels.get('G0SECRET')?.messages).toMatchObject([{ text: 'for all' }]);
  });

  it('refuses what breaks a rule, or says nothing', async () => {
    const { responseUrl } = await asked();
    const refused = { status: 400, ok: false, error: 'invalid_blocks' };
    expect(await respondTo(responseUrl, { blocks: [section()] })).toMatchObject(refused);
    expect(await respondTo(responseUrl, {})).toMatchObject(refused);
    expect(slack.violations).toEqual([
      'response_url: blocks need a text beside them',
      'response_url: says nothing',
    ]);
    expect(slack.ephemerals).toEqual([]);
  });
});

describe('after a click, a response URL', () => {
  it('replaces the ephemeral message', async () => {
    const { surface, responseUrl } = await clickedInEphemeral();
    await respondTo(responseUrl, { text: 'new', replace_original: true });
    expect(slack.ephemerals).toEqual([surface]);
    expect(surface).toMatchObject({ text: 'new', blocks: [] });
  });

  it('cannot show the ephemeral message to all', async () => {
    const { surface, responseUrl } = await clickedInEphemeral();
    const body = { text: 'new', replace_original: true, response_type: 'in_channel' };
    expect(await respondTo(responseUrl, body)).toMatchObject({ status: 400 });
    expect(surface.text).toBe('A card');
  });

  it('replaces the message in the channel', async () => {
    const { surface, responseUrl } = await clickedInChannel();
    await respondTo(responseUrl, { text: 'new', replace_original: true });
    expect(surface).toMatchObject({ text: 'new', blocks: [], edited: true });
  });

  it('adds one beside it when not told to replace', async () => {
    const { surface, responseUrl } = await clickedInChannel();
    await respondTo(responseUrl, { text: 'for you' });
    expect(surface.text).toBe('A card');
    expect(slack.ephemerals).toMatchObject([{ text: 'for you' }]);
  });

  it('deletes either', async () => {
    await respondTo((await clickedInChannel()).responseUrl, { delete_original: true });
    await respondTo((await clickedInEphemeral()).responseUrl, { delete_original: true });
    expect(slack.channels.get('C0TEAM')?.messages).toEqual([]);
    expect(slack.ephemerals).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.ts';
import { isFields } from './fields.ts';
import { startSampleApp } from './sample-app.ts';
import { button, section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const url = 'https://qsh1.cn/r/1?a=1&b=2';
const unfurls = { [url]: { blocks: [section()] } };

let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
beforeEach(async () => {
  slack = await startSampleSlack();
  app = await startSampleApp();
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

describe('links in messages', () => {
  it('are told with a message’s address, and previewed under it', async () => {
    const message = slack.say({ text: `See ${url}`, threadTs: '1.000001' });
    const { unfurlId, status } = await slack.shareLinks({ appUrl: app.appUrl, message });
    expect(status).toBe(200);
    expect(app.delivered[0]?.payload).toMatchObject({
      type: 'event_callback',
      event: {
        type: 'link_shared',
        source: 'conversations_history',
        channel: 'C0TEAM',
        message_ts: message.ts,
        thread_ts: '1.000001',
        unfurl_id: unfurlId,
        user_locale: 'zh-CN',
        is_bot_user_member: true,
        links: [{ url, domain: 'qsh1.cn' }],
      },
    });
    const args = { unfurl_id: unfurlId, source: 'conversations_history', unfurls };
    expect(await call(slack, 'chat.unfurl', args)).toEqual({ ok: true });
    expect(message.unfurls.get(url)).toMatchObject({ kind: 'unfurl', attachmentId: 1, blocks: [section()] });
  });

  it('may be previewed by channel and timestamp, and again', async () => {
    const message = slack.say({ text: url });
    const args = { channel: 'C0TEAM', ts: message.ts };
    await call(slack, 'chat.unfurl', { ...args, unfurls });
    await call(slack, 'chat.unfurl', { ...args, unfurls: { [url]: { title: 'Changed' } } });
    expect(message.unfurls.get(url)).toMatchObject({ attachmentId: 1, content: { title: 'Changed' } });
  });

  it('are told while they are typed, without a channel', async () => {
    const { unfurlId } = await slack.typeLinks({ appUrl: app.appUrl, urls: [url] });
    const event = {
      channel: 'COMPOSER',
      source: 'composer',
      message_ts: unfurlId,
      is_bot_user_member: false,
    };
    expect(app.delivered[0]?.payload).toMatchObject({ event });
    await call(slack, 'chat.unfurl', { unfurl_id: unfurlId, source: 'composer', unfurls });
    expect(slack.drafts.get(unfurlId)).toMatchObject([{ url, channelId: 'COMPOSER' }]);
  });

  it.each([
    [{}, 'missing_channel'],
    [{ channel: 'C0TEAM' }, 'missing_ts'],
    [{ channel: 'C0', ts: '1.000001' }, 'cannot_find_channel'],
    [{ channel: 'C0TEAM', ts: '1.000001' }, 'cannot_find_message'],
    [{ source: 'composer' }, 'missing_unfurl_id'],
    [{ unfurl_id: 'x' }, 'missing_source'],
    [{ unfurl_id: 'x', source: 'composer' }, 'invalid_unfurl_id'],
  ])('%j is refused: %s', async (args, error) => {
    expect(await call(slack, 'chat.unfurl', { ...args, unfurls })).toEqual({ ok: false, error });
  });

  it('get no preview that the message does not call for, or that breaks a rule', async () => {
    const { ts } = slack.say({ text: url });
    const args = { channel: 'C0TEAM', ts };
    const other = { 'https://qsh1.cn/r/1?a=1&amp;b=2': { title: 'a' } };
    expect(await call(slack, 'chat.unfurl', args)).toMatchObject({ error: 'missing_unfurls' });
    expect(await call(slack, 'chat.unfurl', { ...args, unfurls: other })).toMatchObject({
      error: 'cannot_unfurl_message',
    });
    const rich = { [url]: { blocks: [{ type: 'rich_text', elements: [] }] } };
    expect(await call(slack, 'chat.unfurl', { ...args, unfurls: rich })).toMatchObject({
      error: 'invalid_blocks',
    });
  });

  it('can be clicked in their previews', async () => {
    const message = slack.say({ text: url });
    const blocks = [{ type: 'actions', elements: [button({ value: '1' })] }];
    await call(slack, 'chat.unfurl', { channel: 'C0TEAM', ts: message.ts, unfurls: { [url]: { blocks } } });
    const surface = await slack.waitFor(() => message.unfurls.get(url));
    await slack.click({ appUrl: app.appUrl, surface, actionId: 'go' });
    const { payload } = app.delivered[0] ?? {};
    expect(payload).not.toHaveProperty('message');
    expect(payload).toMatchObject({
      container: { type: 'message_attachment', app_unfurl_url: url, is_app_unfurl: true, attachment_id: 1 },
      app_unfurl: { app_unfurl_url: url, blocks },
      actions: [{ action_id: 'go', value: '1' }],
    });
  });
});

describe('the Work Object under a link', () => {
  const entity = {
    entity_type: 'slack#/entities/item',
    url,
    external_ref: { id: '1' },
    entity_payload: { attributes: { title: { text: 'One' } }, custom_fields: [], display_order: [] },
  };

  it('is presented to whoever opened its flexpane, and to nobody else', async () => {
    const message = slack.say({ text: url });
    const entities = [{ ...entity, app_unfurl_url: url }];
    const where = { channel: 'C0TEAM', ts: message.ts };
    await call(slack, 'chat.unfurl', { ...where, unfurls, metadata: { entities } });
    const unfurl = await slack.waitFor(() => message.unfurls.get(url));
    await slack.openFlexpane({ appUrl: app.appUrl, unfurl, userId: 'U0LUCY' });
    const { event } = app.delivered[0]?.payload ?? {};
    expect(event).toMatchObject({
      type: 'entity_details_requested',
      user: 'U0LUCY',
      entity_url: url,
      external_ref: { id: '1' },
      channel: 'C0TEAM',
      message_ts: message.ts,
    });
    const { trigger_id } = isFields(event) ? event : {};
    expect(await call(slack, 'entity.presentDetails', { trigger_id, metadata: entity })).toEqual({
      ok: true,
    });
    expect([...slack.flexpanes]).toEqual([['U0LUCY', entity]]);
  });

  it('is not there under a link without one', async () => {
    const message = slack.say({ text: url });
    await call(slack, 'chat.unfurl', { channel: 'C0TEAM', ts: message.ts, unfurls });
    const unfurl = await slack.waitFor(() => message.unfurls.get(url));
    expect(() => slack.openFlexpane({ appUrl: app.appUrl, unfurl })).toThrow('There is no Work Object');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from './call.ts';
import { section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

let slack: SampleSlack;
beforeEach(async () => {
  slack = await startSampleSlack();
});
afterEach(() => slack.close());

const refused = (error: string) => ({ ok: false, error });
const post = { channel: 'C0TEAM', text: 'Hello' };

describe('the sample Web API', () => {
  it.each([
    ['auth.test', {}, { ok: true, team_id: 'T0HOME', user_id: 'U0BOT', bot_id: 'B0BOT' }],
    [
      'users.info',
      { user: 'U0HAN' },
      { ok: true, user: { tz: 'Asia/Shanghai', profile: { email: 'meimei.han@example.com' } } },
    ],
    [
      'users.info',
      { user: 'U0FAR' },
      { user: { team_id: 'T0FAR', is_stranger: true, is_email_confirmed: false, tz: null } },
    ],
    ['users.info', { user: 'U0BOT' }, { user: { is_bot: true } }],
    ['users.info', { user: 'U0NOBODY' }, refused('user_not_found')],
    ['conversations.open', { users: 'U0HAN' }, { ok: true, channel: { id: 'D0HAN' }, already_open: true }],
    ['conversations.open', { users: 'U0NOBODY' }, refused('user_not_found')],
    [
      'conversations.info',
      { channel: 'C0TEAM' },
      { ok: true, channel: { is_ext_shared: false, is_pending_ext_shared: false } },
    ],
    ['conversations.info', { channel: 'C0NOBOT' }, { ok: true, channel: { is_private: false } }],
    ['conversations.info', { channel: 'C0SHARED' }, { channel: { is_ext_shared: true, is_shared: true } }],
    ['conversations.info', { channel: 'G0SECRET' }, refused('channel_not_found')],
    ['conversations.info', { channel: 'D0HAN' }, { ...refused('missing_scope'), needed: 'im:read' }],
    ['chat.postMessage', post, { ok: true, channel: 'C0TEAM', message: { bot_id: 'B0BOT', text: 'Hello' } }],
    ['chat.postMessage', { ...post, channel: 'C0NOBOT' }, { ok: true, channel: 'C0NOBOT' }],
    ['chat.postEphemeral', { ...post, channel: 'C0NOBOT', user: 'U0HAN' }, refused('not_in_channel')],
    ['chat.postMessage', { ...post, channel: 'G0SECRET' }, refused('channel_not_found')],
    ['chat.postMessage', { ...post, channel: 'C0' }, refused('channel_not_found')],
    ['chat.postMessage', { ...post, channel: 'U0HAN' }, { ok: true, channel: 'D0HAN' }],
    ['chat.postMessage', { ...post, blocks: [{ type: 'x' }] }, refused('invalid_blocks')],
    ['chat.postEphemeral', { ...post, user: 'U0HAN' }, { ok: true }],
    ['chat.postEphemeral', { ...post, user: 'U0FAR' }, refused('user_not_in_channel')],
    ['chat.update', { ...post, ts: '1.000001' }, refused('message_not_found')],
    ['chat.meMessage', post, refused('unknown_method')],
  ])('%s %j', async (method, args, expected) => {
    expect(await call(slack, method, args)).toMatchObject(expected);
  });

  it('tells an app without a scope for channels nothing about any', async () => {
    slack.optionalScopes.clear();
    const answer = await call(slack, 'conversations.info', { channel: 'C0TEAM' });
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', provided: 'commands,chat:write' });
  });

  it('shows a locale only to those who ask for it', async () => {
    expect(await call(slack, 'users.info', { user: 'U0HAN' })).not.toHaveProperty('user.locale');
    expect(await call(slack, 'users.info', { user: 'U0HAN', include_locale: true })).toHaveProperty(
      'user.locale',
      'zh-CN',
    );
  });

  it('knows its own token only', async () => {
    expect(await call(slack, 'auth.test', {}, 'xoxb-other')).toEqual(refused('invalid_auth'));
    const bare = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await bare.json()).toEqual(refused('not_authed'));
  });

  it('reads forms, with their structured arguments in JSON, and records what was asked', async () => {
    const body = new URLSearchParams({ ...post, token: slack.botToken, blocks: JSON.stringify([section()]) });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true });
    expect(slack.calls).toMatchObject([
      { method: 'chat.postMessage', args: { blocks: [section()] }, token: 'xoxb-sample' },
    ]);
  });

  it('refuses what breaks a rule, says which, and stores nothing of it', async () => {
    const reply = await call(slack, 'chat.postMessage', { ...post, blocks: [{ type: 'header' }] });
    expect(reply).toHaveProperty('response_metadata.messages', ['[ERROR] blocks[0] has no text']);
    expect(slack.violations).toEqual(['chat.postMessage: blocks[0] has no text']);
    expect(slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  it('updates the app’s own messages, blocks and all, and deletes them', async () => {
    const { ts } = await call(slack, 'chat.postMessage', { ...post, blocks: [section()] });
    await call(slack, 'chat.update', { ...post, ts, text: 'Changed' });
    const [message] = slack.channels.get('C0TEAM')?.messages ?? [];
    expect(message).toMatchObject({ text: 'Changed', blocks: [], edited: true });
    expect(await call(slack, 'chat.delete', { channel: 'C0TEAM', ts })).toMatchObject({ ok: true });
    expect(slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  it('leaves other people’s messages and ephemeral ones alone', async () => {
    const { ts } = slack.say({ text: 'mine' });
    expect(await call(slack, 'chat.update', { ...post, ts })).toEqual(refused('cant_update_message'));
    expect(await call(slack, 'chat.delete', { ...post, ts })).toEqual(refused('cant_delete_message'));
    const { message_ts } = await call(slack, 'chat.postEphemeral', { ...post, user: 'U0HAN' });
    expect(await call(slack, 'chat.update', { ...post, ts: message_ts })).toEqual(
      refused('cant_update_message'),
    );
  });

  it('takes a file in three steps', async () => {
    const slot = await call(slack, 'files.getUploadURLExternal', { filename: 'a.ics', length: 5 });
    const files = [{ id: slot.file_id, title: 'Invitation' }];
    expect(await call(slack, 'files.completeUploadExternal', { files })).toEqual(refused('file_not_found'));
    const uploaded = await fetch(String(slot.upload_url), { method: 'POST', body: 'BEGIN' });
    expect(await uploaded.text()).toBe('OK - 5');
    await call(slack, 'files.completeUploadExternal', {
      files,
      channel_id: 'C0TEAM',
      initial_comment: 'Here',
    });
    expect(slack.files.get(String(slot.file_id))).toMatchObject({ title: 'Invitation', isComplete: true });
    expect(slack.channels.get('C0TEAM')?.messages).toMatchObject([
      { text: 'Here', files: [{ name: 'a.ics' }] },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { appHomeOpened } from './payloads/app-home-opened.ts';
import { clickInEphemeral, clickInMessage, clickInUnfurl, clickInView } from './payloads/block-actions.ts';
import { entityDetailsRequested } from './payloads/entity-details-requested.ts';
import { eventEnvelope } from './payloads/event-envelope.ts';
import { globalShortcut } from './payloads/global-shortcut.ts';
import { linkShared, linkTyped } from './payloads/link-shared.ts';
import { messageShortcut } from './payloads/message-shortcut.ts';
import { slashCommand } from './payloads/slash-command.ts';
import { tokensRevoked } from './payloads/tokens-revoked.ts';
import { viewClosed } from './payloads/view-closed.ts';
import { viewSubmission } from './payloads/view-submission.ts';
import { homeIdentity } from './state/identity.ts';

const enterprise = { id: 'E0CORP', name: 'Corp' };
const inGrid = { ...homeIdentity, enterprise };
const orgWide = { ...inGrid, isEnterpriseInstall: true };
const view = { id: 'V0', state: { values: {} } };

describe.each([
  ['a click in a message', clickInMessage],
  ['a click in an ephemeral message', clickInEphemeral],
  ['a click in a preview', clickInUnfurl],
  ['a click in a view', (varied: object) => clickInView({ view, ...varied })],
  ['a global shortcut', globalShortcut],
  ['a message shortcut', messageShortcut],
  ['a submission', (varied: object) => viewSubmission({ view, ...varied })],
  ['a closed view', (varied: object) => viewClosed({ view, ...varied })],
])('%s', (_what, build) => {
  it('says where the app is installed', () => {
    const team = { id: 'T0HOME', domain: 'meeting-cards' };
    expect(build({})).toMatchObject({ team, enterprise: null, is_enterprise_install: false });
    const named = { ...team, enterprise_id: 'E0CORP', enterprise_name: 'Corp' };
    expect(build({ identity: inGrid })).toMatchObject({
      team: named,
      enterprise,
      is_enterprise_install: false,
    });
    expect(build({ identity: orgWide })).toMatchObject({
      team: null,
      enterprise,
      is_enterprise_install: true,
    });
    expect(build({})).toMatchObject({ user: { id: 'U0HAN', team_id: 'T0HOME' } });
  });
});

describe('a slash command', () => {
  it('has every field, in text', () => {
    expect(Object.keys(slashCommand()).sort()).toEqual([
      'api_app_id',
      'channel_id',
      'channel_name',
      'command',
      'is_enterprise_install',
      'response_url',
      'team_domain',
      'team_id',
      'text',
      'token',
      'trigger_id',
      'user_id',
      'user_name',
    ]);
    const fields = { enterprise_id: 'E0CORP', enterprise_name: 'Corp', is_enterprise_install: 'true' };
    expect(slashCommand({ identity: orgWide })).toMatchObject(fields);
  });
});

describe('what only some payloads have', () => {
  it.each([
    ['a thread', clickInMessage({ threadTs: '1.000001' }), { container: { thread_ts: '1.000001' } }],
    [
      'a preview',
      clickInUnfurl({ url: 'https://a.example/' }),
      { app_unfurl: { app_unfurl_url: 'https://a.example/' } },
    ],
    [
      'a link in a thread',
      linkShared({ threadTs: '1.000001' }),
      { thread_ts: '1.000001', source: 'conversations_history' },
    ],
    [
      'a link being typed',
      linkTyped({ unfurlId: 'u' }),
      { channel: 'COMPOSER', message_ts: 'u', unfurl_id: 'u' },
    ],
    [
      'a Work Object under a link in a thread',
      entityDetailsRequested({ unfurlUrl: 'https://a.example/1', threadTs: '1.000001', userLocale: 'zh-CN' }),
      {
        app_unfurl_url: 'https://a.example/1',
        link: { url: 'https://a.example/1', domain: 'a.example' },
        thread_ts: '1.000001',
        user_locale: 'zh-CN',
      },
    ],
    ['the messages tab', appHomeOpened({ tab: 'messages' }), { tab: 'messages' }],
    ['lost tokens', tokensRevoked({ bot: ['U0BOT'] }), { tokens: { oauth: [], bot: ['U0BOT'] } }],
    ['a shared channel', eventEnvelope(linkShared(), { isShared: true }), { is_ext_shared_channel: true }],
    [
      'an organisation',
      eventEnvelope(linkShared(), { identity: orgWide }),
      { enterprise_id: 'E0CORP', authorizations: [{ is_enterprise_install: true, user_id: 'U0BOT' }] },
    ],
  ])('%s', (_what, payload, fields) => {
    expect(payload).toMatchObject(fields);
  });

  it.each([
    ['a click in an ephemeral message has no message', clickInEphemeral(), ['message', 'view']],
    ['a click in a preview has no message', clickInUnfurl(), ['message']],
    [
      'a click in a view has nowhere to respond',
      clickInView({ view }),
      ['channel', 'message', 'response_url'],
    ],
    ['a global shortcut has no channel', globalShortcut(), ['channel', 'message', 'response_url']],
    ['a closed view has no trigger', viewClosed({ view }), ['trigger_id']],
  ])('%s', (_what, payload, absent) => {
    for (const key of absent) expect(payload).not.toHaveProperty(key);
  });
});

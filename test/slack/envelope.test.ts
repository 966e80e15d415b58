import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appHomeOpened } from '../../sandbox/slack/payloads/app-home-opened.ts';
import { appUninstalled } from '../../sandbox/slack/payloads/app-uninstalled.ts';
import {
  clickInEphemeral,
  clickInMessage,
  clickInUnfurl,
  clickInView,
} from '../../sandbox/slack/payloads/block-actions.ts';
import { eventEnvelope } from '../../sandbox/slack/payloads/event-envelope.ts';
import { globalShortcut } from '../../sandbox/slack/payloads/global-shortcut.ts';
import { linkShared, linkTyped } from '../../sandbox/slack/payloads/link-shared.ts';
import { messageShortcut } from '../../sandbox/slack/payloads/message-shortcut.ts';
import { slashCommand } from '../../sandbox/slack/payloads/slash-command.ts';
import { viewClosed } from '../../sandbox/slack/payloads/view-closed.ts';
import { viewSubmission } from '../../sandbox/slack/payloads/view-submission.ts';
import { homeIdentity } from '../../sandbox/slack/state/identity.ts';
import { readEnvelope } from '../../src/slack/payloads/envelope.ts';

const orgWide = { ...homeIdentity, enterprise: { id: 'E0ORG', name: 'Org' }, isEnterpriseInstall: true };
const outsider = { id: 'U0ZED', name: 'zed', teamId: 'T0FAR' };
const view = { id: 'V0', callback_id: 'meeting_find', state: { values: {} } };

const HOME = { teamId: 'T0HOME', enterpriseId: undefined, isEnterpriseInstall: false };
const ORG = { teamId: undefined, enterpriseId: 'E0ORG', isEnterpriseInstall: true };

describe('an envelope', () => {
  test.each<[string, unknown, string, string]>([
    ['a command', slashCommand(), 'command', '/meeting'],
    ['a message shortcut', messageShortcut(), 'shortcut', 'meeting_details'],
    ['a global shortcut', globalShortcut(), 'shortcut', 'find_meeting'],
    ['a press on a message', clickInMessage(), 'action', 'meeting_refresh'],
    ['a press in a view', clickInView({ view }), 'action', 'meeting_refresh'],
    ['a submission', viewSubmission({ view }), 'view', 'meeting_find'],
    ['a pasted link', eventEnvelope(linkShared()), 'event', 'link_shared'],
  ])('of %s names its listener, the workspace of the installation, and who acts', (_what, body, kind, id) => {
    expect(readEnvelope(body)).toMatchObject({
      kind,
      id,
      installation: HOME,
      actor: { userId: 'U0HAN', teamId: 'T0HOME' },
    });
  });

  test.each<[string, unknown]>([
    ['a press', clickInMessage({ identity: orgWide })],
    ['a shortcut', messageShortcut({ identity: orgWide })],
    ['a submission', viewSubmission({ identity: orgWide, view })],
  ])(
    'of %s in an organisation-wide installation names the organisation, and the team of who acts',
    (_what, body) => {
      expect(readEnvelope(body)).toMatchObject({
        installation: ORG,
        actor: { userId: 'U0HAN', teamId: 'T0HOME' },
      });
    },
  );

  test('of a command says that the installation is organisation-wide, which Slack writes as a word', () => {
    expect(readEnvelope(slashCommand({ identity: orgWide }))?.installation).toEqual({
      ...ORG,
      teamId: 'T0HOME',
    });
    expect(readEnvelope(slashCommand())?.installation.isEnterpriseInstall).toBe(false);
  });

  test('of an event takes the installation from its first authorization, not from the workspace of the event', () => {
    const body = { ...eventEnvelope(linkShared()), team_id: 'T0FAR' };
    expect(readEnvelope(body)).toMatchObject({ installation: HOME, actor: { teamId: 'T0FAR' } });
  });

  test('of a press by an outsider of Slack Connect keeps the installation and the team of the outsider apart', () => {
    expect(readEnvelope(clickInMessage({ user: outsider }))).toMatchObject({
      installation: HOME,
      actor: { userId: 'U0ZED', teamId: 'T0FAR' },
    });
  });

  test('of a press by an outsider in an organisation-wide installation is not taken for the workspace of the outsider', () => {
    const { installation } = readEnvelope(clickInMessage({ identity: orgWide, user: outsider })) ?? {};
    expect(installation).toEqual(ORG);
  });

  test('of a view takes the installation from the view, wherever it was opened', () => {
    const opened = { ...view, app_installed_team_id: 'T0HOME' };
    const identity = { ...homeIdentity, teamId: 'T0FAR' };
    expect(readEnvelope(viewSubmission({ identity, view: opened }))?.installation).toEqual(HOME);
    const ofOrganisation = { ...view, app_installed_team_id: 'E0ORG' };
    expect(readEnvelope(viewSubmission({ view: ofOrganisation }))?.installation).toEqual(ORG);
  });
});

describe('the channel', () => {
  test.each<[string, unknown]>([
    ['a command', slashCommand()],
    ['a message shortcut', messageShortcut()],
    ['a press on a message', clickInMessage()],
    ['a press on an ephemeral message', clickInEphemeral()],
    ['a press on a preview', clickInUnfurl()],
    ['a press that names it in its container only', { ...clickInMessage(), channel: undefined }],
  ])('of %s is known, but not whether outsiders read it', (_what, body) => {
    expect(readEnvelope(body)?.channel).toEqual({ id: 'C0TEAM', isExternal: 'unknown' });
  });

  test.each([true, false])('of an event is external where Slack says so: %s', (isShared) => {
    const body = eventEnvelope(linkShared(), { isShared });
    expect(readEnvelope(body)?.channel).toEqual({ id: 'C0TEAM', isExternal: isShared });
  });

  test.each<[string, unknown]>([
    ['the search bar', globalShortcut()],
    ['a modal', clickInView({ view })],
    ['a form', viewSubmission({ view })],
    ['a message that is typed (`COMPOSER`)', eventEnvelope(linkTyped())],
  ])('of %s is none', (_where, body) => {
    expect(readEnvelope(body)?.channel).toBeUndefined();
  });
});

describe('who acts is unknown', () => {
  test.each<[string, unknown]>([
    ['where a press names no team', { ...clickInMessage(), user: { id: 'U0HAN' }, team: null }],
    [
      'where the team is an empty text',
      { ...clickInMessage(), user: { id: 'U0HAN', team_id: '' }, team: null },
    ],
    ['where a command names no team', { ...slashCommand(), team_id: '' }],
    ['where an event names no team', { ...eventEnvelope(linkShared()), team_id: null }],
    ['where the id is not one of a user', { ...clickInMessage(), user: { id: 'B0BOT', team_id: 'T0HOME' } }],
    ['when the app is uninstalled', eventEnvelope(appUninstalled())],
  ])('%s', (_where, body) => {
    expect(readEnvelope(body)).toMatchObject({ actor: undefined });
  });

  test('nowhere else: the team of the workspace is that of a person without one', () => {
    const body = { ...clickInMessage(), user: { id: 'U0HAN' } };
    expect(readEnvelope(body)?.actor).toEqual({ userId: 'U0HAN', teamId: 'T0HOME' });
  });
});

test('an empty response URL is none', () => {
  expect(readEnvelope({ ...clickInView({ view }), response_url: '' })?.responseUrl).toBeUndefined();
  expect(readEnvelope(clickInMessage())?.responseUrl).toBe(
    'https://hooks.slack.com/actions/T0HOME/1/0123456789abcdef',
  );
});

test('an event has its id, the Home tab included', () => {
  expect(readEnvelope(eventEnvelope(appHomeOpened()))).toMatchObject({ eventId: 'Ev0SAMPLE' });
});

test('a closed view, and what is not of Slack, is not an envelope', () => {
  for (const body of [viewClosed({ view }), {}, null, 'event', [], { type: 'block_actions', actions: [] }])
    expect(readEnvelope(body)).toBeUndefined();
});

test('no value of any shape makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (value) => void readEnvelope(value)));
  fc.assert(
    fc.property(
      fc.anything(),
      (value) => void readEnvelope({ ...clickInMessage(), team: value, channel: value }),
    ),
  );
});

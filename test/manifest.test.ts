import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsAt, isFields, listAt } from '../sandbox/slack/fields.ts';
import { variables } from '../src/config/variables.ts';
import { BOT_SCOPES } from '../src/slack/install/scopes.ts';
import { COMMANDS, EVENTS, INSTALLATION_EVENTS, SHORTCUTS } from '../src/slack/registry.ts';
import { filesIn } from './support/imports.ts';
import { fileText } from './support/project.ts';

/** The app of one workspace, and of many. */
const FILES = ['manifest.yml', 'manifest.workspaces.yml'] as const;

const manifestOf = (file: string) => {
  const parsed: unknown = parse(fileText(file));
  const manifest = isFields(parsed) ? parsed : {};
  const features = fieldsAt(manifest, 'features') ?? {};
  const settings = fieldsAt(manifest, 'settings') ?? {};
  const oauth = fieldsAt(manifest, 'oauth_config') ?? {};
  const events = fieldsAt(settings, 'event_subscriptions');
  const addresses = [
    ...listAt(features, 'slash_commands').map(({ url }) => url),
    events?.request_url,
    fieldsAt(settings, 'interactivity')?.request_url,
  ];
  return { manifest, features, settings, oauth, scopes: fieldsAt(oauth, 'scopes'), events, addresses };
};

const sorted = (list: unknown) => (Array.isArray(list) ? [...list].sort() : list);

/** The scope that each method of the Web API needs; none for opening views and asking who one is. `conversations.info` does without its own. */
const METHOD_SCOPES: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.unfurl': 'links:write',
  'conversations.info': undefined,
  'entity.presentDetails': undefined,
  'conversations.open': 'im:write',
  filesUploadV2: 'files:write',
  'users.info': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
  'views.push': undefined,
  'views.update': undefined,
};

/** For the command and the shortcuts, for `link_shared`, for the e-mail address in a profile, and for cards in public channels without the app. */
const OTHER_SCOPES = ['commands', 'links:read', 'users:read.email', 'chat:write.public'];

/** For `conversations.info`, about public and about private channels. */
const OPTIONAL_SCOPES = ['channels:read', 'groups:read'];

const source = filesIn('src').map(fileText).join('\n');
const called = [
  ...new Set([...source.matchAll(/[cC]lient\s*\.(\w+(?:\.\w+)?)\(/g)].map(([, name = '']) => name)),
];

/** Published at github.com/slackapi/manifest-schema, `schemas/`; the first counts for a manifest that names no version, as this one. */
const validators = ['1', '2'].map((version) => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const schema: unknown = JSON.parse(fileText(`test/fixtures/slack/manifest.schema.${version}.json`));
  return [version, ajv.compile(isFields(schema) ? schema : false)] as const;
});

describe.each(validators)("Slack's schema of version %s", (_version, validate) => {
  test.each(FILES)('takes %s', (file) => {
    validate(manifestOf(file).manifest);
    expect(validate.errors).toBeNull();
  });

  test('does not take a manifest with a command that is a text', () => {
    const { manifest, features } = manifestOf('manifest.yml');
    expect(validate({ ...manifest, features: { ...features, slash_commands: ['/meeting'] } })).toBe(false);
  });
});

describe.each(FILES)('%s declares', (file) => {
  const { features, settings, scopes, events, addresses } = manifestOf(file);

  test('the commands that the app answers, and no others', () => {
    expect(listAt(features, 'slash_commands').map(({ command }) => command)).toEqual(Object.keys(COMMANDS));
  });

  test('commands whose text comes as it was typed', () => {
    expect(listAt(features, 'slash_commands').map(({ should_escape }) => should_escape)).toEqual([false]);
  });

  test('the two shortcuts of the design', () => {
    const declared = listAt(features, 'shortcuts').map(({ callback_id, type }) => [callback_id, type]);
    expect(declared).toEqual([
      ['meeting_details', 'message'],
      ['find_meeting', 'global'],
    ]);
    expect(declared.map(([id]) => id)).toEqual(Object.keys(SHORTCUTS));
  });

  test('the domains whose links are meeting links', () => {
    expect(features.unfurl_domains).toEqual(String(variables.MEETING_LINK_DOMAINS.default).split(','));
  });

  test('the events that the app listens to', () => {
    expect(sorted(events?.bot_events)).toEqual(Object.keys({ ...EVENTS, ...INSTALLATION_EVENTS }).sort());
  });

  test('the scopes that its calls need, and no others', () => {
    expect(called.filter((name) => !Object.hasOwn(METHOD_SCOPES, name))).toEqual([]);
    const needed = called.map((name) => METHOD_SCOPES[name]).filter((scope) => scope !== undefined);
    expect(sorted(scopes?.bot)).toEqual(
      [...new Set([...needed, ...OTHER_SCOPES, ...OPTIONAL_SCOPES])].sort(),
    );
    expect(scopes?.bot_optional).toEqual(OPTIONAL_SCOPES);
    expect(Object.keys(scopes ?? {})).toEqual(['bot', 'bot_optional']);
    expect(sorted(scopes?.bot)).toEqual([...BOT_SCOPES].sort());
  });

  test('the Home tab, and interactivity', () => {
    expect(fieldsAt(features, 'app_home')?.home_tab_enabled).toBe(true);
    expect(fieldsAt(settings, 'interactivity')?.is_enabled).toBe(true);
  });

  test('one address for all that Slack sends, on a host that is yours to name', () => {
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect(address).toBe('https://YOUR-HOST/slack/events');
  });
});

test('the manifest of many workspaces differs in where Slack comes back to, and in organisations, and in nothing else', () => {
  const [one, many] = FILES.map(manifestOf);
  expect(many?.oauth.redirect_urls).toEqual(['https://YOUR-HOST/slack/oauth_redirect']);
  expect(many?.settings).toEqual({ ...one?.settings, org_deploy_enabled: true });
  expect(many?.settings.token_rotation_enabled).toBe(false);
  expect(many?.oauth).toEqual({ ...one?.oauth, redirect_urls: many?.oauth.redirect_urls });
  const rest = ({ manifest }: ReturnType<typeof manifestOf>) => [
    manifest._metadata,
    manifest.display_information,
    manifest.features,
  ];
  expect(many && rest(many)).toEqual(one && rest(one));
});

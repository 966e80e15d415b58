import type { Server } from 'node:http';
import { type ClickAnswer, type ClickGiven, click } from './deliver/click.ts';
import { type CommandAnswer, type CommandGiven, command } from './deliver/command.ts';
import { ANSWER_TIMEOUT_MS, courier } from './deliver/courier.ts';
import type { Desk } from './deliver/desk.ts';
import { openHome, sendEvent, verifyUrl } from './deliver/event.ts';
import { findButton } from './deliver/find-button.ts';
import { openFlexpane } from './deliver/flexpane.ts';
import { say, shareLinks, typeLinks } from './deliver/links.ts';
import { sendGlobalShortcut, sendMessageShortcut } from './deliver/shortcut.ts';
import { socketCourier } from './deliver/socket-courier.ts';
import { closeView, submitView } from './deliver/view.ts';
import { describe } from './describe.ts';
import { type Faults, faults } from './http/faults.ts';
import { slackServer, targetIn } from './http/server.ts';
import { type Waiting, waiting } from './http/waiting.ts';
import { openSocket, type SampleSocket } from './socket.ts';
import { homeIdentity, type Identity } from './state/identity.ts';
import { type OAuthApp, type Tokens, tokens } from './state/tokens.ts';
import { newWorkspace, type Workspace } from './state/workspace.ts';

const OAUTH_APP: OAuthApp = { clientId: '1111.2222', clientSecret: 'sample-client-secret' };

interface SampleSlackOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly signingSecret?: string;
  readonly botToken?: string;
  /** Milliseconds since 1970; the lives of triggers and response URLs follow it. */
  readonly now?: () => number;
  /** How long it waits for the app to answer; Slack itself, and this by default, three seconds. */
  readonly answerTimeoutMs?: number;
  /** How deliveries reach the app; by default over HTTP. */
  readonly transport?: 'http' | 'socket';
  /** For an organisation: `enterprise`, `isEnterpriseInstall`. */
  readonly identity?: Partial<Identity>;
}

type Bound<F> = F extends (desk: Desk, given: infer G) => infer R ? (given: G) => R : never;

/** All that a workspace remembers, and what people can do in it; `appUrl` is where the app under test listens. */
export interface SampleWorkspace extends Workspace {
  /** Someone writes in a channel; the app is not told. */
  say(given: Parameters<typeof say>[1]): ReturnType<typeof say>;
  command(given: CommandGiven): Promise<CommandAnswer>;
  click(given: ClickGiven): Promise<ClickAnswer>;
  readonly messageShortcut: Bound<typeof sendMessageShortcut>;
  readonly globalShortcut: Bound<typeof sendGlobalShortcut>;
  readonly submitView: Bound<typeof submitView>;
  readonly closeView: Bound<typeof closeView>;
  readonly event: Bound<typeof sendEvent>;
  readonly shareLinks: Bound<typeof shareLinks>;
  readonly typeLinks: Bound<typeof typeLinks>;
  readonly openHome: Bound<typeof openHome>;
  readonly openFlexpane: Bound<typeof openFlexpane>;
  readonly verifyUrl: Bound<typeof verifyUrl>;
  readonly findButton: typeof findButton;
}

/** The home workspace, and Slack itself. */
export interface SampleSlack extends SampleWorkspace {
  readonly url: string;
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  /** The app that is installed by OAuth. */
  readonly oauthApp: OAuthApp;
  readonly tokens: Tokens;
  /**
   * Another workspace, with people and channels of the same ids, which are other ones. In an organisation with a token of its own, ids must
   * differ: take some away. `waitFor` looks again when something happens there, too.
   */
  addWorkspace(identity: Partial<Identity> & Pick<Identity, 'teamId'>): SampleWorkspace;
  /** Where deliveries go with the transport `socket`. */
  readonly deliveries: SampleSocket | undefined;
  /** Makes a method, or `response_url`, fail; without `times`, until `heal`. */
  readonly fault: Faults['add'];
  /** The same for the calls with the token of one workspace. */
  faultIn(workspace: Workspace, ...planned: Parameters<Faults['add']>): void;
  readonly heal: Faults['heal'];
  readonly limit: Faults['limit'];
  /** What `look` finds, as soon as it finds it; rejects with all that was recorded. */
  waitFor<T extends object | string | true>(
    look: (slack: SampleSlack) => T | false | undefined,
    timeoutMs?: number,
  ): Promise<T>;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * A Slack of our own on 127.0.0.1: the Web API, response URLs, and the deliveries that people's actions cause. All that
 * the app hands it is checked against Block Kit's rules; what breaks one is refused, and listed in `violations`.
 */
export async function startSampleSlack(options: SampleSlackOptions = {}): Promise<SampleSlack> {
  const {
    signingSecret = 'sample-signing-secret',
    botToken = 'xoxb-sample',
    now = Date.now,
    answerTimeoutMs = ANSWER_TIMEOUT_MS,
    transport = 'http',
  } = options;
  const workspace = newWorkspace({ identity: { ...homeIdentity, ...options.identity }, now });
  const workspaces: [Workspace, ...Workspace[]] = [workspace];
  const held = tokens(OAUTH_APP, botToken, workspaces);
  const planned = faults(undefined, now);
  let url = '';
  const changed = () => watch.changed();
  const server = slackServer({ workspaces, faults: planned, tokens: held, origin: () => url, changed });
  url = await listening(server, options.port ?? 0);
  const deliveries = transport === 'socket' ? await openSocket(workspace) : undefined;
  const deskOf = (own: Workspace): Desk => ({
    slack: own,
    courier:
      deliveries === undefined
        ? courier(signingSecret, now, answerTimeoutMs)
        : socketCourier(deliveries, answerTimeoutMs),
    changed,
    mintResponseUrl: (target) => `${url}/response/${own.responseUrls.mint(target)}`,
  });
  const slack: SampleSlack = {
    ...workspace,
    ...userActions(deskOf(workspace)),
    url,
    apiUrl: `${url}/api/`,
    botToken,
    signingSecret,
    oauthApp: OAUTH_APP,
    tokens: held,
    addWorkspace(identity) {
      const sister = workspaces.find(({ identity: other }) => isSameOrganisation(other, identity));
      const { violations } = workspace;
      const own = { ...homeIdentity, ...identity };
      const added = newWorkspace({ identity: own, now, files: sister?.files, violations });
      workspaces.push(added);
      return { ...added, ...userActions(deskOf(added)) };
    },
    deliveries,
    fault: planned.add,
    faultIn: ({ identity }, method, ...fault) => planned.add(targetIn(identity, method), ...fault),
    heal: planned.heal,
    limit: planned.limit,
    waitFor: (look, timeoutMs = 60_000) => watch.until(look, timeoutMs, () => describe(workspace)),
    async close() {
      await Promise.all([closing(server), deliveries?.close()]);
    },
  };
  const watch: Waiting<SampleSlack> = waiting(() => slack);
  return slack;
}

const isSameOrganisation = (one: Identity, other: Partial<Identity>): boolean =>
  one.isEnterpriseInstall &&
  other.isEnterpriseInstall === true &&
  one.enterprise !== undefined &&
  one.enterprise.id === other.enterprise?.id;

const userActions = (desk: Desk) => ({
  say: (given: Parameters<typeof say>[1]) => say(desk.slack, given),
  command: (given: CommandGiven) => command(desk, given),
  click: (given: ClickGiven) => click(desk, given),
  messageShortcut: (given: Parameters<typeof sendMessageShortcut>[1]) => sendMessageShortcut(desk, given),
  globalShortcut: (given: Parameters<typeof sendGlobalShortcut>[1]) => sendGlobalShortcut(desk, given),
  submitView: (given: Parameters<typeof submitView>[1]) => submitView(desk, given),
  closeView: (given: Parameters<typeof closeView>[1]) => closeView(desk, given),
  event: (given: Parameters<typeof sendEvent>[1]) => sendEvent(desk, given),
  shareLinks: (given: Parameters<typeof shareLinks>[1]) => shareLinks(desk, given),
  typeLinks: (given: Parameters<typeof typeLinks>[1]) => typeLinks(desk, given),
  openHome: (given: Parameters<typeof openHome>[1]) => openHome(desk, given),
  openFlexpane: (given: Parameters<typeof openFlexpane>[1]) => openFlexpane(desk, given),
  verifyUrl: (given: Parameters<typeof verifyUrl>[1]) => verifyUrl(desk, given),
  findButton,
});

async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { methods } from '../api/methods.ts';
import { fail, noteBrokenTexts } from '../api/reply.ts';
import { respond } from '../api/respond.ts';
import { parseJson } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { ownerOf } from '../state/owner.ts';
import type { TokenDesk } from '../state/tokens.ts';
import type { Workspace } from '../state/workspace.ts';
import { rawBody, readArguments, uploadedFile } from './body.ts';
import { type Faults, sendJson } from './faults.ts';

interface Hosted {
  /** The first one is home, where a call is recorded that belongs to none. */
  readonly workspaces: readonly [Workspace, ...Workspace[]];
  readonly faults: Faults;
  readonly tokens: Pick<TokenDesk, 'exchange' | 'workspacesOf'>;
  readonly origin: () => string;
  readonly changed: () => void;
}

/** The faults of one method in one workspace. */
export const targetIn = ({ teamId }: Pick<Identity, 'teamId'>, method: string): string =>
  `${teamId} ${method}`;

/** Slack's routes: `/api/<method>`, `/response/<id>`, `/upload/<id>`. */
export function slackServer(hosted: Hosted): Server {
  const api = methods(hosted.origin);

  async function callMethod(name: string, request: IncomingMessage, response: ServerResponse, raw: Buffer) {
    const [home] = hosted.workspaces;
    const { args, token } = readArguments(request, raw);
    const own = token === undefined ? [] : hosted.tokens.workspacesOf(token);
    const slack = (typeof own === 'string' ? undefined : ownerOf(own, args)) ?? home;
    slack.calls.push({ method: name, args, token, at: slack.now() });
    noteBrokenTexts(slack, name, args);
    hosted.changed();
    if (await hosted.faults.strike(name, response, targetIn(slack.identity, name))) return;
    if (name === 'oauth.v2.access') return sendJson(response, hosted.tokens.exchange(args));
    if (token === undefined) return sendJson(response, fail('not_authed'));
    const isAppLevel = name === 'apps.connections.open' && token.startsWith('xapp-');
    if (!isAppLevel && typeof own === 'string') return sendJson(response, fail(own));
    sendJson(response, api.get(name)?.(args, slack) ?? fail('unknown_method'));
  }

  async function takeResponse(id: string, response: ServerResponse, raw: Buffer) {
    const [home] = hosted.workspaces;
    const slack = hosted.workspaces.find(({ responseUrls }) => responseUrls.isKnown(id)) ?? home;
    const body = parseJson(raw.toString('utf8'));
    slack.responses.push({ responseUrl: `${hosted.origin()}/response/${id}`, body, at: slack.now() });
    noteBrokenTexts(slack, 'response_url', body);
    hosted.changed();
    if (await hosted.faults.strike('response_url', response)) return;
    const target = slack.responseUrls.use(id);
    if ('error' in target) return sendJson(response, fail(target.error), 404);
    const reply = respond(slack, target, body);
    sendJson(response, reply, reply.ok === true ? 200 : 400);
  }

  async function takeUpload(id: string, request: IncomingMessage, response: ServerResponse, raw: Buffer) {
    const file = hosted.workspaces.map(({ files }) => files.get(id)).find((one) => one !== undefined);
    if (file === undefined) return sendJson(response, fail('file_not_found'), 404);
    file.content = await uploadedFile(request, raw);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${file.content.length}`);
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const raw = await rawBody(request);
    const [, route = '', name = ''] = (request.url ?? '').split('?', 1)[0]?.split('/') ?? [];
    if (route === 'api') await callMethod(name, request, response, raw);
    else if (route === 'response') await takeResponse(name, response, raw);
    else if (route === 'upload') await takeUpload(name, request, response, raw);
    else response.writeHead(404).end();
    hosted.changed();
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
}

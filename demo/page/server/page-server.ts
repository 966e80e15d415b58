import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { SampleConference } from '../../../sandbox/conference/sample-conference.ts';
import type { RedisProcess } from '../../../sandbox/redis/redis-server.ts';
import { parseJson } from '../../../sandbox/slack/fields.ts';
import { rawBody } from '../../../sandbox/slack/http/body.ts';
import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import { action } from '../action.ts';
import { actions } from './actions.ts';
import { type Bundle, bundle } from './bundle.ts';
import { changesOf } from './changes.ts';
import { contentSecurityPolicy, html } from './document.ts';
import { faults } from './faults.ts';
import { live } from './live.ts';
import { meetingChanges } from './meeting-changes.ts';
import { isOwn } from './own-origin.ts';
import { personOf, snapshotOf } from './snapshot-of.ts';

export interface PageOptions {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  readonly appUrl: string;
  /** Where the app is told what happened to a meeting; without it, it is told nothing. */
  readonly pushUrl?: string | undefined;
  /** The app's own Redis, if it has one. */
  readonly redis?: RedisProcess | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

/** The page of the sample Slack. */
export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page on 127.0.0.1 only. */
export async function startPage(options: PageOptions): Promise<Page> {
  const { slack, conference, appUrl, pushUrl, redis, port = 0 } = options;
  const changes = changesOf(slack);
  const broken = faults(conference, redis);
  const meetings = meetingChanges(conference, slack.now);
  const drafts = new Map<string, string>();
  const act = actions({ slack, appUrl, pushUrl, faults: broken, meetings, drafts });
  let built: Promise<Bundle> | undefined;
  const files = (): Promise<Bundle> => {
    built ??= bundle();
    return built;
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request)) return void response.writeHead(403).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    const send = (type: string, body: string | Buffer) =>
      void response
        .writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy })
        .end(body);
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        return send('text/html; charset=utf-8', html);
      case 'GET /page.js':
        return send('text/javascript; charset=utf-8', (await files()).script);
      case 'GET /page.css':
        return send('text/css; charset=utf-8', (await files()).style);
      case 'GET /file': {
        const content = slack.files.get(searchParams.get('id') ?? '')?.content;
        return content === undefined
          ? void response.writeHead(404).end()
          : send('text/plain; charset=utf-8', content);
      }
      case 'GET /snapshot': {
        const me = personOf(searchParams.get('as') ?? '');
        if (me === undefined) return void response.writeHead(404).end();
        return live(response, changes, () =>
          snapshotOf(me, {
            slack,
            fault: broken.now(),
            changeable: meetings.offered(),
            draftId: drafts.get(me.id),
          }),
        );
      }
      case 'POST /do': {
        const read = v.safeParse(action, parseJson((await rawBody(request)).toString('utf8')));
        if (!read.success) return void response.writeHead(400).end();
        const said = await act(read.output).catch(String);
        changes.tell();
        return send('application/json', JSON.stringify({ said: said ?? null }));
      }
      default:
        response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      changes.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

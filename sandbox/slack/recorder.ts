import { createServer, request } from 'node:http';
import { listening } from '../listening.ts';
import { type Fields, isFields, parseJson } from './fields.ts';
import { rawBody } from './http/body.ts';

/** What Slack sent to the app, and what the app answered at once; undefined for nothing. */
export interface Exchange {
  readonly delivered: Fields;
  readonly answer: unknown;
}

export interface Recorder {
  /** For `appUrl`. */
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/** A proxy between Slack and an app: it hands everything on unchanged and records it. */
export async function startRecorder(appUrl: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await rawBody(incoming);
    const { method, headers, url = '/' } = incoming;
    const onward = request(
      new URL(url, appUrl),
      { ...(method === undefined ? {} : { method }), headers },
      async (response) => {
        const said = await rawBody(response);
        exchanges.push({
          delivered: payloadIn(body.toString('utf8')),
          answer: parseJson(said.toString('utf8')),
        });
        outgoing.writeHead(response.statusCode ?? 502, response.headers).end(said);
      },
    );
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  return {
    url: await listening(server),
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An event is JSON, a command a form, and an interaction the JSON in a form's `payload`. */
function payloadIn(text: string): Fields {
  const json = parseJson(text);
  if (isFields(json)) return json;
  const form = Object.fromEntries(new URLSearchParams(text));
  const interaction = form.payload === undefined ? undefined : parseJson(form.payload);
  return isFields(interaction) ? interaction : form;
}

import { createServer } from 'node:http';
import { type Fields, isFields, parseJson } from './fields.ts';
import { rawBody } from './http/body.ts';

/** One delivery as an app gets it. */
export interface Delivered {
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  /** The form's fields, the `payload` in one, or the JSON. */
  readonly payload: Fields;
}

interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An app with a given answer, by default an empty 200. It never answers when `reply` gives `hang`. */
export async function startSampleApp(reply: (delivered: Delivered) => Reply | 'hang' = () => ({})) {
  const delivered: Delivered[] = [];
  const server = createServer(async (request, response) => {
    const raw = (await rawBody(request)).toString('utf8');
    const one = { path: request.url, headers: request.headers, raw, payload: payloadIn(raw) };
    delivered.push(one);
    const answer = reply(one);
    if (answer === 'hang') return;
    const { status = 200, body = '', headers = {} } = answer;
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    appUrl: `http://127.0.0.1:${port}`,
    delivered,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function payloadIn(raw: string): Fields {
  const form = Object.fromEntries(new URLSearchParams(raw));
  const json = parseJson(form.payload ?? raw);
  return isFields(json) ? json : form;
}

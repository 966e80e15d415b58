import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Slack keeps connections open between requests; a balancer's idle limit is usually a minute. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 15_000;

/** A server that knows its exact paths (query strings aside) and answers 404 to all others. */
export function webServer(routes: Readonly<Record<string, Handler>>): Server {
  const table = new Map(Object.entries(routes));
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const handler = table.get(path);
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  return server;
}

/** Listens on all interfaces; resolves with the port, which the system chooses for 0. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** How often connections that fell idle are closed while a server closes, and when it waits for none any more. */
const LOOK_MS = 25;
const CLOSED_BY_MS = 5000;

/** Takes no new connection, lets what is under way end, and resolves when the last one has, after five seconds at the latest. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const late = setTimeout(() => server.closeAllConnections(), CLOSED_BY_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

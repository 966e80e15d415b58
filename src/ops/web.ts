import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a server allows those who connect to it. */
export interface WebLimits {
  /** The head of a request must be there so long after its connection, or after the answer before it, began. */
  readonly headersMs: number;
  /** The whole request must be there so long after it began. */
  readonly requestMs: number;
  /** How often both are looked at: a time-out comes so much late at most. Node's own default is 30 s. */
  readonly checkEveryMs: number;
  /** More connections are closed as they come. */
  readonly connections: number;
}

/** Slack keeps connections open between requests; a balancer's idle limit is usually a minute. */
const KEEP_ALIVE_MS = 65_000;

/** Slack and balancers use some dozens of connections. An idle one takes some 10 kB. */
const LIMITS: WebLimits = { headersMs: 10_000, requestMs: 15_000, checkEveryMs: 1000, connections: 2000 };

/** A server that knows its paths (query strings aside) and answers 404 to all others. A path that ends with `/` stands for those right below it. */
export function webServer(
  routes: Readonly<Record<string, Handler>>,
  { headersMs, requestMs, checkEveryMs, connections }: WebLimits = LIMITS,
): Server {
  const table = new Map(Object.entries(routes));
  const options = {
    connectionsCheckingInterval: checkEveryMs,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = createServer(options, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const handler = table.get(path) ?? table.get(path.slice(0, path.lastIndexOf('/') + 1));
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  server.maxConnections = connections;
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

/** From now on each answer is the last one on its connection, so a balancer opens new ones elsewhere before the port closes. */
export function lastAnswers(server: Server): void {
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
}

/** How often a closing server closes idle connections, and after how long it closes all others. */
const LOOK_MS = 25;
const CLOSED_BY_MS = 5000;

/** Accepts no new connection, lets requests in flight end, and resolves when the last one has ended, after five seconds at the latest. */
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

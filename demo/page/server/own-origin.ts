import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from the page itself. Another site that is open in the same browser could ask 127.0.0.1 too: a name of
 * its own that it points here shows in `Host`, and what it sends by itself shows in `Origin`.
 */
export function isOwn({ headers, method, socket }: IncomingMessage): boolean {
  const own = `127.0.0.1:${socket.localPort}`;
  if (headers.host !== own && headers.host !== `localhost:${socket.localPort}`) return false;
  return method === 'GET' || headers.origin === `http://${headers.host}`;
}

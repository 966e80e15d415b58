import type { Metrics } from './metrics.ts';
import type { Handler } from './web.ts';

/** How the parts are, as `/readyz` tells it. */
export interface Readiness {
  readonly draining: boolean;
  /** Of cache, leases and rate limits; `degraded`: this process's memory is the fallback. */
  readonly store: 'ok' | 'degraded';
  /** Of what must not be lost; `memory`: it is in this process by configuration. */
  readonly durable: 'ok' | 'unavailable' | 'memory';
  /** Of Socket Mode; undefined over HTTP. */
  readonly socket: 'connecting' | 'connected' | 'reconnecting' | undefined;
}

/** `/healthz`: the process is alive and answers. */
export const healthz: Handler = (_request, response) => answer(response, 200, { status: 'ok' });

/**
 * `/readyz`: 200 while the app can serve. That includes the time in which its storage is away or a socket that was lost is opened again
 * ("degraded"). 503 until the first socket is open ("connecting"), and while the process stops ("stopping").
 */
export function readyz(readiness: () => Readiness): Handler {
  return (_request, response) => {
    const { store, durable, socket } = readiness();
    const status = statusOf(readiness());
    const isReady = status === 'ok' || status === 'degraded';
    answer(response, isReady ? 200 : 503, { status, store, durable, socket });
  };
}

function statusOf({
  draining,
  store,
  durable,
  socket,
}: Readiness): 'ok' | 'degraded' | 'connecting' | 'stopping' {
  if (draining) return 'stopping';
  if (socket === 'connecting') return 'connecting';
  return socket === 'reconnecting' || durable === 'unavailable' ? 'degraded' : store;
}

/** `/metrics`, in Prometheus's text format. */
export function metricsPage({ text, contentType }: Pick<Metrics, 'text' | 'contentType'>): Handler {
  return (_request, response) => {
    text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  };
}

function answer(response: Parameters<Handler>[1], status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

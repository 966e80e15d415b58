import type { Metrics } from './metrics.ts';
import type { Handler } from './web.ts';

/** How the parts are, as `/readyz` tells it. */
export interface Readiness {
  readonly draining: boolean;
  readonly store: 'ok' | 'degraded';
}

/** `/healthz`: the process is alive and answers. */
export const healthz: Handler = (_request, response) => answer(response, 200, { status: 'ok' });

/** `/readyz`: 200 while the app can serve, also without its store ("degraded"); 503 while it stops. */
export function readyz(readiness: () => Readiness): Handler {
  return (_request, response) => {
    const { draining, store } = readiness();
    answer(response, draining ? 503 : 200, { status: draining ? 'stopping' : store, store });
  };
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

import type { Bulkhead } from '../../../lib/bulkhead.ts';
import { failure } from './attempt.ts';
import type { EndpointClient } from './client.ts';

export interface BoundedClientOptions {
  readonly client: EndpointClient;
  readonly bulkhead: Bulkhead;
  /** Told of each question that was not asked, and for how many milliseconds it had waited. */
  readonly onBusy: (milliseconds: number) => void;
}

/** A client that replies `busy` if the bulkhead has no place in time. A question's own time limit begins when it is asked. */
export function boundedClient({ client, bulkhead, onBusy }: BoundedClientOptions): EndpointClient {
  return async (path, body) => {
    const startedAt = performance.now();
    const reply = await bulkhead(() => client(path, body));
    if (reply === undefined) onBusy(performance.now() - startedAt);
    return reply ?? failure('busy');
  };
}

import type { Bulkhead } from '../../../lib/bulkhead.ts';
import { failure } from './attempt.ts';
import type { EndpointClient } from './client.ts';

export interface BoundedClientOptions {
  readonly client: EndpointClient;
  readonly bulkhead: Bulkhead;
  /** Told of each question that was not asked, and for how many milliseconds it had waited. */
  readonly onBusy: (milliseconds: number) => void;
}

/** A client that asks when there is room for the question, and else replies `busy`. A question's own time begins when it is asked. */
export function boundedClient({ client, bulkhead, onBusy }: BoundedClientOptions): EndpointClient {
  return async (path, body) => {
    const startedAt = performance.now();
    const reply = await bulkhead(() => client(path, body));
    if (reply === undefined) onBusy(performance.now() - startedAt);
    return reply ?? failure('busy');
  };
}

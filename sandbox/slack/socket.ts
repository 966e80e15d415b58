import { once } from 'node:events';
import { type RawData, WebSocketServer } from 'ws';
import { type Fields, isFields, parseJson, textAt } from './fields.ts';
import type { Workspace } from './state/workspace.ts';

type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

/** A delivery after the first: which attempt it is, and why Slack tries again. */
interface Retry {
  readonly retry_attempt: number;
  readonly retry_reason: string;
}

/** Slack's end of Socket Mode: envelopes out, to one of the clients in turn, and acknowledgements in. */
export interface SampleSocket {
  /** Resolves when a client has connected and was greeted. */
  readonly connected: Promise<void>;
  /** The id of each envelope that was sent, in order. */
  readonly sent: readonly string[];
  /** The `envelope_id` of each acknowledgement, in order; twice the same one where a client acknowledges twice. */
  readonly acknowledged: readonly string[];
  /** How many clients there are now. */
  clients(): number;
  /** Sends a payload; resolves with what the client acknowledged it with. */
  deliver(type: EnvelopeType, payload: Fields, retry?: Retry): Promise<unknown>;
  /** Closes each client's connection without a closing handshake. */
  drop(): void;
  close(): Promise<void>;
}

/** Opens a socket on 127.0.0.1 and sends the workspace's clients there. Source: docs.slack.dev/apis/events-api/using-socket-mode */
export async function openSocket(slack: Workspace): Promise<SampleSocket> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The socket has no port.');
  slack.socket.url = `ws://127.0.0.1:${address.port}/link`;

  const waiting = new Map<string, (answer: unknown) => void>();
  const sent: string[] = [];
  const acknowledged: string[] = [];
  const connected = new Promise<void>((resolve) => {
    server.on('connection', (client) => {
      client.on('message', (data: RawData) => {
        const answer = parseJson(String(data));
        if (!isFields(answer)) return;
        const id = textAt(answer, 'envelope_id') ?? '';
        acknowledged.push(id);
        waiting.get(id)?.(answer.payload);
        waiting.delete(id);
      });
      client.send(
        JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0CARDS' } }),
      );
      resolve();
    });
  });

  const drop = (): void => {
    for (const client of server.clients) client.terminate();
  };

  return {
    connected,
    sent,
    acknowledged,
    drop,
    clients: () => server.clients.size,
    deliver(type, payload, retry) {
      const id = `envelope-${sent.length + 1}`;
      sent.push(id);
      const envelope = {
        type,
        envelope_id: id,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' ? { retry_attempt: 0, retry_reason: '', ...retry } : {}),
      };
      const clients = [...server.clients];
      clients[sent.length % clients.length]?.send(JSON.stringify(envelope));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

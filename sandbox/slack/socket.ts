import { once } from 'node:events';
import { type RawData, WebSocketServer } from 'ws';
import { type Fields, isFields, parseJson, textAt } from './fields.ts';
import type { Workspace } from './state/workspace.ts';

/** Slack's end of Socket Mode: envelopes out, to one of the clients in turn, and acknowledgements in. */
export interface SampleSocket {
  /** Resolves when a client has connected and was greeted. */
  readonly connected: Promise<void>;
  /** How many clients there are now. */
  clients(): number;
  /** Sends a payload; resolves with what the client acknowledged it with, undefined for an empty one. */
  deliver(type: 'slash_commands' | 'interactive' | 'events_api', payload: Fields): Promise<unknown>;
  /** Ends each client's connection without a word. */
  drop(): void;
  close(): Promise<void>;
}

/** Opens a socket on 127.0.0.1 and has the workspace send its clients there. Source: docs.slack.dev/apis/events-api/using-socket-mode */
export async function openSocket(slack: Workspace): Promise<SampleSocket> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The socket has no port.');
  slack.socket.url = `ws://127.0.0.1:${address.port}/link`;

  const waiting = new Map<string, (answer: unknown) => void>();
  let envelopes = 0;
  const connected = new Promise<void>((resolve) => {
    server.on('connection', (client) => {
      client.on('message', (data: RawData) => {
        const answer = parseJson(String(data));
        if (!isFields(answer)) return;
        const id = textAt(answer, 'envelope_id') ?? '';
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
    drop,
    clients: () => server.clients.size,
    deliver(type, payload) {
      envelopes += 1;
      const envelopeId = `envelope-${envelopes}`;
      const envelope = {
        type,
        envelope_id: envelopeId,
        payload,
        accepts_response_payload: type !== 'events_api',
      };
      const clients = [...server.clients];
      clients[envelopes % clients.length]?.send(JSON.stringify(envelope));
      return new Promise((resolve) => waiting.set(envelopeId, resolve));
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which bytes are written as they are, and what came back on it. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came so far. */
  said(): string;
  /** Resolves with all that came, when the other side has ended the connection. */
  readonly closed: Promise<string>;
}

/** Connects and writes these bytes, and no more. A reset counts as an end. */
export async function rawConnection(url: string, bytes = ''): Promise<RawConnection> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  return { socket, said: () => text, closed };
}

/** The head of a request that says how long its body will be. */
export function headOf(
  contentLength: number,
  headers: Readonly<Record<string, string>> = {},
  path = '/slack/events',
): string {
  const lines = Object.entries({ host: 'x', ...headers, 'content-length': String(contentLength) });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

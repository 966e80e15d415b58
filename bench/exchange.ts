import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back of one request. */
export interface Answer {
  readonly status: number;
  readonly bytes: number;
  /** Byte by byte, as Latin-1. */
  readonly body: string;
}

const BROKEN_OFF: Answer = { status: 0, bytes: 0, body: '' };

/** A keep-alive connection that carries one request at a time, with as little work as HTTP allows. */
export class Exchange {
  readonly #socket: Socket;
  #received = '';
  #resolve: ((answer: Answer) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.#take(chunk));
    socket.on('close', () => this.#end(BROKEN_OFF));
    socket.on('error', () => {});
  }

  static async to(port: number): Promise<Exchange> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Exchange(socket);
  }

  /** Resolves when the whole answer is there; status 0 if the connection ended. */
  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#socket.destroyed) this.#end(BROKEN_OFF);
      else this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: string): void {
    this.#received += chunk;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const [, length] = /\r\ncontent-length: ([0-9]+)/i.exec(this.#received.slice(0, head)) ?? [];
    const isWhole =
      length === undefined
        ? this.#received.endsWith('0\r\n\r\n')
        : this.#received.length >= head + 4 + Number(length);
    if (!isWhole) return;
    const body = this.#received.slice(head + 4);
    this.#end({ status: Number(this.#received.slice(9, 12)), bytes: body.length, body });
  }

  #end(answer: Answer): void {
    this.#received = '';
    const resolve = this.#resolve;
    this.#resolve = undefined;
    resolve?.(answer);
  }
}

import type { DestinationStream } from 'pino';

/** A descriptor whose writes never wait for a reader: where there is no room they fail with `EAGAIN`. */
export interface Descriptor {
  /** Writes some of the bytes, and says how many. */
  write(bytes: Buffer, done: (error: NodeJS.ErrnoException | null, written: number) => void): void;
  writeSync(bytes: Buffer): number;
}

/** Where log lines go. */
export interface LogWriter extends DestinationStream {
  /** How many lines were not written, and will not be. */
  dropped(): number;
  /**
   * Writes what waits before it returns, but for a piece that the system is writing just now. A reader that makes no room is waited for
   * during half a second, and then no more.
   */
  flushSync(): void;
}

const PIECE_LENGTH = 8192;
const PIECE_MS = 100;
const RETRY_MS = 50;

/** At most this many characters wait for a reader, about seven thousand lines; twice as many while half of them are being written. */
export const WAITING_MAX = 1_000_000;

const EXIT_TRIES = 50;
const EXIT_RETRY_MS = 10;

const LINE_END = 10;
const NOTHING = Buffer.alloc(0);

/**
 * Writes lines in pieces, ten a second at least: a write for each line would cost each answer a call of the system. A line that cannot be
 * written, or for which there is no room, is dropped and counted. pino's own destination (sonic-boom) does not fit: while it flushes at exit it
 * repeats a write that fails for as long as it fails, and what it drops after an error it does not count.
 */
export function logWriter(descriptor: Descriptor, pause: (milliseconds: number) => void = sleep): LogWriter {
  let waiting = '';
  let piece = NOTHING;
  let isWriting = false;
  let isTorn = false;
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  function later(milliseconds: number): void {
    timer ??= setTimeout(next, milliseconds).unref();
  }

  function next(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isWriting || !hasPiece()) return;
    isWriting = true;
    descriptor.write(piece, (error, written) => {
      isWriting = false;
      if (error === null) advance(written);
      else if (!isFull(error)) drop();
      if (error !== null || written === 0) later(RETRY_MS);
      else if (piece.length > 0 || waiting.length >= PIECE_LENGTH) next();
      else if (waiting !== '') later(PIECE_MS);
    });
  }

  /** Makes a piece of what waits, where none is begun. A line that broke off is ended first. */
  function hasPiece(): boolean {
    if (piece.length > 0 || waiting === '') return piece.length > 0;
    piece = Buffer.from(isTorn ? `\n${waiting}` : waiting);
    waiting = '';
    return true;
  }

  function advance(written: number): void {
    if (written > 0) isTorn = piece[written - 1] !== LINE_END;
    piece = piece.subarray(written);
  }

  /** Gives up what is left of the piece. A line end in front belongs to a line that was written or counted already. */
  function drop(): void {
    for (const byte of piece.subarray(1)) if (byte === LINE_END) dropped += 1;
    piece = NOTHING;
  }

  /** How many bytes were written; -1 if no byte can be written any more. */
  function attempt(): number {
    try {
      return descriptor.writeSync(piece);
    } catch (error) {
      return isFull(error) ? 0 : -1;
    }
  }

  return {
    write(line) {
      if (waiting.length + line.length > WAITING_MAX) {
        dropped += 1;
        return;
      }
      waiting += line;
      if (waiting.length < PIECE_LENGTH) later(PIECE_MS);
      else if (timer === undefined || piece.length === 0) next();
    },
    dropped: () => dropped,
    flushSync() {
      if (isWriting) piece = NOTHING;
      for (let tries = 0; hasPiece(); ) {
        const written = attempt();
        if (written > 0) advance(written);
        else if (written === 0 && tries < EXIT_TRIES) {
          tries += 1;
          pause(EXIT_RETRY_MS);
        } else drop();
      }
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}

/** Blocks the process: at exit nothing else has to run. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

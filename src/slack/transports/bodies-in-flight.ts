/** The memory of one body that is being read. */
export interface BodyMemory {
  /** The body takes so many bytes of memory now. */
  resize(bytes: number): void;
  /** The body has been read, or is not read any further. */
  release(): void;
}

interface Held {
  bytes: number;
  readonly giveUp: () => void;
}

/**
 * The memory that bodies take while they arrive, bounded over all connections. A signature can be checked only when its body is complete, so
 * until then any client can make the process hold bytes. Above the bound the largest body is dropped. Slack's bodies are small and arrive at
 * once, so a client that sends parts of large bodies loses its own.
 */
export class BodiesInFlight {
  readonly #maxBytes: number;
  readonly #held = new Set<Held>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Adds one more body. `giveUp` is called at most once, when the body is dropped; its memory no longer counts then. */
  admit(giveUp: () => void): BodyMemory {
    const held: Held = { bytes: 0, giveUp };
    this.#held.add(held);
    return {
      resize: (bytes) => {
        if (!this.#held.has(held)) return;
        this.#bytes += bytes - held.bytes;
        held.bytes = bytes;
        while (this.#bytes > this.#maxBytes) this.#giveUpLargest();
      },
      release: () => this.#release(held),
    };
  }

  #giveUpLargest(): void {
    const [first, ...others] = this.#held;
    if (first === undefined) return;
    const largest = others.reduce((most, one) => (one.bytes > most.bytes ? one : most), first);
    this.#release(largest);
    largest.giveUp();
  }

  #release(held: Held): void {
    if (this.#held.delete(held)) this.#bytes -= held.bytes;
  }
}

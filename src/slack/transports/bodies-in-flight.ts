/** The memory of one body that is being read. */
export interface BodyMemory {
  /** Says how many bytes of memory the body takes by now. */
  resize(bytes: number): void;
  /** The body has been read, or is not read any further. */
  release(): void;
}

interface Held {
  bytes: number;
  readonly giveUp: () => void;
}

/**
 * The memory that bodies take while they arrive, bounded over all connections: a signature can be checked only when its body is whole, so
 * until then anybody can make the process hold bytes. Above the bound the largest body is given up. Slack's are small and arrive at once,
 * so whoever sends large halves displaces their own.
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

  /** Makes room for one more body; `giveUp` is called at most once, when it has to go, and its memory counts no more then. */
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

/** How long a write may wait for others under the same key. */
const DELAY_MS = 100;

/**
 * Writes that nobody waits for, made together: of all that is scheduled under one key within a tenth of a second, one write is made. Two
 * writes under one key are never in progress at a time. A process that is killed loses the writes of its last tenth of a second.
 */
export class WriteBehind {
  readonly #scheduled = new Map<string, () => Promise<void>>();
  readonly #inProgress = new Map<string, Promise<void>>();
  readonly #onFailure: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Makes the write soon, unless one is scheduled under the key already. */
  schedule(key: string, write: () => Promise<void>): void {
    if (!this.#scheduled.has(key)) this.#scheduled.set(key, write);
    this.#timer ??= setTimeout(() => this.#writeAll(), DELAY_MS);
  }

  /** Resolves when no write under the key is in progress; one that is only scheduled is not waited for. */
  async settled(key: string): Promise<void> {
    await this.#inProgress.get(key);
  }

  /** Makes all writes now, and resolves when they have ended. */
  async flush(): Promise<void> {
    while (this.#scheduled.size > 0 || this.#inProgress.size > 0) {
      this.#writeAll();
      await Promise.all(this.#inProgress.values());
    }
  }

  #writeAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [key, write] of this.#scheduled) {
      if (this.#inProgress.has(key)) continue;
      this.#scheduled.delete(key);
      this.#inProgress.set(key, this.#ended(key, write));
    }
    if (this.#scheduled.size > 0) this.#timer = setTimeout(() => this.#writeAll(), DELAY_MS);
  }

  async #ended(key: string, write: () => Promise<void>): Promise<void> {
    await write().catch(this.#onFailure);
    this.#inProgress.delete(key);
  }
}

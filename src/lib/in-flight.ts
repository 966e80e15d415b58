/** The work in progress, so that a process can wait for it before it stops. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Adds a piece of work; its result and its failure are ignored. */
  add(work: Promise<unknown>): void {
    const settled = work.then(
      () => {},
      () => {},
    );
    this.#work.add(settled);
    void settled.then(() => this.#work.delete(settled));
  }

  /** Resolves when no work is left, what was added meanwhile included. */
  async ended(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}

/** What has begun and has not ended, so that a process which stops can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Takes a piece of work along; whether it fails is not looked at. */
  add(work: Promise<unknown>): void {
    const settled = work.then(
      () => {},
      () => {},
    );
    this.#work.add(settled);
    void settled.then(() => this.#work.delete(settled));
  }

  /** Resolves when nothing is under way, also of what began meanwhile. */
  async ended(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}

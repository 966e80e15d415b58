/** Slack, and the person, wait no longer. */
const IN_TIME_MS = 3000;

const EXAMPLES = 5;

/** What came of the requests of one kind. */
export interface Entry {
  requests: number;
  unanswered: number;
  late: number;
  slowestMs: number;
  /** Of what nobody waits three seconds for, such as a Home tab or the card in a modal that is open: told, and no rule. */
  slowestBehindMs: number;
  /** The faults that were on when something went wrong. */
  readonly examples: Set<string>;
}

/** Counts requests and answers by entry point. */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  readonly #circumstances: () => string;
  #requests = 0;

  /** `circumstances` says what is wrong around the app just now, for those who read of a failure. */
  constructor(circumstances: () => string) {
    this.#circumstances = circumstances;
  }

  get requests(): number {
    return this.#requests;
  }

  /** An answer, so many milliseconds after its request. */
  answered(entryPoint: string, ms: number): void {
    const entry = this.#count(entryPoint);
    entry.slowestMs = Math.max(entry.slowestMs, ms);
    if (ms <= IN_TIME_MS) return;
    entry.late += 1;
    this.#note(entry, `${Math.round(ms)} ms`);
  }

  /** No answer, one that says no, or none in time; `what` is what came instead. */
  unanswered(entryPoint: string, what: string): void {
    const entry = this.#count(entryPoint);
    entry.unanswered += 1;
    this.#note(entry, what);
  }

  /** What followed an answer that was counted. */
  followed(entryPoint: string, ms: number): void {
    const entry = this.#of(entryPoint);
    entry.slowestBehindMs = Math.max(entry.slowestBehindMs, ms);
  }

  /** What was announced by an answer that was counted, and never came. */
  missing(entryPoint: string, what: string): void {
    const entry = this.#of(entryPoint);
    entry.unanswered += 1;
    this.#note(entry, what);
  }

  #count(entryPoint: string): Entry {
    this.#requests += 1;
    const entry = this.#of(entryPoint);
    entry.requests += 1;
    return entry;
  }

  #of(entryPoint: string): Entry {
    const known = this.entries.get(entryPoint);
    if (known !== undefined) return known;
    const entry = {
      requests: 0,
      unanswered: 0,
      late: 0,
      slowestMs: 0,
      slowestBehindMs: 0,
      examples: new Set<string>(),
    };
    this.entries.set(entryPoint, entry);
    return entry;
  }

  #note({ examples }: Entry, what: string): void {
    if (examples.size < EXAMPLES) examples.add(`${what} (${this.#circumstances()})`);
  }
}

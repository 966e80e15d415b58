import { startCommand } from '../../sandbox/built-app.ts';
import { type StartedServer, startServer } from '../server-process.ts';

const LOOK_MS = 200;
const SCRAPE_MS = 1000;
const RESTARTS_MAX = 20;
const MINUTE_MS = 60_000;

/** The highest values that were measured during one fault. */
export interface Peak {
  /** Resident memory of one process; NaN if the system does not tell. */
  megabytes: number;
  /** Of the event loop, in the worst second. */
  lagP99Ms: number;
}

/** Processes of the built app. One that dies is counted, and started again so that the rest can be seen. */
export class Apps {
  /** By the fault at that time. */
  readonly peaks = new Map<string, Peak>();
  /** The same, by the minute since the start. */
  readonly minutes: Peak[] = [];
  readonly deaths: string[] = [];
  /** The fault around the processes at this moment. */
  circumstances = 'the start';
  readonly #folder: string;
  readonly #environments: readonly Readonly<Record<string, string>>[];
  readonly #running: (StartedServer | undefined)[];
  readonly #timers: NodeJS.Timeout[];
  readonly #errors = new Map<string, number>();
  #isStopping = false;
  readonly #startedAt = performance.now();
  #turn = 0;

  private constructor(folder: string, environments: readonly Readonly<Record<string, string>>[]) {
    this.#folder = folder;
    this.#environments = environments;
    this.#running = environments.map(() => undefined);
    this.#timers = [
      setInterval(() => this.#weigh(), LOOK_MS),
      setInterval(() => void this.#scrape(), SCRAPE_MS),
    ];
  }

  /** Starts one process for each environment. */
  static async start(
    folder: string,
    environments: readonly Readonly<Record<string, string>>[],
  ): Promise<Apps> {
    const apps = new Apps(folder, environments);
    await Promise.all(environments.map((_, nth) => apps.#launch(nth)));
    return apps;
  }

  /** The address of one, in turn, as with a load balancer. */
  url(): string {
    this.#turn += 1;
    return this.urlOf(this.#turn % this.#running.length);
  }

  /** Port 9, on which no process listens, while the process is being started again. */
  urlOf(nth: number): string {
    return `http://127.0.0.1:${this.#running[nth]?.port ?? 9}`;
  }

  /** What the processes logged as errors, each kind of line with how often it came. */
  errors(): ReadonlyMap<string, number> {
    return this.#errors;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#running.map((server) => server?.stop()));
  }

  async #launch(nth: number): Promise<void> {
    const { args, environment } = startCommand(this.#folder);
    const variables = { ...environment, ...this.#environments[nth] };
    const server = await startServer(args, variables, 'all', (line) => this.#read(line));
    this.#running[nth] = server;
    void server.ended.then((how) => {
      this.#running[nth] = undefined;
      if (this.#isStopping) return;
      this.deaths.push(`${how} (${this.circumstances})`);
      if (this.deaths.length < RESTARTS_MAX) void this.#launch(nth);
    });
  }

  /** Lines of level 50 and above, without what differs from one to the next. */
  #read(line: string): void {
    const [, rest] = /^\{"level":[56]0,"time":[0-9]+,(.*)\}$/.exec(line) ?? [];
    if (rest !== undefined) this.#errors.set(rest, (this.#errors.get(rest) ?? 0) + 1);
  }

  #seen({ megabytes = Number.NaN, lagP99Ms = 0 }: Partial<Peak>): void {
    const minute = Math.floor((performance.now() - this.#startedAt) / MINUTE_MS);
    const ofFault = this.peaks.get(this.circumstances) ?? { megabytes: Number.NaN, lagP99Ms: 0 };
    const ofMinute = this.minutes[minute] ?? { megabytes: Number.NaN, lagP99Ms: 0 };
    for (const peak of [ofFault, ofMinute]) {
      if (!(megabytes <= peak.megabytes) && !Number.isNaN(megabytes)) peak.megabytes = megabytes;
      peak.lagP99Ms = Math.max(peak.lagP99Ms, lagP99Ms);
    }
    this.peaks.set(this.circumstances, ofFault);
    this.minutes[minute] = ofMinute;
  }

  #weigh(): void {
    for (const server of this.#running) {
      const megabytes = server?.megabytes();
      if (megabytes !== undefined) this.#seen({ megabytes });
    }
  }

  /** A process that does not answer in time is not reported here: the requests that wait for it measure its event loop. */
  async #scrape(): Promise<void> {
    await Promise.all(
      this.#running.map(async (server) => {
        if (server === undefined) return;
        const url = `http://127.0.0.1:${server.port}/metrics`;
        const text = await fetch(url, { signal: AbortSignal.timeout(5000) })
          .then((response) => response.text())
          .catch(() => '');
        const lag = Number(/^nodejs_eventloop_lag_p99_seconds ([0-9.e+-]+)$/m.exec(text)?.[1] ?? 0);
        this.#seen({ lagP99Ms: lag * 1000 });
      }),
    );
  }
}

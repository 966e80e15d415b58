const PROBE_MS = 1000;

/** Whether a server answers, as its latest calls tell. */
export interface Health {
  /** False until the first call succeeds. */
  isUp(): boolean;
  succeeded(): void;
  failed(): void;
  /** Ends the probes. */
  close(): void;
}

export interface HealthOptions {
  /** Told of each change, and of the first result. */
  readonly onChange: (isUp: boolean) => void;
  /** Calls the server, and reports to this health. Made each second after a failure until a call succeeds. */
  readonly probe: (() => void) | undefined;
}

/** A server that fails is probed, so that a process without requests notices its return as well; a healthy one is not probed. */
export function serverHealth({ onChange, probe }: HealthOptions): Health {
  let isUp: boolean | undefined;
  let nextProbe: NodeJS.Timeout | undefined;
  let isClosed = false;

  function become(next: boolean): void {
    if (next === isUp) return;
    isUp = next;
    onChange(next);
  }

  function probeLater(): void {
    if (probe === undefined || isClosed) return;
    nextProbe ??= setTimeout(() => {
      nextProbe = undefined;
      probe();
    }, PROBE_MS).unref();
  }

  return {
    isUp: () => isUp === true,
    succeeded: () => become(true),
    failed() {
      probeLater();
      become(false);
    },
    close() {
      isClosed = true;
      clearTimeout(nextProbe);
    },
  };
}

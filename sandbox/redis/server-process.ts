import { end } from './children.ts';
import { makeFolder, removeFolder } from './folders.ts';
import { type Launch, launch } from './launch.ts';
import { freePort } from './ports.ts';

/** A `redis-server` of any role, on 127.0.0.1. It dies with this process at the latest. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Ends at once, as a machine that loses power; its data is gone. */
  kill(): Promise<void>;
  /** Still takes connections, but answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Ends it if it runs, and starts it again on the same port, empty. */
  restart(): Promise<void>;
  /** Ends it, frozen or not, and clears away. */
  stop(): Promise<void>;
}

export interface ServerStart {
  readonly port: number | undefined;
  /** The command line for a port; `folder` is the server's own, for as long as it is not stopped. */
  readonly args: (port: number, folder: string) => readonly string[];
}

const attempts = 20;

/** Starts a server on the port given or a free one, and resolves when it is ready. */
export async function startServer({ port, args }: ServerStart): Promise<ServerProcess> {
  const folder = makeFolder();
  const start = (on: number) => launch(args(on, folder), folder);
  const started = await (port === undefined ? onFreePort(start) : on(port, start)).catch((error: unknown) => {
    removeFolder(folder);
    throw error;
  });
  let { child } = started;
  return {
    url: `redis://127.0.0.1:${started.port}`,
    port: started.port,
    kill: () => end(child),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async restart() {
      await end(child);
      child = childOf(await start(started.port));
    },
    async stop() {
      await end(child);
      removeFolder(folder);
    },
  };
}

async function on(port: number, start: (port: number) => Promise<Launch>) {
  return { port, child: childOf(await start(port)) };
}

async function onFreePort(start: (port: number) => Promise<Launch>) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = await freePort();
    const started = await start(port);
    if (started.kind !== 'port-taken') return { port, child: childOf(started) };
  }
  throw new Error(`redis-server found no free port in ${attempts} attempts`);
}

function childOf(started: Launch) {
  if (started.kind === 'ready') return started.child;
  throw new Error(started.kind === 'failed' ? started.said : 'redis-server: the port is taken');
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the registry says of a package. Undefined: it does not say so. */
export interface Published {
  readonly latest: string | undefined;
  /** When a version was published, in milliseconds since 1970. */
  readonly publishedMs: (version: string) => number | undefined;
}

const NOTHING: Published = { latest: undefined, publishedMs: () => undefined };

/** Asks by npm's own client, so that its configuration counts. A registry that does not answer says nothing. */
export async function published(name: string): Promise<Published> {
  const asked = promisify(execFile)('npm', ['view', name, '--json', 'time', 'dist-tags']);
  return asked.then(({ stdout }) => publishedIn(stdout)).catch(() => NOTHING);
}

/** Reads the answer of `npm view --json`. */
export function publishedIn(answer: string): Published {
  const { time, 'dist-tags': tags } = fieldsIn(JSON.parse(answer));
  return {
    latest: textIn(fieldsIn(tags).latest),
    publishedMs: (version) => {
      const ms = Date.parse(textIn(fieldsIn(time)[version]) ?? '');
      return Number.isNaN(ms) ? undefined : ms;
    },
  };
}

const fieldsIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

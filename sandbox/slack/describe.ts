import type { Workspace } from './state/workspace.ts';

/** What the app has done so far, for those who read a failed test. */
export function describe({ calls, responses, violations, ephemerals }: Workspace): string {
  const lines = [
    ...calls.map(({ method, args }) => `call ${method} ${shorten(args)}`),
    ...responses.map(({ body }) => `response_url ${shorten(body)}`),
    ...ephemerals.map(({ userId, text }) => `only ${userId} sees ${shorten(text)}`),
    ...violations.map((violation) => `violation ${violation}`),
  ];
  return lines.length === 0 ? 'Nothing was recorded.' : `Recorded:\n${lines.join('\n')}`;
}

const shorten = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);

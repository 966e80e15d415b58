import { isFields } from '../../sandbox/slack/fields.ts';

/** What `/readyz` says of the store. */
export async function readiness(appUrl: string): Promise<{ readonly code: number; readonly store: unknown }> {
  const { code, store } = await readyz(appUrl);
  return { code, store };
}

/** All that `/readyz` says. */
export async function readyz(appUrl: string) {
  const response = await fetch(`${appUrl}/readyz`);
  const body: unknown = await response.json();
  const { status, store, durable, socket } = isFields(body) ? body : {};
  return { code: response.status, status, store, durable, socket };
}

/** The value of one line of `/metrics`, 0 if the line is absent. */
export async function metric(appUrl: string, line: string): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

/** How many calls of the store failed. */
export async function storeFaults(appUrl: string): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const counts = [...text.matchAll(/^meeting_cards_store_faults_total\{[^}]*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** What `/readyz` says. */
export async function readiness(appUrl: string): Promise<{ readonly code: number; readonly store: unknown }> {
  const response = await fetch(`${appUrl}/readyz`);
  const body: unknown = await response.json();
  const store = typeof body === 'object' && body !== null && 'store' in body ? body.store : undefined;
  return { code: response.status, store };
}

/** The value of one line of `/metrics`, 0 where it is not there. */
export async function metric(appUrl: string, line: string): Promise<number> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

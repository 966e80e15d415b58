import type { SampleConference } from './sample-conference.ts';
import { fromJson, isFields } from './wire.ts';

/** Asks the sample service as an app would: `body` may be JSON text already. */
export function ask(
  { url }: SampleConference,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
    signal,
  });
}

/** The envelope that comes back. */
export async function askJson(
  ...question: Parameters<typeof ask>
): Promise<Readonly<Record<string, unknown>>> {
  const reply = fromJson(await (await ask(...question)).text());
  if (!isFields(reply)) throw new Error('The reply is not a JSON object');
  return reply;
}

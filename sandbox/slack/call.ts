import { type Fields, isFields } from './fields.ts';
import type { SampleSlack } from './sample-slack.ts';

/** A call of the Web API as any client makes it, in JSON. */
export async function call(slack: SampleSlack, method: string, args: Fields = {}, token = slack.botToken) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  const reply: unknown = await response.json();
  return isFields(reply) ? reply : {};
}

/** A post to a response URL: its status and what was said. */
export async function respondTo(responseUrl: string | undefined, body: Fields) {
  const response = await fetch(responseUrl ?? '', { method: 'POST', body: JSON.stringify(body) });
  const reply: unknown = await response.json();
  return { status: response.status, ...(isFields(reply) ? reply : {}) };
}

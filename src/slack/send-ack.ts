import type { ServerResponse } from 'node:http';
import { JsonBody } from './json-body.ts';

/** As Bolt writes an acknowledgement: nothing, a text, or JSON. */
export function sendAck(response: ServerResponse, answer: unknown): void {
  if (answer === undefined || answer === '') response.writeHead(200).end();
  else if (typeof answer === 'string') send(response, 'text/plain; charset=utf-8', Buffer.from(answer));
  else send(response, 'application/json; charset=utf-8', JsonBody.bytesOf(answer));
}

/** With its length; without it, Node sends the body in chunks. */
function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
}

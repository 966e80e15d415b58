import type { ServerResponse } from 'node:http';
import { perObject } from './per-object.ts';

/** As Bolt writes an acknowledgement: nothing, a text, or JSON. */
export function sendAck(response: ServerResponse, answer: unknown): void {
  if (answer === undefined || answer === '') response.writeHead(200).end();
  else if (typeof answer === 'string') send(response, 'text/plain; charset=utf-8', Buffer.from(answer));
  else send(response, 'application/json; charset=utf-8', jsonOf(answer));
}

function jsonOf(answer: unknown): Buffer {
  return typeof answer === 'object' && answer !== null ? objectJson(answer) : bytes(answer);
}

/** A hot card's is the same each time, and nobody changes one after it was sent. */
const objectJson = perObject(bytes);

function bytes(answer: unknown): Buffer {
  return Buffer.from(JSON.stringify(answer));
}

/** With its length; without, Node sends the body in chunks. */
function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
}

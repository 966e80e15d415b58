import type { ServerResponse } from 'node:http';
import type { Changes } from './changes.ts';

/** Server-sent events: what `look` gives, now and whenever it has become something else. */
export function live(response: ServerResponse, changes: Changes, look: () => unknown): void {
  let last = '';
  const send = (): void => {
    const seen = JSON.stringify(look());
    if (seen === last) return;
    last = seen;
    response.write(`data: ${seen}\n\n`);
  };
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.on('close', changes.listen(send));
  send();
}

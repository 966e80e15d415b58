import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The limit: Node's own server, one HMAC, one fixed body; nothing is parsed or refused. */
const { SLACK_SIGNING_SECRET = '', CARD_FILE = '' } = process.env;
const card = readFileSync(CARD_FILE, 'utf8');
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(card),
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    createHmac('sha256', SLACK_SIGNING_SECRET).update(Buffer.concat(chunks)).digest('hex');
    response.writeHead(200, headers).end(card);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(JSON.stringify({ port, event: 'listening' }));
});
process.once('SIGTERM', () => process.exit(0));

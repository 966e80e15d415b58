import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';

/** The yardstick: Bolt with its default receiver and options, answering one fixed card. */
const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', CARD_FILE = '' } = process.env;
const card: { text: string } = JSON.parse(readFileSync(CARD_FILE, 'utf8'));

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/meeting', async ({ ack }) => {
  await ack(card);
});
const server = await app.start(0);
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
console.log(JSON.stringify({ port, event: 'listening' }));
process.once('SIGTERM', () => process.exit(0));

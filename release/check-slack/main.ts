import { checkSlack } from './check-slack.ts';

const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = process.env;

process.exitCode = await checkSlack({
  token,
  apiUrl: apiUrl === '' ? undefined : apiUrl,
  nowMs: Date.now(),
  write: (line) => process.stdout.write(`${line}\n`),
});

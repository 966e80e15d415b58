import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkSlack } from '../../release/check-slack/check-slack.ts';
import { startSampleSlack } from '../../sandbox/slack/sample-slack.ts';

const NOW_MS = Date.UTC(2030, 11, 30, 2);

async function checked(refused: readonly string[] = [], token = 'xoxb-sample') {
  const slack = await startSampleSlack();
  onTestFinished(() => slack.close());
  for (const type of refused) slack.refusedBlocks.add(type);
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const code = await checkSlack({ token, apiUrl: slack.apiUrl, nowMs: NOW_MS, write });
  return { code, lines, slack };
}

describe('the check of a release', () => {
  test('has every card, modal and Home tab validated, and posts nothing', async () => {
    const { code, lines, slack } = await checked();
    expect(lines).toEqual([expect.stringMatching(/^3\d\d surfaces, 0 refused$/)]);
    expect(code).toBe(0);
    expect(new Set(slack.calls.map(({ method }) => method))).toEqual(new Set(['blocks.validate']));
  });

  test('names the surface, and the part of it, that Slack refuses', async () => {
    const { code, lines } = await checked(['container']);
    expect(code).toBe(1);
    expect(lines).toContain('en 700001 card in a channel: /blocks/0 failed_constraint is not taken');
    expect(lines.some((line) => line.startsWith('zh-CN Home: /blocks/'))).toBe(true);
    expect(lines.some((line) => line.includes('preview'))).toBe(false);
  });

  test('without a token says so, and asks nobody', async () => {
    const { code, lines, slack } = await checked([], '');
    expect([code, slack.calls]).toEqual([2, []]);
    expect(lines).toEqual([expect.stringContaining('SLACK_BOT_TOKEN is not set')]);
  });

  test('with a token that Slack does not take gives no verdict', async () => {
    const { code } = await checked([], 'xoxb-of-nobody');
    expect(code).toBe(2);
  });

  test('as a command ends with 2 without a token', async () => {
    const { SLACK_BOT_TOKEN: _token, ...env } = process.env;
    const run = promisify(execFile)('npm', ['run', '--silent', 'check:slack'], { env });
    await expect(run).rejects.toMatchObject({ code: 2, stdout: expect.stringContaining('SLACK_BOT_TOKEN') });
  });
});

import { describe, expect, test } from 'vitest';
import { lastEphemeral, messagesIn, onStage, types } from '../support/on-stage.ts';
import { labelsIn } from '../support/reading.ts';
import { metric } from './readiness.ts';

const calls = (method: string, outcome: string): string =>
  `meeting_cards_slack_seconds_count{method="${method}",outcome="${outcome}"}`;

describe('a Slack that fails to say who asks', () => {
  test.each([
    ['is slow', { kind: 'slow', ms: 2300 } as const],
    ['hangs', { kind: 'hang' } as const],
    ['limits', { kind: 'rate-limited', retryAfterSeconds: 30 } as const],
    ['breaks', { kind: 'reset' } as const],
    ['answers 500', { kind: 'http', status: 500 } as const],
  ])('since it %s gets the public card, in the reply itself', async (_how, fault) => {
    const stage = await onStage();
    await types(stage, '700009');
    stage.slack.fault('users.info', fault);
    const { answer, shown } = await types(stage, '700001', { userId: 'U0LUCY' });
    expect(answer.failure).toBeUndefined();
    expect(shown).toContain('Quarterly review');
    expect(shown).not.toContain('open-sesame');
    expect(stage.slack.responses).toEqual([]);
  });

  test('by limiting is left alone for as long as it says, and asked again then', async () => {
    const stage = await onStage();
    await types(stage, '700009');
    const asked = (): number => stage.slack.calls.filter(({ method }) => method === 'users.info').length;
    stage.slack.fault('users.info', { kind: 'rate-limited', retryAfterSeconds: 30 }, 1);
    const before = asked();
    await types(stage, '700001', { userId: 'U0LUCY' });
    await types(stage, '700001', { userId: 'U0LUCY' });
    stage.advance(29);
    await types(stage, '700001', { userId: 'U0LI' });
    expect(asked() - before).toBe(1);
    expect(await metric(stage.appUrl, calls('users.info', 'limited'))).toBe(1);
    stage.advance(2);
    const { answer } = await types(stage, '700001', { userId: 'U0LUCY' });
    expect(asked() - before).toBe(2);
    expect(labelsIn(answer.body)).toContain('Join');
  });
});

test('a card that Slack did not take through a response URL is not posted twice, and the next press posts it', async () => {
  const stage = await onStage();
  await types(stage, '700001', { channelId: 'G0SECRET' });
  stage.slack.fault('response_url', { kind: 'http', status: 500 }, 1);
  const surface = lastEphemeral(stage);
  await stage.slack.click({ appUrl: stage.appUrl, surface, actionId: 'meeting_share' });
  await stage.slack.waitFor(({ responses }) => responses[0]);
  await stage.slack.click({ appUrl: stage.appUrl, surface, actionId: 'meeting_share' });
  expect(await messagesIn(stage, 'G0SECRET', 1)).toHaveLength(1);
});

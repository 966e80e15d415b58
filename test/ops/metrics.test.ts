import { describe, expect, test } from 'vitest';
import { onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

async function metrics({ appUrl }: Pick<Stage, 'appUrl'>): Promise<string> {
  const response = await fetch(`${appUrl}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
}

describe('/metrics', () => {
  test('counts answers by entry point and outcome, and how long they took', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await types(stage, '123456');
    const text = await metrics(stage);
    expect(text).toContain('meeting_cards_answers_total{entry_point="command",outcome="found"} 1');
    expect(text).toContain('meeting_cards_answers_total{entry_point="command",outcome="not-found"} 1');
    expect(text).toContain('meeting_cards_answer_seconds_count{entry_point="command"} 2');
  });

  test('counts questions, copies, calls of Slack and what the process uses', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await types(stage, '700001');
    const text = await metrics(stage);
    expect(text).toMatch(/meeting_cards_endpoint_seconds_count\{outcome="answered"\} [1-9]/);
    expect(text).toContain('meeting_cards_cache_lookups_total{result="miss"} 1');
    expect(text).toContain('meeting_cards_cache_lookups_total{result="fresh"} 1');
    expect(text).toContain('meeting_cards_slack_seconds_count{method="users.info",outcome="ok"} 1');
    expect(text).toContain('meeting_cards_endpoint_breaker{state="closed"} 1');
    expect(text).toContain('meeting_cards_store_degraded 0');
    expect(text).toContain('process_cpu_user_seconds_total');
  });

  test('counts those who were told to wait', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1' } });
    await types(stage, '700001');
    await types(stage, '700001');
    expect(await metrics(stage)).toContain('meeting_cards_throttled_total 1');
  });

  test('says nothing that a person typed, and nothing of who they are', async () => {
    const stage = await onStage();
    for (const text of ['700001', 'secret words', 'https://evil.example/x', '🎈"}\n'])
      await types(stage, text);
    // A measured value may have any digits.
    const named = (await metrics(stage)).replace(/ [-+.0-9e]+$/gm, '');
    for (const part of ['700001', 'secret', 'evil', '🎈', 'U0HAN', 'T0HOME', 'Quarterly'])
      expect(named).not.toContain(part);
  });
});

import { describe, expect, test } from 'vitest';
import {
  CACHE_RESULTS,
  DEPARTURE_OUTCOMES,
  DUE_WORK,
  DUE_WORK_STEPS,
  DURABLE_OPERATIONS,
  FAILURES,
  INSTALL_STEPS,
  LANE_WAITS,
  NOTE_CHANGES,
  QUESTION_OUTCOMES,
  REFUSALS,
  REMINDER_KINDS,
  REMINDER_OUTCOMES,
  REQUEST_KINDS,
  SLACK_METHODS,
  SLACK_OUTCOMES,
  STORE_OPERATIONS,
  UPDATE_CHANGES,
  UPDATE_OUTCOMES,
} from '../../src/ops/labels.ts';
import { OUTCOMES } from '../../src/slack/registry.ts';
import { onStage } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { everyEntryPoint } from '../support/visibility/every-entry-point.ts';

/** Each series of the app's own and its value; of a histogram, how often something was observed. */
async function seriesOf({ appUrl }: Pick<Stage, 'appUrl'>): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${appUrl}/metrics`)).text();
  const lines = text.split('\n').flatMap((line) => {
    const [, name = '', value] = /^meeting_cards_(\S+(?: \S+)*) (\S+)$/.exec(line) ?? [];
    const isCount = /^\w+_(total|count)(\{|$)/.test(name);
    return isCount ? [[name, Number(value)] as const] : [];
  });
  return new Map(lines);
}

const of = (name: string, label: string, words: readonly string[]): string[] =>
  words.map((word) => `${name}{${label}="${word}"}`);

const KNOWN = [
  ...Object.entries(OUTCOMES).flatMap(([entryPoint, outcomes]) => [
    `answer_seconds_count{entry_point="${entryPoint}"}`,
    ...outcomes.map((outcome) => `answers_total{entry_point="${entryPoint}",outcome="${outcome}"}`),
  ]),
  ...of('failures_total', 'event', FAILURES),
  ...of('refused_requests_total', 'reason', REFUSALS),
  ...of('endpoint_seconds_count', 'outcome', QUESTION_OUTCOMES),
  ...of('cache_lookups_total', 'result', CACHE_RESULTS),
  ...of('store_faults_total', 'operation', STORE_OPERATIONS),
  ...of('durable_faults_total', 'operation', DURABLE_OPERATIONS),
  ...SLACK_METHODS.flatMap((method) =>
    SLACK_OUTCOMES.map((outcome) => `slack_seconds_count{method="${method}",outcome="${outcome}"}`),
  ),
  ...UPDATE_OUTCOMES.flatMap((outcome) => [
    ...UPDATE_CHANGES.map((change) => `card_updates_total{change="${change}",outcome="${outcome}"}`),
    ...NOTE_CHANGES.map((change) => `card_notes_total{change="${change}",outcome="${outcome}"}`),
  ]),
  ...REMINDER_OUTCOMES.flatMap((outcome) =>
    REMINDER_KINDS.map((kind) => `reminders_total{kind="${kind}",outcome="${outcome}"}`),
  ),
  ...DUE_WORK.flatMap((work) =>
    DUE_WORK_STEPS.map((step) => `due_work_total{work="${work}",step="${step}"}`),
  ),
  ...of('lane_waits_total', 'reason', LANE_WAITS),
  ...of('install_steps_total', 'step', INSTALL_STEPS),
  ...of('departures_total', 'outcome', DEPARTURE_OUTCOMES),
  ...of('unknown_installations_total', 'kind', REQUEST_KINDS),
  'surplus_cards_total',
  'throttled_total',
  'log_lines_dropped_total',
].sort();

const WHO_AM_I = 'slack_seconds_count{method="auth.test",outcome="ok"}';

describe('/metrics', () => {
  test('of a process that did nothing yet has each series that there can be, at 0, so that an alert sees the first increase', async () => {
    const stage = await onStage();
    await stage.slack.waitFor(({ calls }) => calls[0]);
    const series = await seriesOf(stage);
    expect([...series.keys()].sort()).toEqual(KNOWN);
    const counted = [...series].filter(([, value]) => value !== 0).map(([name]) => name);
    expect(counted.filter((name) => name !== WHO_AM_I)).toEqual([]);
  });

  test('has no other series after everything that can be done in Slack was done', async () => {
    const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1000' } });
    await everyEntryPoint({
      stage,
      userId: 'U0LUCY',
      eventId: '700001',
      openLink: 'https://ntest.qsh1.cn/k/att700001',
      hostLinks: [],
      hostPassword: '201501990001700001',
    });
    const series = await seriesOf(stage);
    expect([...series.keys()].sort()).toEqual(KNOWN);
    expect(series.get('slack_seconds_count{method="other",outcome="ok"}')).toBe(0);
    expect(series.get('answers_total{entry_point="meeting_more",outcome="found"}')).toBeGreaterThan(0);
  });
});

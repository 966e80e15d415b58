import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Fields, isFields, listAt, parseJson, textAt } from '../../sandbox/slack/fields.ts';
import { openPlainStage } from '../support/on-stage.ts';
import { fileText } from '../support/project.ts';
import { groupingsIn, selectorsIn } from '../support/promql.ts';

const fieldsOf = (parsed: unknown): Fields => (isFields(parsed) ? parsed : {});

const rules = listAt(fieldsOf(parse(fileText('docs/alerts.yml'))), 'groups').flatMap((group) =>
  listAt(group, 'rules'),
);
const panels = listAt(fieldsOf(parseJson(fileText('docs/grafana.json'))), 'panels');

/** Where an expression is, and the expression; Grafana's own variable stands for a span. */
const EXPRESSIONS = [
  ...rules.map((rule) => [textAt(rule, 'alert') ?? '', textAt(rule, 'expr') ?? '']),
  ...panels.flatMap((panel) =>
    listAt(panel, 'targets').map((target) => [textAt(panel, 'title') ?? '', textAt(target, 'expr') ?? '']),
  ),
].map(([where = '', expression = '']) => [where, expression.replaceAll('$__rate_interval', '5m')] as const);

/** What Prometheus adds to each series. */
const ADDED = ['job', 'instance'];

/** The values that each label of each metric has, from the start. */
const offered = new Map<string, Map<string, Set<string>>>();

beforeAll(async () => {
  const stage = await openPlainStage();
  const page = await (await fetch(`${stage.appUrl}/metrics`)).text();
  await stage.close();
  for (const [, name = '', labels = ''] of page.matchAll(/^([a-z_]\w*)(?:\{([^}]*)\})? /gm)) {
    const known = offered.get(name) ?? new Map<string, Set<string>>();
    offered.set(name, known);
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g))
      known.set(label, (known.get(label) ?? new Set()).add(value));
  }
});

describe.each(EXPRESSIONS)('%s: %s', (_where, expression) => {
  test('asks for metrics, labels and values that /metrics has from the start', () => {
    const selectors = selectorsIn(expression);
    expect(selectors.length).toBeGreaterThan(0);
    for (const { metric, labels } of selectors) {
      expect([...offered.keys()]).toContain(metric);
      for (const [label, values] of labels)
        expect([...(offered.get(metric)?.get(label) ?? [])]).toEqual(expect.arrayContaining([...values]));
    }
  });

  test('groups by labels that its metrics have', () => {
    const known = selectorsIn(expression).flatMap(({ metric }) => [...(offered.get(metric)?.keys() ?? [])]);
    expect([...known, ...ADDED]).toEqual(expect.arrayContaining([...groupingsIn(expression)]));
  });
});

test('an expression that is not PromQL is not taken', () => {
  expect(() => selectorsIn('sum by (x (a')).toThrow('Not PromQL');
});

describe('docs/alerts.yml', () => {
  test('has a test by promtool for each rule', () => {
    const tested = listAt(fieldsOf(parse(fileText('test/ops/alerts.promtool.yml'))), 'tests');
    expect(tested.map(({ name }) => name)).toEqual(rules.map(({ alert }) => alert));
  });

  test('has a rule about each metric of which docs/operations.md advises an alert', () => {
    const rows = [
      ...fileText('docs/operations.md').matchAll(/^\| `(meeting_cards_\w+)` +\|.*\| ([^|]+) \|$/gm),
    ];
    const advised = rows.filter(([, , advice = '']) => advice.trim() !== '–').map(([, name]) => name);
    const watched = rules
      .flatMap((rule) => selectorsIn(textAt(rule, 'expr') ?? ''))
      .map(({ metric }) => metric.replace(/_(bucket|count)$/, ''));
    expect(advised.length).toBeGreaterThan(15);
    expect(advised.filter((name) => !watched.includes(name ?? ''))).toEqual([]);
  });

  test('says of each rule what it means, and whether it can wait', () => {
    for (const rule of rules) {
      expect(textAt(fieldsOf(rule.annotations), 'summary')).toMatch(/^[A-Z]/);
      expect(['page', 'ticket']).toContain(fieldsOf(rule.labels).severity);
    }
  });
});

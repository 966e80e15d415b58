import { parser } from '@prometheus-io/lezer-promql';

/** A metric in an expression, and the values that its labels are compared with; a regular expression gives each of its alternatives. */
export interface Selector {
  readonly metric: string;
  readonly labels: readonly (readonly [name: string, values: readonly string[]])[];
}

/** Every selector of an expression, in Prometheus' own grammar; throws if the expression is not in it. */
export function selectorsIn(expression: string): readonly Selector[] {
  const selectors: { metric: string; labels: [string, string[]][] }[] = [];
  const textOf = ({ from, to }: { from: number; to: number }) => expression.slice(from, to);
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`Not PromQL at ${node.from}: ${expression}`);
      if (node.name === 'VectorSelector') selectors.push({ metric: '', labels: [] });
      const selector = selectors.at(-1);
      if (selector === undefined) return;
      if (node.name === 'Identifier') selector.metric = textOf(node);
      if (node.name !== 'UnquotedLabelMatcher') return;
      const [name = '', value = ''] = textOf(node).split(/[!=]=?~?/, 2);
      selector.labels.push([name, value.replaceAll('"', '').split('|')]);
    },
  });
  return selectors;
}

/** The labels by which an expression groups or joins. */
export function groupingsIn(expression: string): readonly string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter({ name, from, to }) {
      if (name === 'GroupingLabels') names.push(...expression.slice(from + 1, to - 1).split(/, ?/));
    },
  });
  return names;
}

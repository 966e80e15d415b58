import { boolean, byType, shape, visible } from './checks.ts';
import { mrkdwnProblems } from './mrkdwn.ts';
import type { Check } from './place.ts';

const MAX = 3000;

const marked =
  (max: number): Check =>
  (value, at) => {
    visible(max)(value, at);
    if (typeof value === 'string') for (const problem of mrkdwnProblems(value)) at.report(problem);
  };

const plainShape = (max: number) => shape({ text: visible(max) }, { emoji: boolean });
const mrkdwnShape = (max: number) => shape({ text: marked(max) }, { verbatim: boolean });

/** Source: docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const plainText = (max = MAX): Check => byType('plain_text object', { plain_text: plainShape(max) });

export const mrkdwnText = (max = MAX): Check => byType('mrkdwn object', { mrkdwn: mrkdwnShape(max) });

export const anyText = (max = MAX): Check =>
  byType('text object', { plain_text: plainShape(max), mrkdwn: mrkdwnShape(max) });

/** A bare string that Slack reads as mrkdwn, such as a message's own text. */
export const mrkdwnString = marked;

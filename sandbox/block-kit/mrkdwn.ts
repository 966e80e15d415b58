import { isWebAddress } from './checks.ts';

const TOKENS =
  /\{(date_num|date|date_short|date_long|date_pretty|date_short_pretty|date_long_pretty|date_slash|date_long_full|day_divider_pretty|time|time_secs|ago)\}/g;

/**
 * What is wrong with a mrkdwn text: every `<…>` must be a link, a date with a fallback, a user or a channel, and no
 * other `<`, `>` or `&` may be unescaped, except the `>` that starts a quotation.
 * Source: docs.slack.dev/messaging/formatting-message-text
 */
export function mrkdwnProblems(text: string): string[] {
  const problems: string[] = [];
  const outside = text.replace(/<([^<>]*)>/g, (_whole, inside: string) => {
    const problem = sequenceProblem(inside);
    if (problem !== undefined) problems.push(`<${inside}> ${problem}`);
    return '\u0000';
  });
  const unquoted = outside.replace(/^(>>>|>)/gm, '');
  if (/[<>]/.test(unquoted)) problems.push('has an unescaped < or >');
  if (/&(?!(?:amp|lt|gt);)/.test(unquoted)) problems.push('has an unescaped &');
  return problems;
}

function sequenceProblem(inside: string): string | undefined {
  if (/^@[UW][A-Z0-9]+(\|[^|]+)?$/.test(inside)) return undefined;
  if (/^#[CGD][A-Z0-9]+(\|[^|]*)?$/.test(inside)) return undefined;
  if (inside.startsWith('!date^')) return dateProblem(inside);
  if (/^!(channel|here|everyone|subteam)/.test(inside)) return 'calls people together';
  return linkProblem(inside);
}

/** `!date^seconds^format^link|fallback`, the link being optional. */
function dateProblem(inside: string): string | undefined {
  const bar = inside.indexOf('|');
  const fallback = bar < 0 ? '' : inside.slice(bar + 1);
  if (fallback.trim() === '') return 'has no fallback';
  const [, seconds = '', format = '', link, ...more] = inside.slice(0, bar).split('^');
  if (more.length > 0) return 'has too many parts';
  if (!/^-?\d{1,11}$/.test(seconds)) return 'has no timestamp in whole seconds';
  if (link !== undefined && !isWebAddress(link)) return 'has no http(s) address to link to';
  const literal = format.replaceAll(TOKENS, '');
  if (/[{}]/.test(literal)) return 'has an unknown format token';
  return literal === format ? 'has no format token' : undefined;
}

function linkProblem(inside: string): string | undefined {
  const [address = '', label, ...more] = inside.split('|');
  if (more.length > 0) return 'has a | in its label';
  if (/^(mailto:[^@\s]+@[^@\s]+|tel:[+\d().-]+)$/.test(address)) return undefined;
  if (!isWebAddress(address)) return 'is not a control sequence of Slack';
  if (label === undefined) return undefined;
  if (label.trim() === '') return 'has a blank label';
  const shown = /^\s*https?:\/\/[^\s]+/i.exec(label)?.[0].trim();
  if (shown === undefined || !URL.canParse(shown)) return undefined;
  return new URL(shown).host === new URL(address).host ? undefined : 'shows another address than it leads to';
}

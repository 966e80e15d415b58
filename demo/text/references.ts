import { type Clock, slackDate } from './dates.ts';

/** What is between `<` and `>` in mrkdwn, as people see it. */
export function referenceText(inside: string, clock: Clock): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (target.startsWith('!date^')) return dateText(target, label, clock);
  if (target.startsWith('!subteam^')) return label || `@${target.slice('!subteam^'.length)}`;
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  if (target.startsWith('@') || target.startsWith('#')) return target.charAt(0) + (label || target.slice(1));
  return linkText(target.replace(/^mailto:/, ''), label);
}

/** A link with its address: `label (url)`, or the address alone if the label says no more. */
export function linkText(url: string, label: string): string {
  return label === '' || label === url ? url : `${label} (${url})`;
}

function dateText(target: string, fallback: string, clock: Clock): string {
  const [, seconds = '', format = '', link = ''] = target.split('^');
  const said = slackDate(seconds, format, clock) ?? fallback;
  return link === '' ? said : linkText(link, said);
}

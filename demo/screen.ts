import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import type { Ephemeral, StoredMessage, StoredView } from '../sandbox/slack/state/surfaces.ts';
import { fieldsOf, textIn } from './text/fields.ts';
import { textOf } from './text/text-of.ts';
import { flow, widthOf } from './text/width.ts';

const WIDTH_MAX = 110;
const WIDTH_MIN = 40;

export interface ScreenOptions {
  readonly slack: SampleSlack;
  readonly write: (text: string) => void;
  readonly ansi: boolean;
  /** Of the terminal; some report 0 or undefined, which means "not known". */
  readonly columns: number | undefined;
  /** Whose zone "your time" is. */
  readonly timeZone: () => string;
}

/** What people see in the sample Slack, written down as it appears. */
export interface Screen {
  /** Writes what appeared or changed since the last time, and says what that was. */
  update(): readonly Shown[];
}

/** Anything with blocks that somebody sees. */
export type Shown = Ephemeral | StoredMessage | StoredView;

export function screen({ slack, write, ansi, columns, timeZone }: ScreenOptions): Screen {
  const seen = new WeakMap<Shown, Shown['blocks']>();
  const width = Math.max(WIDTH_MIN, Math.min(columns || WIDTH_MAX, WIDTH_MAX)) - 4;
  let told = 0;

  return {
    update() {
      const broken = slack.violations.slice(told);
      told = slack.violations.length;
      for (const rule of broken) write(`  Slack would refuse this: ${rule}\n`);
      const fresh = shownBy(slack).filter((shown) => seen.get(shown) !== shown.blocks);
      for (const shown of fresh) {
        write(`  ${placeOf(shown)}${seen.has(shown) ? ' (updated, in its place)' : ''}:\n${framed(shown)}\n`);
        seen.set(shown, shown.blocks);
      }
      return fresh;
    },
  };

  function placeOf(shown: Shown): string {
    const onlyOne = `only ${slack.people.get(shown.userId)?.realName ?? shown.userId} sees this`;
    if ('channelId' in shown) {
      const channel = `#${slack.channels.get(shown.channelId)?.name ?? shown.channelId}`;
      return `${channel}, ${shown.kind === 'ephemeral' ? onlyOne : 'everybody sees this'}`;
    }
    if (shown.kind === 'home') return `Home tab, ${onlyOne}`;
    return `“${textIn(fieldsOf(shown.content.title).text)}”, ${onlyOne}`;
  }

  function framed(shown: Shown): string {
    const message = 'text' in shown ? shown : { blocks: shown.blocks };
    const text = named(textOf(message, { now: slack.now, timeZone: timeZone(), ansi, width }));
    const lines = text.split('\n').flatMap((line) => wrapped(line, width));
    return lines.map((line) => `  │ ${line}`.trimEnd()).join('\n');
  }

  /** As Slack does, a mention shows the name. */
  function named(text: string): string {
    return text.replace(/@(U[A-Z0-9]+)/gu, (mention, id: string) => {
      const who = slack.people.get(id);
      return who === undefined ? mention : `@${who.realName}`;
    });
  }
}

function wrapped(line: string, width: number): readonly string[] {
  return widthOf(line) <= width ? [line] : flow(line.split(' '), width, ' ').split('\n');
}

function shownBy(slack: SampleSlack): Shown[] {
  const messages = [...slack.channels.values()].flatMap((channel) => channel.messages);
  return [...slack.ephemerals, ...messages, ...slack.views.values(), ...slack.homes.values()];
}

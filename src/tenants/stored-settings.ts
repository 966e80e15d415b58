import * as v from 'valibot';
import type { ChannelId } from '../core/channel.ts';
import { type Chosen, chosenFrom, type Level, settingsOf } from '../core/settings.ts';

/** What is set at once: the whole workspace, or one of its channels. */
export type Scope =
  | { readonly level: 'workspace' }
  | { readonly level: 'channel'; readonly channel: ChannelId };

/** What was written of a scope. A version that does not know a setting keeps it. */
export type WrittenSettings = Readonly<Record<string, unknown>>;

const stored = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/** The field of a scope in the record of a tenant. */
export const fieldOf = (scope: Scope): string =>
  scope.level === 'workspace' ? 'workspace' : `channel:${scope.channel}`;

export function readWritten(text: string | undefined): WrittenSettings | undefined {
  const read = v.safeParse(stored, text);
  return read.success ? read.output : undefined;
}

/** What is set by a text that was stored. One that cannot be read at all counts as if each of its values could not. */
export function chosenIn(level: Level, text: string | undefined): Chosen {
  if (text === undefined) return {};
  const unreadable = Object.fromEntries(settingsOf(level).map((key) => [key, null]));
  return chosenFrom(level, readWritten(text) ?? unreadable);
}

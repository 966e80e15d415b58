import type { SlackUserId } from '../core/person.ts';
import { type Level, SETTINGS, type SettingKey, type Settings } from '../core/settings.ts';
import { type Card, card, section } from './blocks.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { valueName } from './settings-form.ts';
import type { Words } from './words/words.ts';

/** What somebody set for a channel: by setting, a value, or undefined for the level above. */
export interface ToldSettings {
  readonly by: SlackUserId;
  readonly level: Level;
  readonly above: Settings;
  readonly changes: ReadonlyMap<SettingKey, string | undefined>;
}

/** For the channel: who set what. */
export function settingsToldCard({ by, changes, ...levels }: ToldSettings, words: Words): Card {
  const lines = [...changes].map(([key, value]) => line(key, value, levels, words));
  const first = mrkdwn`:gear: ${Mrkdwn.user(by)} ${words.changedSettings}`;
  const text = Mrkdwn.join([first, ...lines], '\n');
  return card([section(text)], text);
}

function line<K extends SettingKey>(
  key: K,
  value: string | undefined,
  levels: Pick<ToldSettings, 'level' | 'above'>,
  words: Words,
): Mrkdwn {
  const known = value === undefined ? undefined : SETTINGS[key].read(value);
  return mrkdwn`• *${words.settingNames[key].label}*${Mrkdwn.ours(words.colon)}${valueName(key, known, levels, words)}`;
}

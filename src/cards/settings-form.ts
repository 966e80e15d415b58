import type { ModalView } from '@slack/types';
import {
  type Chosen,
  type Level,
  type Rules,
  SETTINGS,
  type SettingKey,
  type Settings,
  settingsOf,
} from '../core/settings.ts';
import { section } from './blocks.ts';
import { LIMITS, shorten } from './limits.ts';
import { modal } from './modal.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Block, Input } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

/** The forms' own ids. */
export const SETTINGS_FORM = {
  workspace: 'workspace_settings',
  channel: 'channel_settings',
} as const satisfies Record<Level, string>;

/** The choice of what counts at the level above. It is not a value of any setting. */
const AS_ABOVE = 'as-above';

export interface SettingsFormContent {
  readonly level: Level;
  readonly chosen: Chosen;
  /** What counts where nothing is chosen. */
  readonly above: Settings;
  /** Text of at most 3,000 characters that the form carries. */
  readonly metadata: string;
  /** Below the form: sections of their own, each with its heading. */
  readonly more?: readonly Block[];
}

/** What a form shows as chosen, or sends, by setting. */
export type FormValues = Readonly<Record<string, string>>;

/** A form with a field for each setting of its level: the choices of the setting, and the one of the level above. */
export function settingsForm(content: SettingsFormContent, words: Words): ModalView {
  const { level, metadata, more = [] } = content;
  const fields = settingsOf(level).map((key) => field(key, content, words));
  const options = { callbackId: SETTINGS_FORM[level], metadata };
  return {
    ...modal(
      words.settings,
      words,
      [section(mrkdwn`${words.settingsIntro[level]}`), ...fields, ...more],
      options,
    ),
    submit: { type: 'plain_text', text: shorten(words.save, LIMITS.viewTitle), emoji: false },
  };
}

/** What the form shows before anybody changes it. */
export function shownValues({ level, chosen }: Pick<SettingsFormContent, 'level' | 'chosen'>): FormValues {
  return Object.fromEntries(settingsOf(level).map((key) => [key, chosen[key] ?? AS_ABOVE]));
}

/** What was changed in a form, by setting: a value, or undefined for the level above. Undefined for what no form of this level sends. */
export function changedValues(
  level: Level,
  shown: FormValues,
  sent: FormValues,
): ReadonlyMap<SettingKey, string | undefined> | undefined {
  const changes = new Map<SettingKey, string | undefined>();
  for (const key of settingsOf(level)) {
    const value = sent[key];
    if (value === undefined || value === shown[key]) continue;
    if (value !== AS_ABOVE && SETTINGS[key].read(value) === undefined) return undefined;
    changes.set(key, value === AS_ABOVE ? undefined : value);
  }
  return changes;
}

/** A value in words, or what counts at the level above. */
export function valueName<K extends SettingKey>(
  key: K,
  value: Rules[K] | undefined,
  { level, above }: Pick<SettingsFormContent, 'level' | 'above'>,
  words: Words,
): string {
  const { choice } = words.settingNames[key];
  return value === undefined ? words.asAbove[level](choice(above[key])) : choice(value);
}

function field<K extends SettingKey>(key: K, content: SettingsFormContent, words: Words): Input {
  const { label, hint } = words.settingNames[key];
  const current: Rules[K] | undefined = content.chosen[key];
  const { choices } = SETTINGS[key];
  const isOther = current !== undefined && !choices.includes(current);
  const offered: readonly (Rules[K] | undefined)[] = [undefined, ...(isOther ? [current] : []), ...choices];
  const option = (value: Rules[K] | undefined) =>
    ({
      text: {
        type: 'plain_text',
        text: shorten(valueName(key, value, content, words), LIMITS.optionText),
        emoji: false,
      },
      value: value ?? AS_ABOVE,
    }) as const;
  return {
    type: 'input',
    block_id: key,
    label: { type: 'plain_text', text: label, emoji: false },
    hint: { type: 'plain_text', text: hint, emoji: false },
    element: {
      type: 'static_select',
      action_id: key,
      options: offered.map(option),
      initial_option: option(current),
    },
  };
}

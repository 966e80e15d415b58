import { isDeepStrictEqual } from 'node:util';
import { type Fields, listAt } from '../slack/fields.ts';
import { listOf, oneOf, shape, string, webAddress } from './checks.ts';
import type { Check, Place } from './place.ts';
import { anyText, plainText } from './text.ts';

/** Slack's pages say 150 for the value, its own types 75; the smaller is sure to pass. */
const VALUE_MAX = 75;

const option = (text: Check, extra: Readonly<Record<string, Check>> = {}): Check =>
  shape({ text, value: string(VALUE_MAX) }, { description: plainText(75), ...extra });

export const menuOption = option(plainText(75));

/** Radio buttons and checkboxes may use mrkdwn. */
export const boxOption = option(anyText(75), { description: anyText(75) });

/** Only here does an option lead somewhere. */
export const overflowOption = option(plainText(75), { url: webAddress });

export const optionGroups: Check = listOf(
  shape({ label: plainText(75), options: listOf(menuOption, 100) }),
  100,
);

/** Options or groups of them, one and not both. */
export function optionsOrGroups(fields: Fields, at: Place): void {
  if ((fields.options === undefined) === (fields.option_groups === undefined)) {
    at.report('needs either options or option_groups');
  }
  initialIsOffered(fields, at);
}

/** What is chosen at first must be one of the options, in every part. */
export function initialIsOffered(fields: Fields, at: Place): void {
  const offered = [
    ...listAt(fields, 'options'),
    ...listAt(fields, 'option_groups').flatMap((one) => listAt(one, 'options')),
  ];
  const initial = [
    ...listAt(fields, 'initial_options'),
    ...(fields.initial_option ? [fields.initial_option] : []),
  ];
  for (const one of initial) {
    if (!offered.some((other) => isDeepStrictEqual(one, other)))
      at.report('starts with an option that it does not offer');
  }
}

export const buttonStyle: Check = oneOf('primary', 'danger');

/** Source: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirmation: Check = shape(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: buttonStyle },
);

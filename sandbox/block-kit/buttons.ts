import { boolean, integer, listOf, matching, oneOf, shape, string, webAddress } from './checks.ts';
import { boxOption, buttonStyle, confirmation, initialIsOffered, overflowOption } from './choices.ts';
import type { Check } from './place.ts';
import { plainText } from './text.ts';

export const actionId: Check = string(255);

/** What elements that can be clicked have in common. */
export const interactive = { action_id: actionId, confirm: confirmation } as const;

const label75 = { accessibility_label: string(75) } as const;

/** Source: docs.slack.dev/reference/block-kit/block-elements/button-element */
export const button: Check = shape(
  { text: plainText(75) },
  { ...interactive, ...label75, value: string(2000), url: webAddress, style: buttonStyle },
);

const parameter = shape({ name: string(255), value: string(3000, 0) });
const trigger = shape({ url: webAddress }, { customizable_input_parameters: listOf(parameter, 100, 0) });

const workflowButton: Check = shape(
  { text: plainText(75), workflow: shape({ trigger }) },
  { ...interactive, ...label75, style: buttonStyle },
);

const feedbackButton = shape({ text: plainText(75), value: string(2000) }, label75);

const boxes = {
  required: { options: listOf(boxOption, 10) },
  optional: { ...interactive, focus_on_load: boolean },
} as const;

/** Buttons and boxes, by type. */
export const buttons = {
  button,
  workflow_button: workflowButton,
  overflow: shape({ options: listOf(overflowOption, 5) }, interactive),
  radio_buttons: shape(boxes.required, { ...boxes.optional, initial_option: boxOption }, initialIsOffered),
  checkboxes: shape(
    boxes.required,
    { ...boxes.optional, initial_options: listOf(boxOption, 10) },
    initialIsOffered,
  ),
} as const;

/** The two that are allowed in a context_actions block only. */
export const feedback = {
  feedback_buttons: shape(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: actionId },
  ),
  icon_button: shape(
    { icon: oneOf('trash'), text: plainText(75) },
    {
      ...interactive,
      ...label75,
      value: string(2000),
      visible_to_user_ids: listOf(matching(/^[UW][A-Z0-9]+$/, 'a user id'), 1000),
    },
  ),
} as const;

const dateOf = matching(/^\d{4}-\d\d-\d\d$/, 'a date such as 2030-12-31');
const timeOf = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 10:30');
const focus = { focus_on_load: boolean, placeholder: plainText(150) } as const;

export const pickers = {
  datepicker: shape({}, { ...interactive, ...focus, initial_date: dateOf }),
  timepicker: shape({}, { ...interactive, ...focus, initial_time: timeOf, timezone: string(255) }),
  datetimepicker: shape(
    {},
    { ...interactive, focus_on_load: boolean, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
} as const;

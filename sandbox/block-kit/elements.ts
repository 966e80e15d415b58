import { isFields } from '../slack/fields.ts';
import { buttons, feedback, pickers } from './buttons.ts';
import { byType } from './checks.ts';
import { imageElement } from './images.ts';
import { inputs } from './inputs.ts';
import type { Check, SurfaceKind } from './place.ts';
import { selects } from './selects.ts';
import { anyText } from './text.ts';

/** Elements that Slack shows in some places only. Source: docs.slack.dev/reference/block-kit/block-elements */
const SURFACES: Readonly<Record<string, readonly SurfaceKind[]>> = {
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  number_input: ['modal'],
  url_text_input: ['modal'],
  feedback_buttons: ['message'],
  icon_button: ['message'],
  workflow_button: ['message'],
};

const placed =
  (check: Check): Check =>
  (value, at) => {
    check(value, at);
    const type = isFields(value) ? value.type : undefined;
    const surfaces = typeof type === 'string' && Object.hasOwn(SURFACES, type) ? SURFACES[type] : undefined;
    if (surfaces?.includes(at.surface) === false) at.report(`cannot be a ${type} in a ${at.surface}`);
  };

const { datepicker, timepicker } = pickers;
const { radio_buttons, checkboxes } = buttons;
const { rich_text_input } = inputs;

export const accessory: Check = placed(
  byType('accessory', { ...buttons, ...selects, datepicker, timepicker, image: imageElement }),
);

export const actionElement: Check = placed(
  byType('element of an actions block', { ...buttons, ...selects, ...pickers, rich_text_input }),
);

export const inputElement: Check = placed(
  byType('element of an input block', { ...selects, ...pickers, ...inputs, radio_buttons, checkboxes }),
);

export const feedbackElement: Check = placed(byType('element of a context_actions block', feedback));

/** An image or a text. */
export const contextElement: Check = (value, at) => {
  const isImage = isFields(value) && value.type === 'image';
  if (isImage) imageElement(value, at);
  else anyText()(value, at);
};

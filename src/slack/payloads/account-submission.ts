import * as v from 'valibot';

/** Slack's own limit of a text field, and more than any value of the form. */
const VALUE_MAX = 3000;

const input = v.object({
  value: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(VALUE_MAX)))),
  selected_option: v.optional(v.nullable(v.object({ value: v.string() }))),
});

/** The form of a conference account, sent: its inputs by block and action. */
export const accountSubmission = v.object({
  type: v.literal('view_submission'),
  view: v.object({
    id: v.string(),
    /** The settings, below the form. */
    previous_view_id: v.optional(v.nullable(v.string())),
    state: v.object({ values: v.record(v.string(), v.record(v.string(), input)) }),
  }),
});

export type AccountSubmission = v.InferOutput<typeof accountSubmission>;

import * as v from 'valibot';
import { ACTION } from '../../cards/action-ids.ts';
import { FIND_FORM } from '../../cards/find-form.ts';

/** The find form, sent. */
export const findSubmission = v.object({
  type: v.literal('view_submission'),
  view: v.object({
    id: v.string(),
    state: v.object({
      values: v.object({
        [FIND_FORM.field]: v.object({
          [ACTION.find]: v.object({ value: v.optional(v.nullable(v.string())) }),
        }),
      }),
    }),
  }),
});

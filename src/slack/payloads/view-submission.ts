import * as v from 'valibot';
import { ACTION } from '../../cards/action-ids.ts';
import { FIND_FORM } from '../../cards/find-form.ts';
import { actor } from './action.ts';

/** The find form, sent. */
export const findSubmission = v.object({
  type: v.literal('view_submission'),
  ...actor,
  view: v.object({
    id: v.string(),
    callback_id: v.literal(FIND_FORM.callbackId),
    private_metadata: v.optional(v.string()),
    state: v.object({
      values: v.object({
        [FIND_FORM.field]: v.object({
          [ACTION.find]: v.object({ value: v.optional(v.nullable(v.string())) }),
        }),
      }),
    }),
  }),
});

export type FindSubmission = v.InferOutput<typeof findSubmission>;

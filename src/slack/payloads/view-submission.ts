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

const chosen = v.object({ selected_option: v.optional(v.nullable(v.object({ value: v.string() }))) });

/** A form of settings, sent: each setting is a block with one element, and both have its name. The values by setting. */
export const settingsSubmission = v.object({
  type: v.literal('view_submission'),
  view: v.object({
    id: v.string(),
    private_metadata: v.optional(v.string(), ''),
    state: v.object({
      values: v.pipe(
        v.record(v.string(), v.record(v.string(), chosen)),
        v.transform((blocks) =>
          Object.fromEntries(
            Object.entries(blocks).flatMap(([key, elements]) => {
              const value = elements[key]?.selected_option?.value;
              return value === undefined ? [] : [[key, value]];
            }),
          ),
        ),
      ),
    }),
  }),
});

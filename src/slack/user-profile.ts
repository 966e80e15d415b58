import * as v from 'valibot';
import { vendorUserId } from '../core/ids.ts';
import { type ZoneName, zoneName } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';

/** What is known of a Slack user: who they are to the vendor, and their language and time zone. */
export interface UserProfile {
  readonly viewer: Viewer;
  /** Slack's tag, such as `en-GB`; `wordsFor` chooses the words for it. */
  readonly locale: string | undefined;
  readonly zone: ZoneName | undefined;
}

const viewerSchema = v.variant('kind', [
  v.object({ kind: v.literal('proven'), userId: v.string(), name: v.optional(v.string()) }),
  v.object({
    kind: v.literal('unproven'),
    reason: v.picklist([
      'other-workspace',
      'bot',
      'no-email',
      'unconfirmed-email',
      'confirmation-unknown',
      'unknown-to-vendor',
      'no-account',
    ]),
  }),
]);

const profileSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ viewer: viewerSchema, locale: v.optional(v.string()), zone: v.optional(v.string()) }),
);

/** A profile as it was stored as JSON; undefined for anything else. */
export function readProfile(text: string): UserProfile | undefined {
  const read = v.safeParse(profileSchema, text);
  if (!read.success) return undefined;
  const { viewer, locale, zone } = read.output;
  const rest = { locale, zone: zoneName(zone ?? '') };
  if (viewer.kind === 'unproven') return { viewer, ...rest };
  const userId = vendorUserId(viewer.userId);
  return userId === undefined
    ? undefined
    : { viewer: { kind: 'proven', userId, name: viewer.name }, ...rest };
}

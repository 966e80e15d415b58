import * as v from 'valibot';
import { vendorUserId } from '../core/ids.ts';
import { STANDINGS, type Standing } from '../core/standing.ts';
import { type ZoneName, zoneName } from '../core/time.ts';
import type { Viewer } from '../core/viewer.ts';

/** What is known of a Slack user: who they are to the vendor and to the tenant, and their language and time zone. */
export interface UserProfile {
  readonly viewer: Viewer;
  /** As it was when Slack was asked: who changes something is asked about again (`UserDirectory.standing`). */
  readonly standing: Standing;
  /** Slack's tag, such as `en-GB`; `wordsFor` chooses the words for it. */
  readonly locale: string | undefined;
  readonly zone: ZoneName | undefined;
}

/** A profile as it is stored. */
export interface StoredProfile {
  readonly profile: UserProfile;
  /** When Slack was asked, in milliseconds since 1970; undefined in what an older version wrote. */
  readonly askedAt: number | undefined;
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
  v.object({
    viewer: viewerSchema,
    standing: v.picklist(STANDINGS),
    locale: v.optional(v.string()),
    zone: v.optional(v.string()),
    askedAt: v.optional(v.number()),
  }),
);

export function writeProfile(profile: UserProfile, askedAt: number): string {
  return JSON.stringify({ ...profile, askedAt });
}

/** A profile as it was written; undefined for anything else. */
export function readProfile(text: string): StoredProfile | undefined {
  const read = v.safeParse(profileSchema, text);
  if (!read.success) return undefined;
  const { viewer, standing, locale, zone, askedAt } = read.output;
  const rest = { standing, locale, zone: zoneName(zone ?? '') };
  if (viewer.kind === 'unproven') return { profile: { viewer, ...rest }, askedAt };
  const userId = vendorUserId(viewer.userId);
  return userId === undefined
    ? undefined
    : { profile: { viewer: { kind: 'proven', userId, name: viewer.name }, ...rest }, askedAt };
}

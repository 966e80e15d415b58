import * as v from 'valibot';
import type { FormValues } from '../../cards/settings-form.ts';
import type { ChannelId } from '../../core/channel.ts';
import type { Keys } from '../../storage/keys.ts';
import type { Scope } from '../../tenants/stored-settings.ts';
import { channelId } from '../payloads/ids.ts';
import type { RequestContext } from '../request-context.ts';

const METADATA_MAX = 3000;

const schema = v.pipe(
  v.string(),
  v.maxLength(METADATA_MAX),
  v.parseJson(),
  v.object({
    shown: v.record(v.string(), v.string()),
    channel: v.optional(v.object({ id: channelId, proof: v.string() })),
  }),
);

/** What a form of settings carries: what it showed, and whose settings they are. */
export interface FormMetadata {
  readonly shown: FormValues;
  readonly channel: { readonly id: ChannelId; readonly proof: string } | undefined;
}

/** The proof that a channel's form was opened by this person in this tenant: only the app can make it. */
function proofOf(id: ChannelId, { actor, services }: Pick<RequestContext, 'actor' | 'services'>): string {
  const keys: Pick<Keys, 'channelForm'> = services.keys;
  return keys.channelForm(id, actor);
}

export function writeFormMetadata(
  scope: Scope,
  shown: FormValues,
  context: Pick<RequestContext, 'actor' | 'services'>,
): string {
  if (scope.level === 'workspace') return JSON.stringify({ shown });
  const { channel: id } = scope;
  return JSON.stringify({ shown, channel: { id, proof: proofOf(id, context) } });
}

/** Undefined for what this app did not write. */
export function readFormMetadata(text: string): FormMetadata | undefined {
  const read = v.safeParse(schema, text);
  return read.success ? { shown: read.output.shown, channel: read.output.channel } : undefined;
}

/** The scope of a form of one level; undefined where the form is not one that this person was given. */
export function scopeOf(
  level: Scope['level'],
  { channel }: FormMetadata,
  context: Pick<RequestContext, 'actor' | 'services'>,
): Scope | undefined {
  if (level === 'workspace') return channel === undefined ? { level } : undefined;
  if (channel === undefined || channel.proof !== proofOf(channel.id, context)) return undefined;
  return { level, channel: channel.id };
}

import { changedValues, type FormValues } from '../../cards/settings-form.ts';
import { settingsToldCard } from '../../cards/settings-told.ts';
import { wordsIn } from '../../cards/words/languages.ts';
import type { Words } from '../../cards/words/words.ts';
import type { Level } from '../../core/settings.ts';
import type { SettingChanges } from '../../tenants/change-settings.ts';
import type { Scope } from '../../tenants/stored-settings.ts';
import type { PostedMessage } from '../messenger.ts';
import type { RequestContext } from '../request-context.ts';
import { isRateLimited, slackErrorOf } from '../retry-on-rate-limit.ts';
import { NOT_ALLOWED, whyNotSet } from './may-set.ts';
import { readFormMetadata, scopeOf } from './metadata.ts';

/** What comes of a form that was sent. `not-told`: the app may not post in the channel, so nothing was changed. */
export const SAVED = ['saved', 'unchanged', 'unreadable', 'not-told', 'unavailable', ...NOT_ALLOWED] as const;

/** What came of it, and the sentence for whoever sent it. */
export interface SavedForm {
  readonly outcome: (typeof SAVED)[number];
  readonly sentence: string;
}

/** A form as it was sent. */
export interface SentForm {
  readonly level: Level;
  readonly metadata: string;
  readonly values: FormValues;
}

/**
 * Sets what was changed in a form, and nothing else. Who sent it, and whose settings they are, is proven again. A channel is told before its
 * settings change, and where it cannot be told, they do not.
 */
export async function saveForm(
  context: RequestContext,
  { level, metadata, values }: SentForm,
  words: Words,
): Promise<SavedForm> {
  const refused = await whyNotSet(level, context, words);
  if (refused !== undefined) return refused;
  const form = readFormMetadata(metadata);
  const scope = form && scopeOf(level, form, context);
  const changes = form && changedValues(level, form.shown, values);
  if (scope === undefined || changes === undefined)
    return { outcome: 'unreadable', sentence: words.settingsNotSaved };
  if (changes.size === 0) return { outcome: 'unchanged', sentence: words.settingsUnchanged };
  return scope.level === 'workspace'
    ? set(context, scope, changes, words)
    : tellAndSet(context, scope, changes, words);
}

async function set(
  { services, homeChanged }: RequestContext,
  scope: Scope,
  changes: SettingChanges,
  words: Words,
): Promise<SavedForm> {
  const isSaved = await services.tenantSettings.change(scope, changes);
  if (!isSaved) return { outcome: 'unavailable', sentence: words.settingsNotSaved };
  homeChanged();
  return { outcome: 'saved', sentence: words.settingsSaved };
}

async function tellAndSet(
  context: RequestContext,
  scope: Extract<Scope, { level: 'channel' }>,
  changes: SettingChanges,
  words: Words,
): Promise<SavedForm> {
  const { actor, messenger, services } = context;
  const [there, inWorkspace] = await Promise.all([
    services.tenantSettings.in(scope.channel),
    services.tenantSettings.in(undefined),
  ]);
  const card = settingsToldCard(
    { by: actor.userId, level: scope.level, above: inWorkspace, changes },
    wordsIn(there.locale),
  );
  let told: PostedMessage | undefined;
  try {
    told = await messenger.post(scope.channel, card);
  } catch (error) {
    if (slackErrorOf(error) === undefined && !isRateLimited(error)) throw error;
    return { outcome: 'not-told', sentence: words.cannotPost };
  }
  const saved = await set(context, scope, changes, words);
  if (saved.outcome !== 'saved' && told !== undefined) await messenger.remove(told);
  return saved;
}

import { setTimeout as delay } from 'node:timers/promises';
import type { ChannelId } from '../core/channel.ts';
import { type Chosen, merged, type Settings, strictest } from '../core/settings.ts';
import type { Clock } from '../core/time.ts';
import { singleFlight } from '../lib/single-flight.ts';
import { withTimeout } from '../lib/with-timeout.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import { StorageUnavailable } from '../storage/durable-store.ts';
import type { Keys } from '../storage/keys.ts';
import { changeStored, type SettingChanges, type SettingsRecords } from './change-settings.ts';
import { chosenIn, fieldOf, type Scope } from './stored-settings.ts';

/** What was set in one tenant. No method rejects. */
export interface TenantSettings {
  /** What counts in a channel, or outside of any. The same object while nothing changes. */
  in(channel: ChannelId | undefined): Promise<Settings>;
  /** What is set, and what counts where nothing is, as it is stored now. Undefined where the storage does not say. */
  look(scope: Scope): Promise<{ readonly chosen: Chosen; readonly above: Settings } | undefined>;
  /** Sets these and nothing else, also if others are being set at the same time. False where the storage did not do it. */
  change(scope: Scope, changes: SettingChanges): Promise<boolean>;
}

export interface TenantSettingsOptions {
  readonly records: SettingsRecords & Pick<DurableRecords, 'fields'>;
  readonly keys: Pick<Keys, 'settings'>;
  /** What counts where nothing is set. */
  readonly environment: Settings;
  readonly clock: Clock;
}

/** Another process may have changed something. */
const KNOWN_MS = 60_000;

/** While the storage is unavailable, it is asked once in so long for what is known. */
const UNAVAILABLE_MS = 1000;

/** No request waits longer for what was set; what comes later counts for the next one. */
const WAIT_MS = 150;

const LOOK_MS = 25;

/** What is known, and until when (milliseconds since 1970) without another look. */
interface Known {
  readonly fields: ReadonlyMap<string, string>;
  readonly inWorkspace: Settings;
  readonly inChannels: Map<ChannelId, Settings>;
  until: number;
}

/**
 * One record a tenant, with a field for the workspace and one for each channel: one read tells all, once a minute. While the storage is
 * unavailable, what was read last goes on to count; where nothing was read yet, the strictest does (docs/adr/0027-settings.md).
 */
export function tenantSettings({ records, keys, environment, clock }: TenantSettingsOptions): TenantSettings {
  const unknown = strictest(environment);
  const inFlight = singleFlight<Known | undefined>();
  let known: Known | undefined;
  let notBefore = 0;
  let changes = 0;

  async function current(): Promise<Known | undefined> {
    if (known !== undefined && clock() < Math.max(known.until, notBefore)) return known;
    const reading = inFlight(keys.settings, known === undefined ? readFirst : read);
    return (await withTimeout(WAIT_MS, reading)) ?? known;
  }

  /** A process that has just started is given a moment to reach its storage. */
  async function readFirst(): Promise<Known | undefined> {
    for (let waited = 0; waited < WAIT_MS; waited += LOOK_MS) {
      const found = await read();
      if (found !== undefined) return found;
      await delay(LOOK_MS);
    }
    return undefined;
  }

  async function read(): Promise<Known | undefined> {
    const before = changes;
    try {
      const fields = await records.fields(keys.settings);
      return before === changes ? noted(fields) : read();
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      notBefore = clock() + UNAVAILABLE_MS;
      return known;
    }
  }

  /** Settings that did not change stay the same objects: cards that were rendered with them are still found. */
  function noted(fields: ReadonlyMap<string, string>): Known {
    const isSame = known !== undefined && sameFields(known.fields, fields);
    const until = clock() + KNOWN_MS;
    if (known !== undefined && isSame) {
      known.until = until;
      return known;
    }
    const inWorkspace = merged(environment, chosenIn('workspace', fields.get('workspace')));
    known = { fields, inWorkspace, inChannels: new Map(), until };
    return known;
  }

  function ofChannel({ fields, inWorkspace, inChannels }: Known, channel: ChannelId): Settings {
    const text = fields.get(fieldOf({ level: 'channel', channel }));
    if (text === undefined) return inWorkspace;
    const made = inChannels.get(channel) ?? merged(inWorkspace, {}, chosenIn('channel', text));
    inChannels.set(channel, made);
    return made;
  }

  async function changeNow(scope: Scope, wanted: SettingChanges): Promise<void> {
    await changeStored(records, keys.settings, scope, wanted);
    changes += 1;
    // Where it cannot be read now, the strictest counts, and not what counted before.
    known = undefined;
    await read();
  }

  return {
    async in(channel) {
      const now = await current();
      if (now === undefined) return unknown;
      return channel === undefined ? now.inWorkspace : ofChannel(now, channel);
    },
    async look(scope) {
      const fields = await orElse(records.fields(keys.settings), undefined);
      if (fields === undefined) return undefined;
      const chosen = chosenIn(scope.level, fields.get(fieldOf(scope)));
      if (scope.level === 'workspace') return { chosen, above: environment };
      return { chosen, above: merged(environment, chosenIn('workspace', fields.get('workspace'))) };
    },
    change: (scope, wanted) =>
      orElse(
        changeNow(scope, wanted).then(() => true),
        false,
      ),
  };
}

/** What was resolved, or `otherwise` where the storage is unavailable. */
async function orElse<T, U>(done: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof StorageUnavailable) return otherwise;
    throw error;
  }
}

function sameFields(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([field, text]) => other.get(field) === text);
}

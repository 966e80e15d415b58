import type { SettingKey } from '../core/settings.ts';
import type { DurableRecords } from '../storage/durable-records.ts';
import { StorageUnavailable } from '../storage/durable-store.ts';
import { chosenIn, fieldOf, readWritten, type Scope } from './stored-settings.ts';

/** What somebody wants to be set from now on: a word of the setting, or undefined for what counts at the level above. */
export type SettingChanges = ReadonlyMap<SettingKey, string | undefined>;

export type SettingsRecords = Pick<DurableRecords, 'field' | 'setField' | 'setFieldIfAbsent' | 'swapField'>;

/** Others may set something at the same moment, a few times in a row. */
const ATTEMPTS = 5;

/**
 * Sets these in the record of a tenant and leaves the rest as it is, in one step on what is stored. What counts as the strictest since it could
 * not be read is then written as that. Rejects with `StorageUnavailable`.
 */
export async function changeStored(
  records: SettingsRecords,
  key: string,
  scope: Scope,
  wanted: SettingChanges,
): Promise<void> {
  const field = fieldOf(scope);

  async function attempt(): Promise<boolean> {
    const before = await records.field(key, field);
    const written: Record<string, unknown> = { ...readWritten(before), ...chosenIn(scope.level, before) };
    for (const [name, value] of wanted) {
      if (value === undefined) delete written[name];
      else written[name] = value;
    }
    const text = JSON.stringify(written);
    const isEmpty = Object.keys(written).length === 0;
    if (before !== undefined) return records.swapField(key, field, before, isEmpty ? undefined : text);
    return isEmpty || records.setFieldIfAbsent(key, field, text, undefined);
  }

  /** What stands there and does not open with this deployment's key is in the way of every attempt. */
  async function replaceUnreadable(): Promise<void> {
    if ((await records.field(key, field)) !== undefined) throw new StorageUnavailable('swapField');
    await records.setField(key, field, '{}', undefined);
  }

  for (let nth = 0; !(await attempt()); nth += 1) if (nth === ATTEMPTS) await replaceUnreadable();
}

import { WriteBehind } from '../lib/write-behind.ts';
import { openStorage, type Storage, type StorageOptions } from './open-storage.ts';

/** Storage for a program beside the app, without log and metrics: what fails rejects, and nothing is reported. */
export function unreportedStorage(
  options: Pick<StorageOptions, 'redis' | 'stateRedis' | 'sealKeys' | 'clock'>,
): Storage {
  return openStorage({
    ...options,
    behind: new WriteBehind(() => {}),
    onConnectionFault: () => {},
    onFault: () => {},
    onState: () => {},
    onDurableFault: () => {},
    onDurableState: () => {},
  });
}

import { accessSync, constants } from 'node:fs';

/** Whether there is a file of this name that this user may execute. */
export function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

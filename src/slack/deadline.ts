import { withTimeout } from '../lib/with-timeout.ts';

/** `withTimeout`, with the reporter of late failures as an argument. */
export const withinTime = <T>(
  milliseconds: number,
  promise: Promise<T>,
  onLateFailure?: (error: unknown) => void,
): Promise<T | undefined> =>
  withTimeout(milliseconds, promise, onLateFailure === undefined ? {} : { onLateFailure });

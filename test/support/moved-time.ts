import { onTestFinished, vi } from 'vitest';

/** Time that the test moves: of the app's deadlines, and of nothing that goes over the network. */
export interface MovedTime {
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  /** From now on time passes by itself again; what waited for it does not go on. */
  release(): void;
}

/** Takes hold of time until the test ends. Open the stage before. */
export function movedTime(): MovedTime {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const release = (): void => void vi.useRealTimers();
  onTestFinished(release);
  return { release, pass: async (milliseconds) => void (await vi.advanceTimersByTimeAsync(milliseconds)) };
}

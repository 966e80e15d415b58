import type { Clock } from './dates.ts';
import type { Paint } from './style.ts';

/** Who reads, where and when. */
export interface Surface {
  readonly clock: Clock;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

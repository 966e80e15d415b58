import { buildInto } from '../../sandbox/built-app.ts';
import { BUILT } from './built.ts';

/** Once before all tests: they start the app in several workers, which must not build it below each other. */
export async function setup(): Promise<void> {
  await buildInto(BUILT);
}

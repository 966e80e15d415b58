import { defineConfig } from 'vitest/config';
import { QUICK_TESTS } from './test/support/quick-tests.ts';

/** What `npm run check` runs. */
export default defineConfig({
  test: {
    include: [...QUICK_TESTS],
    maxWorkers: 2,
    isolate: false,
    passWithNoTests: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

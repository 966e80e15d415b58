import { defineConfig } from 'vitest/config';

/** What the Dockerfile says, step by step, without a container engine; it installs the packages anew. */
export default defineConfig({
  test: {
    include: ['test/deploy/*.steps.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});

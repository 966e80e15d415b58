import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const UNDER_LOAD = ['test/faults/crowd.test.ts'];
const BUILD_APP = 'test/faults/build-app.ts';

export default defineConfig({
  test: {
    // More files at a time than cores: most of a test's time is waiting for processes, sockets and limits of time.
    maxWorkers: 4,
    // No test changes a module, so the files of one worker can share what is loaded.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Tests wait for events; these limits only end one whose event never comes, also on a machine that is busy otherwise.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // One project, for each has workers of its own, and a worker takes seconds to load the app.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts', 'sandbox/**/*.test.ts'],
          exclude: UNDER_LOAD,
          globalSetup: BUILD_APP,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Crowds load several processes: none beside the others.
        test: {
          name: 'alone',
          include: UNDER_LOAD,
          globalSetup: BUILD_APP,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/main.ts', 'src/tenants-command.ts'],
      reporter: ['text', 'text-summary'],
    },
  },
});

import { defineConfig } from 'vitest/config';

const UNDER_LOAD = ['test/faults/crowd.test.ts'];
const BUILD_APP = 'test/faults/build-app.ts';

export default defineConfig({
  test: {
    // More files at a time than cores: most of a test's time is waiting for processes, sockets and limits of time.
    maxWorkers: 4,
    // No test changes a module, so the files of one worker can share what is loaded.
    isolate: false,
    // Tests wait for events; these limits only end one whose event never comes, also on a machine that is busy otherwise.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'sandbox/**/*.test.ts'],
          exclude: ['test/faults/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // These start processes, and wait for them most of the time. They are the first of their group, by their name.
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: UNDER_LOAD,
          globalSetup: BUILD_APP,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Crowds load several processes: none beside the others.
        test: {
          name: 'load',
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

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

type ProjectOptions = NonNullable<TestProjectInlineConfiguration['test']>;

const UNDER_LOAD = ['test/faults/crowd.test.ts'];

const BOTH: ProjectOptions = {
  // More files at a time than cores: most of a test's time is waiting for processes, sockets and limits of time.
  maxWorkers: 4,
  // No test changes a module, so the files of one worker can share what is loaded.
  isolate: false,
  // Tests wait for events; these limits only end one whose event never comes, also on a machine that is busy otherwise.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Here and in neither project, so that the app is built once.
    globalSetup: 'test/faults/build-app.ts',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // One project, for each has workers of its own, and a worker takes seconds to load the app.
        test: {
          ...BOTH,
          name: 'together',
          include: ['test/**/*.test.ts', 'sandbox/**/*.test.ts'],
          exclude: UNDER_LOAD,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Crowds load several processes: none beside the others.
        test: {
          ...BOTH,
          name: 'alone',
          include: UNDER_LOAD,
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

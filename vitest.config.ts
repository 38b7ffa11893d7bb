import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/helpers/longest-first.ts';
import { preloads } from './tests/helpers/preloads.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/database-server.ts'],
    // Processes and not threads: tests kill, change directory and listen to signals.
    pool: 'forks',
    // One after another in the same processes: what is imported is read once in each, and no longer for each file.
    isolate: false,
    execArgv: [...preloads],
    // One more than the two cores we count on: much of what tests do is waiting for a server or a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // For what hangs and not for what is slow: the machine may have other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

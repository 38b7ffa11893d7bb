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
    // By Node itself, which reads our types as the service does: Vite's runner costs a tenth of all that tests compute.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // In megabytes. In the 16 that are usual, what a test has just made is gone through again and again: a fifth of it all.
    execArgv: [...preloads, '--max-semi-space-size=64'],
    // One more than the two cores we count on: much of what tests do is waiting for a server or a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // For what hangs and not for what is slow: the machine may have other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

/*
 * What `npm test` runs: vitest with the given arguments (file names, -t <name> …), and as the last line
 * `N passed, N failed`, alone on a line. A file that cannot be loaded, an error outside every test, and a run
 * without any test count as failed.
 */
import { parseCLI, type Reporter, startVitest } from 'vitest/node';

const tally = { passed: 0, failed: 0 };

const counter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    tally.passed = 0;
    tally.failed = unhandledErrors.length;
    for (const module of modules) {
      // Errors outside its tests: it could not be loaded, or a hook of the file failed.
      tally.failed += module.errors().length;
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') tally.passed += 1;
        if (state === 'failed') tally.failed += 1;
      }
    }
  },
};

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const { reporter = ['default'], reporters = reporter, ...others } = options;
const vitest = await startVitest(filter, { ...others, reporters: [...[reporters].flat(), counter] });
await vitest.close();
if (tally.passed + tally.failed === 0) tally.failed = 1;
// A run that vitest broke off (its set-up failed, Ctrl-C) has set an exit code without any test to show for it.
if (process.exitCode && tally.failed === 0) tally.failed = 1;
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

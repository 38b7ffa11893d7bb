import { defineConfig } from 'vitest/config';
import everyRun from '../../vitest.config.ts';

/* What `npm run test:real` runs: the contract on real servers, and what asks the database, on PostgreSQL 15. */
export default defineConfig({
  test: {
    ...everyRun.test,
    root: process.cwd(),
    include: ['tests/real/*.real.ts', 'tests/db/**/*.test.ts', 'tests/services/**/*.test.ts'],
    exclude: [
      // These start a PostgreSQL of their own, which is the one that comes with Bray.
      'tests/db/embedded-*.test.ts',
      // EXPLAIN (GENERIC_PLAN) came with PostgreSQL 16.
      'tests/db/explain.test.ts',
    ],
    globalSetup: ['tests/real/database-server.ts'],
  },
});

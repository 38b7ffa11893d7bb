/* vitest's globalSetup: as of every run, on the oldest PostgreSQL that Bray runs on. */
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { setupDatabase } from '../helpers/database-server.ts';

export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return setupDatabase(project, fileURLToPath(new URL('servers', import.meta.url)));
}

import { defineConfig } from 'drizzle-kit';

/**
 * For `npx drizzle-kit generate --name <what_it_does>`, which compares the schema with the last snapshot and
 * writes drizzle/<number>_<what_it_does>.sql. Applying is src/db/migrate.ts, never drizzle-kit.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema/*.ts',
  out: './drizzle',
});

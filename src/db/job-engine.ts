import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import engine from 'pg-boss/package.json' with { type: 'json' };
import type { Sql } from 'postgres';

const SCHEMA = 'pgboss';

/** The version of the job engine's tables that this version of it works with. */
export const jobEngineVersion: number = engine.pgboss.schema;

/**
 * Makes the job engine's own tables, or brings them up to what this version of it works with, with the rights of `sql`.
 * The scheduler, which uses them, may neither make nor change any. For one connection that nobody else uses.
 */
export async function installJobEngine(sql: Sql): Promise<void> {
  const [found] = await sql<{ installed: boolean }[]>`
    select to_regclass(${`${SCHEMA}.version`}) is not null as installed`;
  if (found?.installed !== true) {
    await sql.unsafe(getConstructionPlans(SCHEMA));
    return;
  }
  const [at] = await sql<{ version: number }[]>`select version from pgboss.version`;
  if (at !== undefined && at.version < jobEngineVersion)
    await sql.unsafe(getMigrationPlans(SCHEMA, at.version));
}

import type { Sql } from 'postgres';
import type { Captured } from './world.ts';

/** A node of a plan as PostgreSQL's EXPLAIN writes it as JSON (documentation of PostgreSQL 18, read November 2026). */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What a statement does to the tables. */
export interface Explained {
  readonly query: string;
  /** The tables that are read from end to end, with these parameters. */
  readonly scanned: readonly string[];
  /** The same by the plan for any parameters. */
  readonly scannedForAny: readonly string[];
  /** How many rows and index entries it looked at, each as often as it did. */
  readonly looked: number;
}

/**
 * Carries statements out one after the other under EXPLAIN, and undoes it all. Tables of fewer than `smallest` rows
 * may be scanned: they do not grow with the followers, and for a few pages it is the quickest way.
 */
export async function explain(
  sql: Sql,
  statements: readonly Captured[],
  { smallest = 10_000 }: { readonly smallest?: number } = {},
): Promise<Explained[]> {
  const big = new Set(
    (
      await sql<{ name: string }[]>`
        select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ${smallest}`
    ).map(({ name }) => name),
  );
  const explained: Explained[] = [];
  const undone = new Error('undone');
  await sql
    .begin(async (tx) => {
      for (const { query, params } of statements) {
        // A setting reads no table, and PostgreSQL explains none.
        if (/^\s*set local /i.test(query)) continue;
        // The one for any parameters first: carrying it out may change what it would read.
        const [any] = await tx.unsafe(`explain (generic_plan, format json) ${query}`);
        const [these] = await tx.unsafe(`explain (analyze, timing off, format json) ${query}`, [
          ...params,
        ] as string[]);
        const plan = planOf(these);
        explained.push({
          query: query.replaceAll(/\s+/g, ' ').trim(),
          scanned: scans(plan).filter((table) => big.has(table)),
          scannedForAny: scans(planOf(any)).filter((table) => big.has(table)),
          looked: lookedAt(plan),
        });
      }
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return explained;
}

function planOf(row: Record<string, unknown> | undefined): PlanNode {
  const explained = row?.['QUERY PLAN'] as [{ readonly Plan: PlanNode }] | undefined;
  if (explained === undefined) throw new Error('A statement was not explained.');
  return explained[0].Plan;
}

function scans(node: PlanNode): string[] {
  const here = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? '?'] : [];
  return [...here, ...(node.Plans ?? []).flatMap(scans)];
}

function lookedAt(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + lookedAt(child), 0);
  if (!/Scan$/.test(node['Node Type'])) return below;
  const each = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  return below + Math.ceil(each * (node['Actual Loops'] ?? 1));
}

import { Hono } from 'hono';
import { databaseAnswers } from '../services/beats/database.ts';
import type { ApiDeps, Probe, ProbeAnswer } from './deps.ts';

/** A check that takes longer has failed, in milliseconds. */
const patience = 6_000;

/**
 * `/healthz`: this process answers. `/readyz`: everything that the service needs is there; names each check,
 * and answers 503 when one fails. Neither says anything that a stranger could use.
 */
export function createHealth(deps: Pick<ApiDeps, 'context' | 'probes' | 'safeError' | 'log'>): Hono {
  const probes: ApiDeps['probes'] = { database: () => askDatabase(deps), ...deps.probes };
  const health = new Hono();
  health.get('/healthz', (c) => c.json({ ok: true }));
  health.get('/readyz', async (c) => {
    const answers = await Promise.all(
      Object.entries(probes).map(async ([name, probe]) => [name, await ask(deps, name, probe)] as const),
    );
    const ok = answers.every(([, answer]) => answer.ok);
    return c.json({ ok, checks: Object.fromEntries(answers) }, ok ? 200 : 503);
  });
  return health;
}

async function askDatabase({ context }: Pick<ApiDeps, 'context'>): Promise<ProbeAnswer> {
  const base = context();
  if (base === null) return { ok: false, remedy: 'The service has not been set up yet.' };
  await databaseAnswers(base);
  return { ok: true };
}

async function ask(
  { log, safeError }: Pick<ApiDeps, 'log' | 'safeError'>,
  name: string,
  probe: Probe,
): Promise<ProbeAnswer> {
  const slow = Promise.withResolvers<ProbeAnswer>();
  const timer = setTimeout(
    () => slow.resolve({ ok: false, remedy: `It did not answer within ${patience / 1000} s.` }),
    patience,
  );
  try {
    return await Promise.race([probe(), slow.promise]);
  } catch (error) {
    log.warn('probe-failed', { role: name, error: safeError(error) });
    return { ok: false, remedy: 'It failed; see the log.' };
  } finally {
    clearTimeout(timer);
  }
}

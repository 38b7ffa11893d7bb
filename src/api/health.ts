import { Hono } from 'hono';
import { askDatabase } from '../services/beats/database.ts';
import type { Context } from '../services/context.ts';
import type { ApiDeps, Probe, ProbeAnswer } from './deps.ts';

/** A check that takes longer has failed, in milliseconds. */
const patience = 6_000;

/** To ask the database is to write to it, which strangers must not make it do all the time: a fresh answer serves. */
const databaseFresh = 2_000;

/**
 * `/healthz`: this process answers. `/readyz`: everything that the service needs is there; names each check,
 * and answers 503 when one fails. Neither says anything that a stranger could use.
 */
export function createHealth(deps: Pick<ApiDeps, 'context' | 'probes' | 'safeError' | 'log'>): Hono {
  const database = probeDatabase(deps);
  const probes: ApiDeps['probes'] = { database, ...deps.probes };
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

function probeDatabase({ context }: Pick<ApiDeps, 'context'>): Probe {
  let last: { readonly at: number; readonly answer: Promise<ProbeAnswer> } | null = null;
  return () => {
    const base = context();
    if (base === null) return Promise.resolve({ ok: false, remedy: 'The service has not been set up yet.' });
    const at = base.clock.monotonic();
    if (last === null || at - last.at > databaseFresh) {
      last = { at, answer: databaseTakesWrites({ ...base, actor: { kind: 'job', name: 'readyz' } }) };
    }
    return last.answer;
  };
}

async function databaseTakesWrites(ctx: Context): Promise<ProbeAnswer> {
  if ((await askDatabase(ctx)) === 'takes writes') return { ok: true };
  return {
    ok: false,
    remedy:
      'The disk of the database is full: nothing is sent and nothing is taken in. Free some space; everything then goes on by itself.',
  };
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

import { type Job as BossJob, PgBoss } from 'pg-boss';
import type { Sql } from 'postgres';
import { beat } from '../services/beats/beat.ts';
import type { SigningContext } from '../services/context.ts';
import { wakeChannels } from '../services/wake.ts';
import { type Job, jobs } from './jobs.ts';

export interface SchedulerDeps {
  /** A context that acts as the named job. */
  readonly context: (job: string) => SigningContext;
  /** Where the job engine signs in, as the scheduler does. */
  readonly databaseUrl: string;
  readonly sql: Sql;
  /** What may be logged of an error. */
  readonly safeError: (error: unknown) => string;
}

/** The recurring work of one process. */
export interface Scheduler {
  start(): Promise<void>;
  /** Lets running jobs end (5 s at most); one that is cut off is taken up at the next start. */
  stop(): Promise<void>;
}

/** pg-boss would otherwise leave a killed worker's job alone for 15 minutes; so it is taken up after about 14 s. */
const supervision = {
  heartbeatSeconds: 10,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
} as const;

/** The floor below the timers: how often a worker looks by itself, in seconds. */
const pollingSeconds = 0.5;

const beatEveryMs = 10_000;

/** How long what failed is left alone; pg-boss tries the run again by itself too, and gives up after a while. */
const afterFailure = Temporal.Duration.from({ seconds: 2 });

/**
 * Runs the jobs of `jobs.ts`. pg-boss makes each of them recur and retries it when it fails. Two schedulers may
 * run the same job at once: every job guards what it takes in hand by locking its rows. What is due is ours: rows
 * compared with the injected clock; a timer on that clock wakes the job when the next falls due, and a
 * notification when due instants change.
 */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const boss = new PgBoss({
    connectionString: deps.databaseUrl,
    max: 4,
    // Its tables are made by who migrates (`db/job-engine.ts`); who schedules owns none.
    migrate: false,
    reindex: false,
    superviseIntervalSeconds: supervision.superviseIntervalSeconds,
    monitorIntervalSeconds: supervision.monitorIntervalSeconds,
  });
  const { log } = deps.context('scheduler');
  boss.on('error', (error) => log.error('scheduler-failed', { error: deps.safeError(error) }));
  const alarms = new Map<string, () => void>();
  const workers = new Map<string, string>();
  const firstRuns = new Map<string, PromiseWithResolvers<void>>();
  let heart: NodeJS.Timeout | undefined;
  let ear: { unlisten(): Promise<void> } | undefined;
  let stopped = false;

  async function start(): Promise<void> {
    await boss.start();
    for (const [name, job] of Object.entries(jobs)) await employ(name, job);
    ear = await deps.sql.listen(wakeChannels.scheduler, wakeAll, wakeAll);
    inBackground(wakeAtStart());
    await beat(deps.context('scheduler'), 'scheduler');
    heart = setInterval(() => inBackground(beat(deps.context('scheduler'), 'scheduler')), beatEveryMs);
  }

  async function employ(name: string, job: Job): Promise<void> {
    await forgetStatelyQueue(name);
    // `short`: one run waiting at most, so that no wake is lost and none piles up.
    await boss.createQueue(name, { policy: 'short', retryLimit: 5, retryDelay: 2, retryBackoff: true });
    await boss.updateQueue(name, { heartbeatSeconds: supervision.heartbeatSeconds });
    await boss.schedule(name, job.every);
    const work = (_: BossJob[]) => run(name, job);
    workers.set(name, await boss.work(name, { pollingIntervalSeconds: pollingSeconds }, work));
  }

  /**
   * Under pg-boss's policy `stately` (12.35.0) a worker that was told that a run is active fetches nothing for as
   * long as it believes it, up to a minute: a wake was 49.6 s late where it is 36 ms late now. A queue cannot
   * change its policy, and what it holds are wakes, which every start makes anew.
   */
  async function forgetStatelyQueue(name: string): Promise<void> {
    const known = await boss.getQueue(name);
    if (known?.policy === 'stately') await boss.deleteQueue(name);
  }

  async function run(name: string, job: Job): Promise<void> {
    const ctx = deps.context(name);
    try {
      await job.run(ctx, deps.safeError).finally(firstRun(name).resolve);
    } catch (error) {
      log.error('job-failed', { job: name, error: deps.safeError(error) });
      await arm(name, job, ctx.clock.now().add(afterFailure));
      // Without its cause: pg-boss keeps what it is given, and a driver's error carries the row's values.
      throw new Error(`The job ${name} failed; see the log.`);
    }
    await arm(name, job, ctx.clock.now());
  }

  /**
   * Arms the timer for the next due instant, no sooner than `earliest`: what failed is still due, and must not make
   * the job run without a rest. Never rejects: the work is done, and the recurring run makes up for a timer.
   */
  async function arm(name: string, job: Job, earliest: Temporal.Instant): Promise<void> {
    if (job.next === undefined || stopped) return;
    const ctx = deps.context(name);
    try {
      const due = await job.next(ctx);
      alarms.get(name)?.();
      alarms.delete(name);
      // While it was asked, everything may have been told to stop.
      if (due === null || stopped) return;
      const at = Temporal.Instant.compare(due, earliest) < 0 ? earliest : due;
      alarms.set(
        name,
        ctx.clock.wakeAt(at, () => inBackground(wake(name))),
      );
    } catch (error) {
      log.error('not-armed', { job: name, error: deps.safeError(error) });
    }
  }

  /**
   * What looks at everything there is, once what fell due while nobody was there is on its way, and one after the other:
   * so nothing that is late waits for it.
   */
  async function wakeAtStart(): Promise<void> {
    const all = Object.entries<Job>(jobs);
    await Promise.all(all.flatMap(([name, job]) => (job.next === undefined ? [] : [firstRun(name).promise])));
    for (const [name, job] of all) {
      if (!job.atStart || job.next !== undefined) continue;
      await wake(name);
      await firstRun(name).promise;
    }
  }

  /** Resolves when the job has run for the first time, or failed to. */
  function firstRun(name: string): PromiseWithResolvers<void> {
    const known = firstRuns.get(name) ?? Promise.withResolvers<void>();
    firstRuns.set(name, known);
    return known;
  }

  async function wake(name: string): Promise<void> {
    const worker = workers.get(name);
    if (stopped || worker === undefined) return;
    await boss.send(name);
    boss.notifyWorker(worker);
  }

  function wakeAll(): void {
    for (const [name, job] of Object.entries<Job>(jobs)) if (job.next !== undefined) inBackground(wake(name));
  }

  /** For what nobody waits for: a failure is logged, and the recurring run makes up for it. */
  function inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => log.error('scheduler-failed', { error: deps.safeError(error) }));
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearInterval(heart);
    for (const disarm of alarms.values()) disarm();
    await ear?.unlisten();
    await boss.stop({ graceful: true, timeout: 5_000 });
  }

  return { start, stop };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../sandbox/telegram/faults.ts';
import type { Verdict } from './delivery-judge.ts';
import { type BulkOrAlert, type FaultWorld, faultWorld, until } from './fault-world.ts';

/** How long things last: as they do outside, or shortened so that a test can wait for them. */
export interface Times {
  /** The sender waits so long for an answer. */
  readonly timeoutMs: number;
  /** Longer than that. */
  readonly stallMs: number;
  /** As long as Telegram sleeps over a flood wait, and well within the time-out. */
  readonly silentMs: number;
  /** Telegram or its name is away. */
  readonly awayMs: number;
  /** The database is away, or its disk full. */
  readonly databaseMs: number;
}

export const realTimes: Times = {
  timeoutMs: 30_000,
  stallMs: 33_000,
  silentMs: 8_000,
  awayMs: 10_000,
  databaseMs: 30_000,
};

export const shortTimes: Times = {
  timeoutMs: 800,
  stallMs: 1_100,
  silentMs: 400,
  awayMs: 700,
  databaseMs: 1_500,
};

/** One way for the world to fail while a broadcast goes out. */
export interface FaultCase {
  readonly name: string;
  /** What it may leave in doubt: for a post that is parked, for an alert repeated once, marked. */
  readonly doubts: 'nothing' | 'everything';
  /** Makes it happen; resolves when it is over. Called before anything is planned. */
  readonly happen: (world: FaultWorld, times: Times) => Promise<void>;
}

/** So many requests are met by a fault: some of the followers, so that there are also some who are not. */
const MET = 6;

/** A fault of Telegram's answers; over once it has met as many requests as it was to. */
function atTelegram(
  name: string,
  doubts: FaultCase['doubts'],
  faultOf: (times: Times) => Fault,
  met = MET,
): FaultCase {
  return {
    name,
    doubts,
    async happen({ standIn }, times) {
      const fault = faultOf(times);
      standIn.addFault({ fault, method: 'sendMessage', times: met, skip: 2 });
      const patience = 20_000 + 3 * times.stallMs;
      const isOver = () => !standIn.core.faults.pending().some((pending) => pending.fault === fault);
      await until(isOver, `${name} meets requests`, patience);
    },
  };
}

/** The claim, what becomes of attempts, and what a lease needs: everything that a sender writes. */
const WRITES = /^\s*(update|insert|delete|with)\b/i;
const DISK_FULL = '53100';

export const faultCases: readonly FaultCase[] = [
  {
    name: 'DNS',
    doubts: 'nothing',
    async happen({ telegramName, sender }, { awayMs }) {
      telegramName.broken = true;
      await until(() => sender.stats().unsent > 0, 'a name is asked for', 20_000);
      await delay(awayMs);
      telegramName.broken = false;
    },
  },
  {
    name: 'refused',
    doubts: 'nothing',
    async happen({ standIn, sender }, { awayMs }) {
      standIn.goDown({ ms: 3_600_000 });
      await until(() => sender.stats().unsent > 0, 'a connection is refused', 20_000);
      await delay(awayMs);
      standIn.goDown({ ms: 1 });
    },
  },
  atTelegram('reset before', 'everything', () => ({ kind: 'reset', accepted: false })),
  atTelegram('reset after', 'everything', () => ({ kind: 'reset', accepted: true })),
  // What nobody waits for any more is carried out all the same.
  atTelegram('stall before', 'everything', ({ stallMs: ms }) => ({ kind: 'stall', ms, accepted: false })),
  atTelegram('stall after', 'everything', ({ stallMs: ms }) => ({ kind: 'stall', ms, accepted: true })),
  atTelegram('5xx before', 'everything', () => ({ kind: 'status', status: 502, accepted: false })),
  atTelegram('5xx after', 'everything', () => ({ kind: 'status', status: 500, accepted: true })),
  atTelegram('HTML before', 'everything', () => ({ kind: 'html', status: 502, accepted: false })),
  atTelegram('HTML after', 'everything', () => ({ kind: 'html', status: 504, accepted: true })),
  atTelegram('truncated', 'everything', () => ({ kind: 'truncated' })),
  atTelegram('429 with retry_after', 'nothing', () => ({ kind: 'too many requests', retryAfter: 1 }), 15),
  atTelegram('429 without', 'nothing', () => ({ kind: 'too many requests', retryAfter: null }), 8),
  atTelegram('silent delay', 'nothing', ({ silentMs: ms }) => ({ kind: 'stall', ms, accepted: false })),
  {
    name: 'clock +1 h',
    doubts: 'nothing',
    async happen({ clock, sender }) {
      await until(() => sender.stats().sent > 3, 'some were sent', 20_000);
      clock.jump({ hours: 1 });
    },
  },
  {
    // What was planned by the clock before waits until the clock has caught up: it is set right again.
    name: 'clock -1 h',
    doubts: 'nothing',
    async happen({ clock, sender }, { awayMs }) {
      await until(() => sender.stats().sent > 3, 'some were sent', 20_000);
      clock.jump({ hours: -1 });
      await delay(awayMs);
      clock.jump({ hours: 1 });
    },
  },
  databaseClock('database clock +1 h', '1 hour'),
  databaseClock('database clock -1 h', '-1 hour'),
  {
    name: 'database away',
    doubts: 'nothing',
    async happen({ database, sender }, { databaseMs }) {
      await until(() => sender.stats().sent > 3, 'some were sent', 20_000);
      await database.goAway();
      await delay(databaseMs);
      await database.comeBack();
    },
  },
  {
    name: 'disk full',
    doubts: 'nothing',
    async happen({ database, sender, events }, { databaseMs }) {
      await until(() => sender.stats().sent > 3, 'some were sent', 20_000);
      database.addFault({ statement: WRITES, sqlState: DISK_FULL });
      await until(() => events.some(({ fields }) => fields.error?.includes(DISK_FULL)), 'it is told', 20_000);
      await delay(databaseMs);
      database.clearFaults();
    },
  },
];

/**
 * The lease goes by PostgreSQL's clock. It is made to jump for every new connection: a function of the same name
 * comes first on the path on which functions are looked for.
 */
function databaseClock(name: string, by: string): FaultCase {
  return {
    name,
    doubts: 'everything',
    async happen(world, { awayMs }) {
      const { sql, sender, database } = world;
      await until(() => sender.stats().sent > 3, 'some were sent', 20_000);
      await sql`create schema jumped`;
      await sql.unsafe(`
        create function jumped.clock_timestamp() returns timestamptz language sql volatile
        as $$ select pg_catalog.clock_timestamp() + interval '${by}' $$`);
      const [{ name: here = '' } = {}] = await sql<{ name: string }[]>`select current_database() as name`;
      await sql.unsafe(`alter database "${here}" set search_path = jumped, pg_catalog, public`);
      database.cut();
      world.standBy().start();
      await delay(awayMs);
    },
  };
}

/** What came of one fault and one kind of message. */
export interface FaultFigures extends Omit<Verdict, 'faults'> {
  readonly fault: string;
  readonly kind: BulkOrAlert;
  /** From the end of the fault until nothing was left to do. */
  readonly overAfterMs: number;
}

/** The service goes on by itself within this time after a fault is over. */
const GOES_ON_WITHIN_MS = 45_000;

/**
 * Lets a fault happen while a broadcast goes out; then, with nobody's help, the rest goes out, and a second broadcast
 * goes to everybody. `faults` is empty when it was so.
 */
export async function runFault(
  fault: FaultCase,
  kind: BulkOrAlert,
  { databaseUrl, times }: { readonly databaseUrl: string; readonly times: Times },
): Promise<FaultFigures & Pick<Verdict, 'faults'>> {
  const world = await faultWorld({ databaseUrl, kind, timeoutMs: times.timeoutMs });
  try {
    const happening = fault.happen(world, times);
    // Slow enough for a fault to come in between.
    world.standIn.addFault({
      fault: { kind: 'stall', ms: 30, accepted: true },
      method: 'sendMessage',
      times: 1_000_000,
    });
    await world.plan();
    world.sender.start();
    await happening;
    const over = performance.now();
    await until(async () => (await world.open()) === 0, 'it goes on by itself', GOES_ON_WITHIN_MS);
    const overAfterMs = Math.round(performance.now() - over);
    const first = await world.judge(fault.doubts);
    await world.plan();
    await until(async () => (await world.open()) === 0, 'a second broadcast goes out', GOES_ON_WITHIN_MS);
    const { faults: both, ...figures } = await world.judge(fault.doubts);
    const faults = [...both];
    // Repeats aside, which are judged above: on a busy machine a lease may end here too, with answers under way.
    const news = figures.accepted - figures.repeats - (first.accepted - first.repeats);
    if (news !== world.chats.length || figures.unknown !== first.unknown) {
      faults.push(`of ${world.chats.length} messages after it ${news} arrived, or were in doubt`);
    }
    return { fault: fault.name, kind, overAfterMs, ...figures, faults };
  } finally {
    await world.close();
  }
}

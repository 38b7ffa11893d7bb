import { setTimeout as delay } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';

/*
 * postgres (3.4.9) goes on with a transaction whose connection has died. Its `rollback` is then written to a socket
 * that is no more, which throws outside of every promise and ends the process (porsager/postgres#1154 and #1208); and
 * what is left of the transaction may be carried out on the connection's successor, outside of any (#1155; all open in
 * November 2026). Here a transaction that has lost its connection does nothing any more but fail.
 */

/** What the parts of one transaction know of its connection. */
interface Fate {
  /** Its connection is gone. */
  lost: boolean;
  /** The driver has ended it. */
  over: boolean;
}

type Work = (tx: TransactionSql) => unknown;

/** The same pool, whose transactions end with their connection. */
export function withSafeTransactions(sql: Sql): Sql {
  const begin = (...given: [string, Work] | [Work]) => {
    const [options, work] = given.length === 1 ? (['', given[0]] as const) : given;
    return carryOut(sql, options, work);
  };
  return new Proxy(sql, {
    get: (target, name) => (name === 'begin' ? begin : Reflect.get(target, name, target)),
  });
}

async function carryOut(sql: Sql, options: string, work: Work): Promise<unknown> {
  const fate: Fate = { lost: false, over: false };
  try {
    return await sql.begin(options, (tx) => toItsEnd(fate, () => work(guarded(tx, fate))));
  } finally {
    // The driver rejects as soon as the connection is gone, while the work may still be going on.
    fate.lost = true;
    fate.over = true;
  }
}

/** The driver hears of a lost connection in the same moment as we do, or in the next. */
const LOSS_IS_SEEN_WITHIN_MS = 1_000;

/**
 * Carries out a part of the transaction. When its connection is lost it comes to no end: the driver would write that
 * end to nobody, and ends the transaction by itself.
 */
async function toItsEnd(fate: Fate, work: () => unknown): Promise<unknown> {
  try {
    const result = await work();
    refuseWhenLost(fate);
    return result;
  } catch (error) {
    fate.lost ||= isLoss(error);
    if (fate.lost) await delay(LOSS_IS_SEEN_WITHIN_MS, undefined, { ref: false });
    if (fate.over) return new Promise(() => undefined);
    throw error;
  }
}

function guarded(tx: TransactionSql, fate: Fate): TransactionSql {
  const savepoint = async (...given: [string, Work] | [Work]) => {
    refuseWhenLost(fate);
    const [name, work] = given.length === 1 ? (['', given[0]] as const) : given;
    return tx.savepoint(name, (inner) => toItsEnd(fate, () => work(guarded(inner, fate))));
  };
  return new Proxy(tx, {
    apply(target, self, given) {
      refuseWhenLost(fate);
      return Reflect.apply(target, self, given);
    },
    get(target, name) {
      if (name === 'savepoint') return savepoint;
      if (name === 'unsafe') refuseWhenLost(fate);
      return Reflect.get(target, name, target);
    },
  });
}

function refuseWhenLost({ lost }: Fate): void {
  if (lost) throw new TransactionLost();
}

/** A transaction has lost its connection: nothing of it was kept, unless its commit was under way. */
class TransactionLost extends Error {
  override readonly name = 'TransactionLost';
  readonly code = 'TRANSACTION_LOST';

  constructor() {
    super('The transaction has lost its connection.');
  }
}

/** The driver's own codes, and the system's for sockets. */
const CODES_OF_LOSS =
  /^(CONNECTION_\w+|CONNECT_TIMEOUT|TRANSACTION_LOST|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;

/** Whether an error is about the connection and not about a statement. Drizzle wraps the driver's. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The server ends the session with what it calls FATAL; otherwise the statement alone has failed.
  if ('severity' in error) return error.severity === 'FATAL' || error.severity === 'PANIC';
  if ('code' in error && typeof error.code === 'string' && CODES_OF_LOSS.test(error.code)) return true;
  return isLoss(error.cause);
}

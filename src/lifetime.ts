import { constants } from 'node:os';
import { safeError } from './log.ts';
import type { Log } from './services/context.ts';

/** The life of this process, as it is ended from outside. */
export interface Lifetime {
  /** Aborted by the first signal that asks the process to end. */
  readonly ending: AbortSignal;
  /** Resolves at that signal. */
  readonly ended: Promise<void>;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens to the signals that end a process. The first asks for an orderly end; a second ends it at once, with
 * the exit code that shells give a process killed by it. What is then undone is done at the next start.
 */
export function watchSignals(): Lifetime {
  const controller = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  for (const signal of signals) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
      controller.abort();
      resolve();
    });
  }
  return { ending: controller.signal, ended };
}

/** An orderly end that takes longer is not waited for: 8 s for our own work, 2 s for the database. */
const patience = { service: 8_000, all: 10_000 } as const;

/** Ends the service, for as long as that may take; answers whether it came to its end. */
export async function drain(stop: () => Promise<void>, log: Log): Promise<boolean> {
  setTimeout(() => process.exit(1), patience.all).unref();
  const { promise: tooLong, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patience.service);
  try {
    const inTime = await Promise.race([stop().then(() => true), tooLong]);
    if (!inTime) log.warn('stop-cut-short', { ms: patience.service });
    return inTime;
  } finally {
    clearTimeout(timer);
  }
}

/** An exit code for what nobody expected (EX_SOFTWARE of BSD's sysexits.h). */
export const UNEXPECTED = 70;

/** What nobody expected ends the process, said without the error's message, which may carry anything. */
export function watchFaults(log: Log): void {
  const end = (error: unknown) => {
    log.error('failed', { error: safeError(error) });
    process.exit(UNEXPECTED);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

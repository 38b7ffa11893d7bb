import { CannotStart } from '../cannot-start.ts';
import { EmbeddedDatabaseError } from '../db/embedded/index.ts';

/** A command that could not be carried out, for a reason the operator can do something about. */
export class Failed extends Error {
  override readonly name: string = 'Failed';
  /** With which the command ends. */
  readonly exitCode: number = 1;
}

/** `EX_TEMPFAIL` of sysexits.h: a mail server that runs a command keeps the mail, and gives it again later. */
const TRY_LATER = 75;

/** Nothing was done, and nobody has to mend anything here: the same may well go another time. */
export class TryLater extends Failed {
  override readonly name = 'TryLater';
  override readonly exitCode = TRY_LATER;
}

/** Whether its message says what the operator can do about it. */
export function isForTheOperator(error: unknown): error is Error {
  return error instanceof Failed || error instanceof CannotStart || error instanceof EmbeddedDatabaseError;
}

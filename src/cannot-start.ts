/** Why the service cannot start, or go on, for a reason that a person can do something about. The message is for them. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

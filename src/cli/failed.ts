/** A command that could not be carried out, for a reason the operator can do something about. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

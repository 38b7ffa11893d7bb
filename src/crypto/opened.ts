/**
 * What opening something sealed gives. `broken` never says what was inside:
 * - `format`: not something that we sealed, or cut short;
 * - `unknown-epoch`: sealed to a key that this process does not hold, or holds no more;
 * - `later-epoch`: sealed to a key that came after all that this process holds: it was not started since `keys rotate`;
 * - `altered`: sealed to another key, bound to other ids, or changed since.
 */
export type Opened<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly broken: SealBreak };

/** Why something sealed does not open. `unknown-epoch`: none of our keys is the one that it was sealed to. */
export type SealBreak = 'format' | 'unknown-epoch' | 'later-epoch' | 'altered';

/** It does not open, for this reason. */
export function broken(reason: SealBreak): { readonly ok: false; readonly broken: SealBreak } {
  return { ok: false, broken: reason };
}

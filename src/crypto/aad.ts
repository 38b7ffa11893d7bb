/**
 * The name that binds something sealed to its place: a kind and ids that never change. Throws when a part
 * could be taken for two, so that two places never share a name.
 */
export function aad(kind: string, ...ids: readonly (string | number | bigint)[]): string {
  return joinParts([kind, ...ids]);
}

/** Parts with `|` between them; throws for an empty part and for one that holds a `|`. */
export function joinParts(parts: readonly (string | number | bigint)[]): string {
  const texts = parts.map(String);
  if (texts.some((text) => text === '' || text.includes('|')))
    throw new RangeError('a part is empty or holds a |');
  return texts.join('|');
}

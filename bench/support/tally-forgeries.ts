/** How many alterations of each kind were tried, and how many deliveries they led to. */
export type Forgeries = ReadonlyMap<string, { readonly tried: number; readonly sent: number }>;

/**
 * Tries `count` alterations, of each of these kinds in turn, and counts what each sent. `round`: how often all kinds there
 * are were tried before.
 */
export async function tallyForgeries<Kind>(
  kinds: Readonly<Record<string, Kind>>,
  count: number,
  attempt: (kind: Kind, round: number) => Promise<number>,
): Promise<Forgeries> {
  const tally = new Map<string, { tried: number; sent: number }>();
  for (let round = 0, left = count; left > 0; round += 1) {
    for (const [name, kind] of Object.entries(kinds).slice(0, left)) {
      const { tried, sent } = tally.get(name) ?? { tried: 0, sent: 0 };
      tally.set(name, { tried: tried + 1, sent: sent + (await attempt(kind, round)) });
    }
    left -= Object.keys(kinds).length;
  }
  return tally;
}

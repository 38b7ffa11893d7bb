import type { BroadcastId, ClaimId, DeliveryId } from '../domain/ids.ts';
import { type DeliveryEntry, type Entry, isDelivery } from './entry.ts';

/**
 * What is claimed and not yet sent: small, and ordered by rank at the moment of dispatch, so that what came last
 * goes first when it is more pressing. Within a rank first come is first served.
 */
export class Held {
  /** By rank, ascending. */
  readonly #lanes: { readonly rank: number; entries: Entry[] }[] = [];
  #size = 0;

  /** How many are held, deliveries and calls together. */
  get size(): number {
    return this.#size;
  }

  /** The rank of what would go last; undefined when nothing is held. */
  get lastRank(): number | undefined {
    return this.#lanes.findLast(({ entries }) => entries.length > 0)?.rank;
  }

  /** Puts it behind what has the same rank. */
  add(entry: Entry): void {
    this.#laneOf(entry.rank).push(entry);
    this.#size += 1;
  }

  /** Takes out the first that is ready. */
  take(ready: (entry: Entry) => boolean): Entry | undefined {
    for (const { entries } of this.#lanes) {
      const index = entries.findIndex(ready);
      if (index < 0) continue;
      this.#size -= 1;
      return index === 0 ? entries.shift() : entries.splice(index, 1)[0];
    }
    return undefined;
  }

  /** Takes out all for which `wanted` holds. */
  takeAll(wanted: (entry: Entry) => boolean): Entry[] {
    const taken: Entry[] = [];
    for (const lane of this.#lanes) {
      const left: Entry[] = [];
      for (const entry of lane.entries) (wanted(entry) ? taken : left).push(entry);
      lane.entries = left;
    }
    this.#size -= taken.length;
    return taken;
  }

  /** The rows of everything that is held. */
  *ids(): Iterable<string> {
    for (const { entries } of this.#lanes) for (const { row } of entries) yield row.id;
  }

  /** The broadcasts of the deliveries that are held. */
  broadcasts(): ReadonlySet<BroadcastId> {
    const ids = new Set<BroadcastId>();
    for (const { row } of this.#deliveries()) ids.add(row.broadcastId);
    return ids;
  }

  /** The claims with which they were taken in hand. */
  *claims(): Iterable<ClaimId> {
    for (const { row } of this.#deliveries()) yield row.claim;
  }

  /** Those that belong to broadcasts. */
  *deliveries(): Iterable<DeliveryId> {
    for (const { row } of this.#deliveries()) yield row.id;
  }

  *#deliveries(): Iterable<DeliveryEntry> {
    for (const { entries } of this.#lanes) for (const entry of entries) if (isDelivery(entry)) yield entry;
  }

  #laneOf(rank: number): Entry[] {
    const known = this.#lanes.find((lane) => lane.rank === rank);
    if (known) return known.entries;
    const lane = { rank, entries: [] };
    this.#lanes.push(lane);
    this.#lanes.sort((a, b) => a.rank - b.rank);
    return lane.entries;
  }
}

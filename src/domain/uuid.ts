import { randomBytes } from 'node:crypto';

/**
 * Makes UUIDs (version 7) each of which sorts after all that the same process made before it, also within one
 * millisecond and after the machine's clock was set back. Node's own `randomUUIDv7` orders by the millisecond
 * only: of two made in the same one the second comes first half of the time (Node 26.10, seen November 2026).
 */
export function orderedUuids(millisecond: () => number = Date.now): () => string {
  let last = 0;
  let count = 0;
  return () => {
    const now = millisecond();
    if (now > last) {
      last = now;
      // A random start keeps two processes apart; its upper half is left free for counting.
      count = randomBytes(2).readUInt16BE() & 0x7ff;
    } else if (count < 0xfff) {
      count += 1;
    } else {
      last += 1;
      count = 0;
    }
    return format(last, count);
  };
}

/** A new UUID that sorts after every other one from here. */
export const newUuid = orderedUuids();

/** RFC 9562, section 5.7, with the counter of its section 6.2, method 1, in the twelve bits of `rand_a`. */
function format(millisecond: number, count: number): string {
  const time = millisecond.toString(16).padStart(12, '0');
  const random = randomBytes(8);
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  const tail = random.toString('hex');
  const counted = count.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

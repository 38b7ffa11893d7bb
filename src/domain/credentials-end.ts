/** How long before credentials end staff are told, the first time and again. */
const notices = [{ days: 14 }, { days: 3 }, { days: 1 }].map(({ days }) =>
  Temporal.Duration.from({ hours: 24 * days }),
);

/**
 * Whether staff are to be told now that credentials end at a moment, when they were last told of that at `toldAt` (null:
 * never). Whatever came due while nobody looked is told once. Not any more once they have ended: then the network refuses
 * them, which is told by itself.
 */
export function isEndToTell(
  endsAt: Temporal.Instant,
  toldAt: Temporal.Instant | null,
  now: Temporal.Instant,
): boolean {
  if (Temporal.Instant.compare(now, endsAt) >= 0) return false;
  return notices.some((before) => {
    const due = endsAt.subtract(before);
    const isDue = Temporal.Instant.compare(now, due) >= 0;
    return isDue && (toldAt === null || Temporal.Instant.compare(toldAt, due) < 0);
  });
}

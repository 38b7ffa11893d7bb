/** An instant to the minute, in UTC. */
export function minuteOf(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'minute' });
}

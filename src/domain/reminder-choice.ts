/** The lead times that a follower may choose for themselves, the longest first; see `lead-time.ts` for the codes. */
export const offeredLeadTimes = ['14d', '7d', '3d', '1d', 'morning', '3h'] as const;
export type OfferedLeadTime = (typeof offeredLeadTimes)[number];

/** Whether the text is a lead time that a follower may choose. */
export function isOfferedLeadTime(code: string): code is OfferedLeadTime {
  return (offeredLeadTimes as readonly string[]).includes(code);
}

/** The choice with one lead time put in or taken out, the longest first. Pure. */
export function withLeadTime(
  chosen: readonly string[],
  leadTime: OfferedLeadTime,
  on: boolean,
): OfferedLeadTime[] {
  return offeredLeadTimes.filter((one) => (one === leadTime ? on : chosen.includes(one)));
}

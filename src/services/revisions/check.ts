import { type ResolvedTime, resolveWallTime } from '../../domain/hearing-time.ts';
import { parseZone } from '../../domain/zone.ts';

/** Why facts that have a source and a wall time cannot be. `remedy` is English, for the API; the field says where. */
export type DatedFactsRefusal =
  | { readonly code: 'source-missing'; readonly field: 'sources'; readonly remedy: string }
  | { readonly code: 'zone-unknown'; readonly field: 'zone'; readonly remedy: string }
  | { readonly code: 'date-malformed'; readonly field: 'date' | 'time'; readonly remedy: string }
  | {
      /** The clock jumps over this wall time (start of summer time). */
      readonly code: 'time-does-not-exist';
      readonly field: 'time';
      readonly before: string;
      readonly after: string;
      readonly remedy: string;
    };

/** Checks that somebody is named who reported the facts, and that the zone is one. */
export function refuseSourceAndZone(facts: {
  readonly sources: readonly string[];
  readonly zone: string;
}): DatedFactsRefusal | null {
  if (facts.sources.length === 0) {
    return { code: 'source-missing', field: 'sources', remedy: 'Say who reported these facts.' };
  }
  const zone = parseZone(facts.zone);
  return zone.ok ? null : { code: 'zone-unknown', field: 'zone', remedy: zone.remedy };
}

/** A wall time that there is, or why there is none. `whoKnows`: what to do about an hour that does not exist. */
export function checkWallTime(
  facts: Parameters<typeof resolveWallTime>[0],
  whoKnows: string,
):
  | Exclude<ResolvedTime, { kind: 'fault' | 'gap' }>
  | { readonly kind: 'refused'; readonly why: DatedFactsRefusal } {
  const resolved = resolveWallTime(facts);
  switch (resolved.kind) {
    case 'fault': {
      const field = resolved.fault === 'malformed-time' ? 'time' : 'date';
      return { kind: 'refused', why: { code: 'date-malformed', field, remedy: resolved.remedy } };
    }
    case 'gap': {
      const [before, after] = [minute(resolved.before), minute(resolved.after)];
      const remedy = `On that day the clock jumps over this time: the nearest are ${before} and ${after}. ${whoKnows}`;
      return { kind: 'refused', why: { code: 'time-does-not-exist', field: 'time', before, after, remedy } };
    }
    default:
      return resolved;
  }
}

const minute = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' });

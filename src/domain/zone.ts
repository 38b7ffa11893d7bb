/**
 * The facts about zones that everything else is computed from. Injected, because governments change their
 * rules at short notice (Azerbaijan dropped summer time ten days ahead, in March 2016) and the same hearing
 * must then be computed anew.
 */
export interface ZoneRules {
  /** The zone's name in its usual letter case, or null when there is no such zone. Aliases keep their name. */
  find(name: string): string | null;
  /** How far the zone's wall clocks were ahead of UTC at an instant, in seconds (negative to the west). */
  offsetAt(zone: string, instant: Temporal.Instant): number;
}

/** The rules that this Node carries (`process.versions.tz` names their edition). */
export const SYSTEM_ZONE_RULES: ZoneRules = {
  find(name) {
    try {
      return new Temporal.ZonedDateTime(0n, name).timeZoneId;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  },
  offsetAt(zone, instant) {
    return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;
  },
};

/** The zone by its present name, or why there is none such. */
export type ParsedZone =
  | { readonly ok: true; readonly zone: string }
  | {
      readonly ok: false;
      readonly fault: 'offset' | 'unknown-zone';
      readonly remedy: string;
      /** Names of zones that may have been meant. */
      readonly suggestions: readonly string[];
    };

/**
 * Reads the name of a zone. An offset (`+04:00`, and the `Etc/GMT+4` kind, whose sign means the opposite of
 * what it says) is refused: it does not know when the clocks change.
 */
export function parseZone(input: string, rules: ZoneRules = SYSTEM_ZONE_RULES): ParsedZone {
  const name = input.trim();
  if (/^(?:[+\-\u2212]|(?:utc|gmt|etc\/gmt|etc\/utc)\s*[+\-\u2212]?\d)/i.test(name)) {
    return {
      ok: false,
      fault: 'offset',
      remedy: 'Name the place whose clocks count, such as Asia/Baku: an offset does not know summer time.',
      suggestions: [],
    };
  }
  const found = rules.find(name);
  if (found !== null) return { ok: true, zone: found };
  const suggestions = suggestZones(name);
  const hint = suggestions.length > 0 ? ` Perhaps ${suggestions.join(' or ')}.` : '';
  return {
    ok: false,
    fault: 'unknown-zone',
    remedy: `Write the zone as the tz database names it, such as Asia/Baku or Europe/London.${hint}`,
    suggestions,
  };
}

/** "Baku" or "asia baku" for Asia/Baku: compares the city, whatever stands before it. */
function suggestZones(name: string): string[] {
  const city = name.split('/').at(-1)?.trim().replace(/\s+/g, '_').toLowerCase() ?? '';
  if (city.length < 3) return [];
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => {
      const known = zone.split('/').at(-1)?.toLowerCase() ?? '';
      return known === city || city.endsWith(`_${known}`);
    })
    .slice(0, 3);
}

import type { FieldFault, FileRow } from '../../domain/hearing-file/said.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { HearingKind } from '../../domain/words.ts';
import { type CaseRow, findCaseBySlug } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import { type Weighed, weighHearing } from './weigh.ts';

/** What stands for all hearings of a file. */
export interface HearingImport {
  readonly rows: readonly FileRow[];
  /** The slug of the case that rows which name none are about. */
  readonly caseSlug: string | null;
  /** The court's zone, for new hearings that name none; the case's without it. */
  readonly zone: string | null;
  /** What new hearings are that do not say it. */
  readonly kind: HearingKind;
  /** Who says so, where a row does not. */
  readonly source: string | null;
}

/** One row of a file with what would become of it. */
export interface ImportItem {
  readonly line: number;
  /** Null where it cannot be read. */
  readonly key: string | null;
  readonly of: CaseRow | null;
  readonly sequence: number | null;
  readonly weighed: Weighed;
}

/**
 * What an import would change, row by row, in the order of the file; changes nothing. `recorder`: whose name the
 * question to a second person will bear.
 */
export async function planImport(
  ctx: CoreContext,
  input: HearingImport,
  recorder: string,
): Promise<readonly ImportItem[]> {
  const cases = new Map<string, CaseRow | null>();
  const items: ImportItem[] = [];
  for (const row of input.rows) {
    if (!('said' in row)) {
      const weighed = { outcome: 'refused', faults: row.faults } as const;
      items.push({ line: row.line, key: row.key, of: null, sequence: null, weighed });
      continue;
    }
    const { line, said } = row;
    const of = await caseOf(ctx, said.caseSlug ?? input.caseSlug, cases);
    const sequence = said.sequence ?? null;
    if ('faults' in of) {
      items.push({ line, key: said.key, of: null, sequence, weighed: { outcome: 'refused', ...of } });
      continue;
    }
    const zone = input.zone ?? of.zone;
    const weighed = await weighHearing(ctx, {
      of,
      origin: 'file',
      said,
      recorder,
      defaults: {
        zone,
        kind: input.kind,
        source: input.source,
        today: ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString(),
      },
    });
    items.push({ line, key: said.key, of, sequence, weighed });
  }
  return refuseRivals(items);
}

async function caseOf(
  ctx: CoreContext,
  slug: string | null,
  known: Map<string, CaseRow | null>,
): Promise<CaseRow | { readonly faults: readonly FieldFault[] }> {
  const fault = (detail: string) => ({ faults: [{ field: 'case', detail }] });
  if (slug === null) return fault('is not named: neither here nor for the file as a whole. Give its slug.');
  if (!known.has(slug)) known.set(slug, (await findCaseBySlug(ctx, slug)) ?? null);
  const found = known.get(slug);
  if (!found) return fault(`There is no case with the slug "${slug.slice(0, 48)}".`);
  return found.status === 'closed' ? fault('is closed: open it again first.') : found;
}

/** Two rows that mean the same hearing of ours under different keys: which of them is right, a person must say. */
function refuseRivals(items: readonly ImportItem[]): ImportItem[] {
  const hearingOf = ({ weighed }: ImportItem) => ('hearing' in weighed ? weighed.hearing.hearingId : null);
  const rivals = Map.groupBy(items, hearingOf);
  return items.map((item) => {
    const hearingId = hearingOf(item);
    const same = hearingId === null ? [] : (rivals.get(hearingId) ?? []);
    if (same.length < 2) return item;
    const lines = same.filter((one) => one !== item).map(({ line }) => line);
    const detail = `means the same hearing as line ${lines.join(', ')}. Give our id of the hearing that each of them means.`;
    return { ...item, weighed: { outcome: 'refused', faults: [{ field: 'id', detail }] } };
  });
}

export type ImportTargetRefusal = { readonly code: 'case-unknown' } | { readonly code: 'case-closed' };

/** What a calendar must be read with before its rows are known: the court's zone and the language of plain texts. */
export async function importDefaults(
  ctx: CoreContext,
  given: { readonly caseSlug: string | null; readonly zone: string | null; readonly plain: Language | null },
  ofCampaign: { readonly zone: string; readonly languages: readonly Language[] },
): Promise<Result<{ readonly zone: string; readonly plain: Language }, ImportTargetRefusal>> {
  const plain = given.plain ?? ofCampaign.languages[0] ?? 'en';
  if (given.caseSlug === null) return done({ zone: given.zone ?? ofCampaign.zone, plain });
  const found = await findCaseBySlug(ctx, given.caseSlug);
  if (found === undefined) return refused({ code: 'case-unknown' });
  if (found.status === 'closed') return refused({ code: 'case-closed' });
  return done({ zone: given.zone ?? found.zone, plain });
}

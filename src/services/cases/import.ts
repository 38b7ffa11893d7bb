import {
  cases,
  disagreements,
  events,
  hearingRevisions,
  hearings,
  persons,
  statements,
} from '../../db/schema/index.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { isPast } from '../../domain/hearing-time.ts';
import { type CaseId, type HearingId, newId, type PersonId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { columnsOf, hearingContentHash } from '../hearings/facts.ts';
import { findCaseBySlug } from './find.ts';
import { namedCaseAndPersons } from './named.ts';
import { fieldThatNamesOne } from './protected-names.ts';

export type ImportCaseRefusal =
  | { readonly code: 'slug-taken'; readonly slug: string }
  /** What is still ahead concerns followers: it is recorded, approved by a second person and announced. */
  | { readonly code: 'hearing-ahead'; readonly date: string }
  /** Somebody is named there who appears by role only; the path is the place in the file. */
  | { readonly code: 'name-protected'; readonly path: string };

/** Why a case could not be taken over as things stand; null when it could. What only says so and what does it ask the same. */
export async function whyNotImportable(ctx: CoreContext, file: CaseFile): Promise<ImportCaseRefusal | null> {
  const now = ctx.clock.now();
  const ahead = file.hearings.find(
    ({ date, time, status }) =>
      status === 'scheduled' || !isPast({ localDate: date, localTime: time, zone: file.zone }, now),
  );
  if (ahead !== undefined) return { code: 'hearing-ahead', date: ahead.date };
  const path = fieldThatNamesOne(file.persons, textsByPath(file));
  if (path !== null) return { code: 'name-protected', path };
  const isTaken = (await findCaseBySlug(ctx, file.slug)) !== undefined;
  return isTaken ? { code: 'slug-taken', slug: file.slug } : null;
}

/**
 * Takes over a case from an archive: persons, events, statements and past hearings, each with its sources and
 * with what sources say differently. Nobody is told of anything. All or nothing.
 */
export async function importCase(
  ctx: CoreContext,
  file: CaseFile,
): Promise<Result<{ readonly caseId: CaseId }, ImportCaseRefusal>> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const whyNot = await whyNotImportable(tx, file);
    if (whyNot !== null) return refused(whyNot);
    const caseId = newId<CaseId>();
    await tx.db.insert(cases).values({
      id: caseId,
      campaignId: tx.campaignId,
      slug: file.slug,
      name: file.name,
      summary: file.summary,
      country: file.country,
      zone: file.zone,
      status: 'open',
      fictional: file.fictional,
      createdAt: now,
      // By staff it waits for a second person; whoever sits at the machine takes it over alone.
      openedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
    });
    for (const [position, { name, shownAs, note }] of file.persons.entries()) {
      await tx.db.insert(persons).values({ id: newId<PersonId>(), caseId, position, name, shownAs, note });
    }
    for (const entry of file.events) {
      const id = newUuid();
      await tx.db
        .insert(events)
        .values({ id, caseId, date: entry.date, what: entry.what, sources: entry.sources });
      await keepDisagreements(tx, caseId, 'event', id, entry.disagree);
    }
    for (const entry of file.statements) {
      const id = newUuid();
      await tx.db
        .insert(statements)
        .values({ id, caseId, date: entry.date, who: entry.who, sources: entry.sources });
      await keepDisagreements(tx, caseId, 'statement', id, entry.disagree);
    }
    for (const entry of file.hearings) await importHearing(tx, caseId, file.zone, entry);
    await audit(tx, {
      verb: 'cases/import',
      subject: { type: 'case', id: caseId },
      details: {
        persons: file.persons.length,
        events: file.events.length,
        hearings: file.hearings.length,
        statements: file.statements.length,
      },
    });
    return done({ caseId });
  });
}

/** All that a file tells of the case beside its persons, by the place where it stands; addresses are told to everybody, too. */
function textsByPath({
  slug,
  name,
  summary,
  events,
  statements,
  hearings,
}: CaseFile): Record<string, unknown> {
  return {
    slug,
    name,
    summary,
    ...Object.fromEntries(
      Object.entries({ events, statements, hearings }).flatMap(([list, entries]) =>
        entries.map((entry, at) => [`${list}.${at}`, entry]),
      ),
    ),
  };
}

async function importHearing(
  ctx: CoreContext,
  caseId: CaseId,
  zone: string,
  entry: CaseFile['hearings'][number],
): Promise<void> {
  const hearingId = newId<HearingId>();
  const now = ctx.clock.now();
  const facts: HearingFacts = {
    status: entry.status,
    localDate: entry.date,
    localTime: entry.time,
    zone,
    kind: entry.kind,
    court: entry.court,
    room: entry.room,
    openness: entry.openness,
    judge: entry.judge,
    outcome: entry.outcome,
    sources: entry.sources,
    checkedOn: now.toZonedDateTimeISO(zone).toPlainDate().toString(),
  };
  await ctx.db.insert(hearings).values({ id: hearingId, campaignId: ctx.campaignId, caseId, createdAt: now });
  await ctx.db.insert(hearingRevisions).values({
    hearingId,
    revision: 1,
    state: 'in_effect',
    ...columnsOf(facts),
    historic: true,
    contentHash: hearingContentHash(hearingId, 1, facts, await namedCaseAndPersons(ctx, caseId)),
    recordedAt: now,
    effectiveAt: now,
  });
  await keepDisagreements(ctx, caseId, 'hearing', hearingId, entry.disagree);
}

async function keepDisagreements(
  ctx: CoreContext,
  caseId: CaseId,
  subjectType: 'event' | 'statement' | 'hearing',
  subjectId: string,
  differing: CaseFile['events'][number]['disagree'],
): Promise<void> {
  for (const { field, value, source } of differing) {
    await ctx.db
      .insert(disagreements)
      .values({ id: newUuid(), caseId, subjectType, subjectId, field, value, source });
  }
}

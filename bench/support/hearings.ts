import { sign } from '../../src/crypto/signing.ts';
import { alerts, approvals, hearingRevisions, hearings } from '../../src/db/schema/index.ts';
import { alertsAhead } from '../../src/domain/alert.ts';
import { approvalContent } from '../../src/domain/approval-content.ts';
import { type HearingFacts, startsOn } from '../../src/domain/hearing.ts';
import { type AlertId, type CaseId, type HearingId, newId } from '../../src/domain/ids.ts';
import { leadTimeCode } from '../../src/domain/lead-time.ts';
import { newUuid } from '../../src/domain/uuid.ts';
import { SYSTEM_ZONE_RULES } from '../../src/domain/zone.ts';
import { ofCase } from '../../src/services/cases/find.ts';
import { namedCases } from '../../src/services/cases/named.ts';
import { columnsOf, hearingContentHash } from '../../src/services/hearings/facts.ts';
import { wake } from '../../src/services/wake.ts';
import type { BenchCampaign } from './campaign.ts';

/** So many rows go to the database at once. */
const CHUNK = 500;

/** So many more open cases, each followed by one of those who follow the campaign's first. */
export async function casesOfOne(campaign: BenchCampaign, count: number): Promise<CaseId[]> {
  const { sql, campaignId, caseId } = campaign;
  await sql`
    insert into cases (id, campaign_id, slug, name, summary, country, zone, status, fictional, created_at)
    select gen_random_uuid(), campaign_id, 'bench-' || i, name, summary, country, zone, 'open', fictional, created_at
    from cases, generate_series(1, ${count}) i where id = ${caseId}`;
  const rows = await sql<{ id: CaseId }[]>`
    select id from cases where campaign_id = ${campaignId} and slug like 'bench-%' order by id`;
  await sql`
    insert into follows (subscriber_id, case_id, created_at)
    select s.id, c.id, s.created_at
    from (select id, created_at, row_number() over (order by id) n from subscribers) s
    join (select id, row_number() over (order by id) n from cases where slug like 'bench-%') c using (n)`;
  return rows.map(({ id }) => id);
}

/** Hearings of these cases that were held over the last years: what a campaign's table is full of. */
export async function pastHearings(campaign: BenchCampaign, count: number): Promise<void> {
  const { sql, campaignId } = campaign;
  await sql`
    with filled as (
      insert into hearings (id, campaign_id, case_id, created_at)
      select gen_random_uuid(), ${campaignId}, c.id, now() - interval '3 years'
      from (select id, row_number() over (order by id) - 1 n, count(*) over () of from cases) c
      join generate_series(1, ${count}) i on i % c.of = c.n
      returning id)
    insert into hearing_revisions
      (hearing_id, revision, state, status, local_date, local_time, zone, starts_at, kind, court, openness, sources,
        checked_on, content_hash, recorded_at, effective_at)
    select id, 1, 'in_effect', 'held', current_date - 30 - (random() * 900)::int, '10:30', 'Asia/Baku', now(), 'trial',
      '{"en": "A court"}', 'open', '["A source"]', current_date - 30, md5(id::text), now(), now()
    from filled`;
  await sql`vacuum analyze hearings, hearing_revisions, cases, follows`;
}

export interface DueAlert {
  readonly alertId: AlertId;
  readonly hearingId: HearingId;
  /** Stands in its text and in no other's. */
  readonly court: string;
  readonly dueAt: Temporal.Instant;
}

/**
 * A hearing in each of these cases, approved and signed as by a second person, with its reminder of the day before: due
 * one after the other from `from` on, over so many milliseconds.
 */
export async function dueReminders(
  campaign: BenchCampaign,
  plan: {
    readonly cases: readonly CaseId[];
    readonly name: string;
    readonly from: Temporal.Instant;
    readonly overMs: number;
  },
): Promise<DueAlert[]> {
  const { ctx, approver, campaignId } = campaign;
  const { cases, from, overMs } = plan;
  // By the hour and minute of now: what is planned anew meanwhile finds that this reminder has been due already.
  const start = ctx.clock.now().add({ hours: 24 }).toZonedDateTimeISO('Asia/Baku');
  const made: DueAlert[] = [];
  for (let at = 0; at < cases.length; at += CHUNK) {
    const some = cases.slice(at, at + CHUNK);
    const named = await namedCases(ctx, some);
    const rows = some.map((caseId, index) => {
      const number = at + index;
      const hearingId = newId<HearingId>();
      const court = `Court ${plan.name} ${number}.`;
      const facts: HearingFacts = {
        status: 'scheduled',
        localDate: start.toPlainDate().toString(),
        localTime: start.toPlainTime().toString({ smallestUnit: 'minute' }),
        zone: 'Asia/Baku',
        kind: 'trial',
        court: { en: court },
        room: null,
        openness: 'open',
        judge: null,
        outcome: null,
        sources: ['A source'],
        checkedOn: start.toPlainDate().toString(),
      };
      const contentHash = hearingContentHash(hearingId, 1, facts, ofCase(named, caseId));
      const dueAt = from.add({ milliseconds: Math.floor((number * overMs) / cases.length) });
      return { caseId, hearingId, court, facts, contentHash, dueAt, alertId: newId<AlertId>() };
    });
    const now = ctx.clock.now();
    await ctx.db.transaction(async (tx) => {
      await tx
        .insert(hearings)
        .values(rows.map(({ hearingId, caseId }) => ({ id: hearingId, campaignId, caseId, createdAt: now })));
      await tx.insert(hearingRevisions).values(
        rows.map(({ hearingId, facts, contentHash }) => ({
          hearingId,
          revision: 1,
          state: 'in_effect' as const,
          ...columnsOf(facts),
          contentHash,
          recordedAt: now,
          effectiveAt: now,
        })),
      );
      await tx.insert(approvals).values(
        rows.map(({ hearingId, contentHash }) => {
          const decision = {
            id: newUuid(),
            campaignId,
            subjectType: 'hearing' as const,
            subjectId: hearingId,
            contentHash,
            staffId: approver.actor.id,
            decision: 'approved' as const,
            via: 'api' as const,
            decidedAt: now,
          };
          const signature = sign(ctx.signingKey, 'approval', approvalContent(decision));
          const text = Buffer.from(signature).toString('base64url');
          return { ...decision, roleSignature: { keyId: ctx.signingKey.id, signature: text } };
        }),
      );
      await tx.insert(alerts).values(
        rows.flatMap(({ alertId, caseId, hearingId, facts, dueAt }) => {
          const shared = { campaignId, caseId, hearingId, revision: 1, state: 'pending' as const };
          const reminder = {
            ...shared,
            id: alertId,
            kind: 'reminder' as const,
            leadTime: '1d',
            startsOn: startsOn(facts),
            dueAt,
            notAfter: start.toInstant(),
          };
          // What else waits of a hearing: the reminder of its morning, and the word of the day after.
          const later = alertsAhead(facts, [{ kind: 'morning' }], now, SYSTEM_ZONE_RULES);
          return [
            reminder,
            ...later.map((alert) => ({
              ...shared,
              ...alert,
              id: newId<AlertId>(),
              leadTime: alert.leadTime && leadTimeCode(alert.leadTime),
            })),
          ];
        }),
      );
    });
    made.push(...rows);
  }
  await campaign.sql`vacuum analyze hearings, hearing_revisions, approvals, alerts`;
  // As whoever plans alerts does: the scheduler sets its timer to the first of them.
  await wake(ctx, 'scheduler');
  return made;
}

/**
 * So many more hearings that are ahead, on the days of the year from the third on, five in each of as many more cases;
 * in effect, and nothing of them planned.
 */
export async function hearingsAhead(campaign: BenchCampaign, count: number): Promise<void> {
  const { sql, campaignId, caseId } = campaign;
  await sql`
    with filled as (
      insert into cases (id, campaign_id, slug, name, summary, country, zone, status, fictional, created_at)
      select gen_random_uuid(), campaign_id, 'ahead-' || gen_random_uuid(), name, summary, country, zone, 'open', fictional,
        created_at
      from cases, generate_series(1, ${Math.ceil(count / 5)}) i where id = ${caseId}
      returning id),
    ahead as (
      insert into hearings (id, campaign_id, case_id, created_at)
      select gen_random_uuid(), ${campaignId}, id, now() from filled, generate_series(1, 5)
      limit ${count}
      returning id),
    numbered as (select id, current_date + 3 + (row_number() over () % 365)::int as day from ahead)
    insert into hearing_revisions
      (hearing_id, revision, state, status, local_date, local_time, zone, starts_at, kind, court, openness, sources,
        checked_on, content_hash, recorded_at, effective_at)
    select id, 1, 'in_effect', 'scheduled', day, '10:30', 'Asia/Baku', (day + time '10:30') at time zone 'Asia/Baku',
      'trial', '{"en": "A court"}', 'open', '["A source"]', current_date, md5(id::text), now(), now()
    from numbered`;
  await sql`vacuum analyze hearings, hearing_revisions, cases`;
}

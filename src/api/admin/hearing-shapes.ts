import { z } from '@hono/zod-openapi';
import {
  type Adjournment,
  type ChargeDecision,
  differingFields,
  type HearingFacts,
  penalties,
  rulings,
} from '../../domain/hearing.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { ringEnds } from '../../domain/words.ts';
import { factsOf, type RevisionRow } from '../../services/hearings/facts.ts';
import type { CaseHearing } from '../../services/hearings/list.ts';
import type { RingRow } from '../../services/hearings/rings.ts';
import { localised, localisedInput, plainText, toLocalised } from '../schemas/text.ts';
import { day } from '../schemas/time.ts';
import {
  hearingKind,
  hearingStatus,
  id,
  idOf,
  instant,
  language,
  openness,
  revisionState,
} from '../schemas/words.ts';

const length = z.int('is not a whole number').min(0, 'is below 0').max(999, 'is above 999').default(0);
const penaltyShape = {
  kind: z.enum(penalties),
  years: z.int(),
  months: z.int(),
  days: z.int(),
  amount: z.string().nullable(),
};

const facts = {
  status: hearingStatus,
  date: z.string().nullable().openapi({ format: 'date', description: "On the court's calendar." }),
  time: z.string().nullable().openapi({ example: '10:30', description: "On the court's wall." }),
  zone: z.string().openapi({ example: 'Asia/Baku' }),
  kind: hearingKind,
  court: localised,
  room: z.string().nullable(),
  openness,
  judge: z.string().nullable(),
  outcome: localised.nullable(),
  decided: z.array(
    z.object({
      personId: id,
      charge: localised,
      ruling: z.enum(rulings),
      penalty: z.object(penaltyShape).nullable(),
      note: localised.nullable(),
    }),
  ),
  adjourned: z
    .object({
      next: z
        .object({
          date: z.string(),
          time: z.string().nullable(),
          kind: hearingKind,
          court: localised,
          room: z.string().nullable(),
          openness,
        })
        .nullable(),
    })
    .nullable(),
  disagreements: z.array(z.object({ field: z.string(), value: z.string(), source: z.string() })),
  sources: z.array(z.string()),
  checkedOn: z.string().openapi({ format: 'date' }),
};

/** One state of a hearing's facts with what became of it. */
export const revision = z
  .object({
    revision: z.int(),
    state: revisionState,
    ...facts,
    startsAt: instant.nullable(),
    recordedBy: id.nullable(),
    reportedBy: id.nullable().openapi({ description: 'The partner whose monitor reported it.' }),
    recordedAt: instant,
    effectiveAt: instant.nullable(),
  })
  .openapi('HearingRevision');

/** Facts that are no revision (yet). */
export const presentedFacts = z.object(facts).openapi('HearingFacts');

/** How far the calls to those who may decide have come; see `domain/ring.ts`. */
export const hearingCalls = z
  .object({
    revision: z.int(),
    made: z
      .int()
      .openapi({ description: 'How often everyone who may decide was called so far, of 4 times.' }),
    nextAt: instant.nullable().openapi({
      description: 'The next call, or the end of the wait after the last; null once it is over.',
    }),
    cameTo: z.enum(ringEnds).nullable().openapi({
      description:
        'decided: somebody did; replaced: newer facts were recorded; told: nobody did, and followers were told of the move, marked as not yet confirmed; withheld: nobody did, and nobody was told.',
    }),
  })
  .openapi('HearingCalls', { description: 'The calls to decide on facts of a hearing that is near.' });

/** A hearing with what is in effect and what waits for a decision. */
export const hearing = z
  .object({
    id,
    caseId: id,
    inEffect: revision.nullable(),
    inReview: revision.nullable(),
    calls: hearingCalls.nullable(),
  })
  .openapi('Hearing');

/** The fields of a hearing's facts as they are sent: wall time and zone, and who says so. */
export const factsInput = {
  language: language.optional().openapi({
    description: "The language of what is given as plain text; the campaign's first when left out.",
  }),
  status: hearingStatus.default('scheduled'),
  date: z
    .string('is not a text')
    .max(20, 'is too long')
    .nullable()
    .openapi({ example: '2009-11-11', description: 'Null while no date is known.' }),
  time: z
    .string('is not a text')
    .max(20, 'is too long')
    .nullable()
    .openapi({ example: '10:30', description: 'Null while the hour is not known.' }),
  zone: plainText(100).openapi({ example: 'Asia/Baku' }),
  kind: hearingKind,
  court: localisedInput(500),
  room: plainText(200).nullable().default(null),
  openness: openness.default('unknown'),
  judge: plainText(200).nullable().default(null),
  outcome: localisedInput(2_000).nullable().default(null),
  decided: z
    .array(
      z.strictObject({
        personId: idOf<PersonId>(),
        charge: localisedInput(500).openapi({
          description: 'As the prosecution words it; shown in quotation marks.',
        }),
        ruling: z.enum(rulings).openapi({ description: '`other`: only the note says it.' }),
        penalty: z
          .strictObject({
            kind: z.enum(penalties),
            years: length,
            months: length,
            days: length,
            amount: plainText(200).nullable().default(null).openapi({ example: '500 manat' }),
          })
          .nullable()
          .default(null),
        note: localisedInput(500).nullable().default(null),
      }),
      'is not a list',
    )
    .max(50, 'are too many')
    .default([])
    .openapi({ description: 'What was decided per person and charge, of a hearing that was held.' }),
  adjourned: z
    .strictObject({
      next: z
        .strictObject({
          date: z.string('is not a text').max(20, 'is too long').openapi({ example: '2010-01-08' }),
          time: z.string('is not a text').max(20, 'is too long').nullable().default(null),
          kind: hearingKind.optional(),
          court: localisedInput(500).optional(),
          room: plainText(200).nullable().optional(),
          openness: openness.optional(),
        })
        .nullable()
        .openapi({ description: 'Null while no date is known. What is left out is as in this hearing.' }),
    })
    .nullable()
    .default(null)
    .openapi({
      description:
        'That the hearing was held and adjourned. The next one takes effect with the approval of this: it is announced with the outcome.',
    }),
  disagreements: z
    .array(
      z.strictObject({ field: z.enum(differingFields), value: plainText(500), source: plainText(500) }),
      'is not a list',
    )
    .max(50, 'are too many')
    .default([])
    .openapi({
      description: 'What single sources say differently; both values stand, and followers see both.',
    }),
  sources: z.array(plainText(500), 'is not a list').max(50, 'are too many'),
  checkedOn: day.openapi({ description: 'When a person last compared the facts with their source.' }),
};

type FactsInput = z.output<z.ZodObject<typeof factsInput>>;

/** What was sent as the verbs take it. */
export function factsFrom(input: FactsInput, plain: Language): HearingFacts {
  return {
    status: input.status,
    localDate: input.date,
    localTime: input.time,
    zone: input.zone,
    kind: input.kind,
    court: toLocalised(input.court, plain),
    room: input.room,
    openness: input.openness,
    judge: input.judge,
    outcome: input.outcome === null ? null : toLocalised(input.outcome, plain),
    ...(input.decided.length > 0 && { decided: input.decided.map((one) => decisionFrom(one, plain)) }),
    ...(input.adjourned !== null && { adjourned: adjournmentFrom(input, input.adjourned, plain) }),
    ...(input.disagreements.length > 0 && { disagree: input.disagreements }),
    sources: input.sources,
    checkedOn: input.checkedOn,
  };
}

function decisionFrom(
  { charge, note, ...rest }: FactsInput['decided'][number],
  plain: Language,
): ChargeDecision {
  return {
    ...rest,
    charge: toLocalised(charge, plain),
    note: note === null ? null : toLocalised(note, plain),
  };
}

/** What the next hearing does not say is as in the one that was adjourned. */
function adjournmentFrom(
  input: FactsInput,
  { next }: NonNullable<FactsInput['adjourned']>,
  plain: Language,
): Adjournment {
  if (next === null) return { next: null };
  return {
    next: {
      localDate: next.date,
      localTime: next.time,
      kind: next.kind ?? input.kind,
      court: toLocalised(next.court ?? input.court, plain),
      room: next.room === undefined ? input.room : next.room,
      openness: next.openness ?? input.openness,
    },
  };
}

function presentAdjournment({ next }: Adjournment): z.infer<typeof revision>['adjourned'] {
  if (next === null) return { next: null };
  const { localDate: date, localTime: time, ...rest } = next;
  return { next: { date, time, ...rest } };
}

/** The facts under the names that a request gives them. */
export function presentFacts(facts: HearingFacts): z.infer<typeof presentedFacts> {
  return {
    status: facts.status,
    date: facts.localDate,
    time: facts.localTime,
    zone: facts.zone,
    kind: facts.kind,
    court: facts.court,
    room: facts.room,
    openness: facts.openness,
    judge: facts.judge,
    outcome: facts.outcome,
    decided: [...(facts.decided ?? [])],
    adjourned: facts.adjourned === undefined ? null : presentAdjournment(facts.adjourned),
    disagreements: [...(facts.disagree ?? [])],
    sources: [...facts.sources],
    checkedOn: facts.checkedOn,
  };
}

/** A row of a hearing's history as the API answers it. */
export function presentRevision(row: RevisionRow): z.infer<typeof revision> {
  return {
    revision: row.revision,
    state: row.state,
    ...presentFacts(factsOf(row)),
    startsAt: row.startsAt?.toString() ?? null,
    recordedBy: row.recordedBy,
    reportedBy: row.partnerId,
    recordedAt: row.recordedAt.toString(),
    effectiveAt: row.effectiveAt?.toString() ?? null,
  };
}

/** A hearing as the API answers it. */
export function presentHearing(row: CaseHearing): z.infer<typeof hearing> {
  return {
    id: row.id,
    caseId: row.caseId,
    inEffect: row.inEffect && presentRevision(row.inEffect),
    inReview: row.inReview && presentRevision(row.inReview),
    calls: row.calls && presentCalls(row.calls),
  };
}

/** The calls of a hearing's ring as the API answers them. */
export function presentCalls(row: RingRow): z.infer<typeof hearingCalls> {
  const { revision: ofRevision, rung, dueAt, cameTo } = row;
  return { revision: ofRevision, made: rung, nextAt: dueAt?.toString() ?? null, cameTo };
}

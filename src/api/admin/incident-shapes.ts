import { z } from '@hono/zod-openapi';
import type { PersonId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { protectedRoles } from '../../domain/words.ts';
import type { IncidentRevisionRow } from '../../services/incidents/facts.ts';
import type { CaseIncident } from '../../services/incidents/list.ts';
import { localised, localisedInput, plainText, toLocalised } from '../schemas/text.ts';
import {
  amendment,
  certainty,
  disclosure,
  id,
  idOf,
  incidentKind,
  incidentStatus,
  instant,
  language,
  revisionState,
} from '../schemas/words.ts';

/** How many others there are of each role. */
const bystanders = z.strictObject({
  minor: z.int().optional(),
  witness: z.int().optional(),
  victim: z.int().optional(),
});

/** One state of an incident's facts with what became of it. */
export const incidentRevision = z
  .object({
    revision: z.int(),
    state: revisionState,
    status: incidentStatus,
    kind: incidentKind,
    date: z.string().openapi({ format: 'date', description: 'On the clocks of the place.' }),
    time: z
      .string()
      .nullable()
      .openapi({ example: '06:40', description: 'Null while only the day is known.' }),
    zone: z.string().openapi({ example: 'Asia/Baku' }),
    place: localised.nullable(),
    what: localised,
    personIds: z.array(id),
    bystanders,
    certainty,
    discloses: z.array(disclosure),
    amendment,
    sources: z.array(z.string()),
    happenedAt: instant.nullable(),
    recordedBy: id.nullable(),
    recordedAt: instant,
    effectiveAt: instant.nullable(),
  })
  .openapi('IncidentRevision');

/** An incident with what is in effect and what waits for a decision. */
export const incident = z
  .object({ id, caseId: id, inEffect: incidentRevision.nullable(), inReview: incidentRevision.nullable() })
  .openapi('Incident');

const several = z
  .int('is not a whole number')
  .min(1, 'is below 1: leave the role out')
  .max(10_000, 'is above 10000')
  .optional();

/** The fields of an incident's facts as they are sent, but for how they stand to what was told before. */
export const incidentInput = {
  language: language.optional().openapi({
    description: "The language of what is given as plain text; the campaign's first when left out.",
  }),
  status: incidentStatus.default('stands'),
  kind: incidentKind,
  date: z.string('is not a text').max(20, 'is too long').openapi({ example: '2009-07-08' }),
  time: z
    .string('is not a text')
    .max(20, 'is too long')
    .nullable()
    .default(null)
    .openapi({ example: '22:00', description: 'Null while only the day is known.' }),
  zone: plainText(100).openapi({ example: 'Asia/Baku' }),
  place: localisedInput(500).nullable().default(null),
  what: localisedInput(2_000).openapi({
    description: 'What happened, in the words that followers are told.',
  }),
  personIds: z
    .array(idOf<PersonId>(), 'is not a list')
    .max(200, 'are too many')
    .openapi({ description: 'The persons of the case whom it concerns; each appears by name or by role.' }),
  bystanders: z
    .strictObject({ minor: several, witness: several, victim: several })
    .default({})
    .openapi({ description: 'How many others it concerns, by role: they are never named.' }),
  certainty,
  discloses: z
    .array(disclosure, 'is not a list')
    .max(2, 'are too many')
    .default([])
    .openapi({ description: 'What it tells that takes consent; of kind "health" it is known.' }),
  sources: z.array(plainText(500), 'is not a list').max(50, 'are too many'),
};

type IncidentInput = z.output<z.ZodObject<typeof incidentInput>>;

/** What was sent as the verbs take it. */
export function incidentFactsFrom(
  input: IncidentInput,
  plain: Language,
  as: IncidentFacts['amendment'],
): IncidentFacts {
  const present = protectedRoles.flatMap((role) => {
    const count = input.bystanders[role];
    return count === undefined ? [] : [[role, count] as const];
  });
  return {
    status: input.status,
    kind: input.kind,
    localDate: input.date,
    localTime: input.time,
    zone: input.zone,
    place: input.place === null ? null : toLocalised(input.place, plain),
    what: toLocalised(input.what, plain),
    personIds: [...new Set(input.personIds)],
    bystanders: Object.fromEntries(present),
    certainty: input.certainty,
    discloses: [...new Set(input.discloses)],
    amendment: as,
    sources: input.sources,
  };
}

/** A row of an incident's history as the API answers it. */
export function presentIncidentRevision(row: IncidentRevisionRow): z.infer<typeof incidentRevision> {
  return {
    revision: row.revision,
    state: row.state,
    status: row.status,
    kind: row.kind,
    date: row.localDate,
    time: row.localTime,
    zone: row.zone,
    place: row.place,
    what: row.what,
    personIds: row.personIds,
    bystanders: row.bystanders,
    certainty: row.certainty,
    discloses: row.discloses,
    amendment: row.amendment,
    sources: row.sources,
    happenedAt: row.happenedAt?.toString() ?? null,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toString(),
    effectiveAt: row.effectiveAt?.toString() ?? null,
  };
}

/** An incident as the API answers it. */
export function presentIncident(row: CaseIncident): z.infer<typeof incident> {
  return {
    id: row.id,
    caseId: row.caseId,
    inEffect: row.inEffect && presentIncidentRevision(row.inEffect),
    inReview: row.inReview && presentIncidentRevision(row.inReview),
  };
}

import { z } from '@hono/zod-openapi';
import type { IncidentFacts } from '../../domain/incident.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type Amendment, amendments, protectedRoles } from '../../domain/words.ts';
import { incidentFactsFrom, incidentInput } from '../admin/incident-shapes.ts';
import type { Form } from '../form.ts';
import { type FieldIssue, issuesOf, type UnreadForm } from './facts-asked.ts';
import { formWith, linesIn, localisedIn, localisedValues, textOrNone } from './form-values.ts';

const schema = z.strictObject(incidentInput);

/** What the form of a new incident begins with. How sure it is, its recorder says. */
export function newIncident(zone: string, today: string): Form {
  return formWith({ status: 'stands', zone, date: today });
}

/** Facts on record, as the fields of the form show them; how a change stands to them, its recorder says. */
export function incidentForm(facts: IncidentFacts): Form {
  const { bystanders } = facts;
  return formWith({
    status: facts.status,
    kind: facts.kind,
    date: facts.localDate,
    time: facts.localTime ?? '',
    zone: facts.zone,
    ...localisedValues('place', facts.place),
    ...localisedValues('what', facts.what),
    personIds: facts.personIds,
    ...Object.fromEntries(
      protectedRoles.map((role) => [`bystanders-${role}`, String(bystanders[role] ?? '')]),
    ),
    certainty: facts.certainty,
    discloses: facts.discloses,
    sources: facts.sources.join('\n'),
  });
}

/**
 * The facts that a form holds, checked as those of the API are; or which fields do not. `isChange`: how they stand to
 * what was told before has to be said.
 */
export function readIncidentForm(form: Form, isChange: boolean): Result<IncidentFacts, UnreadForm> {
  const parsed = schema.safeParse({
    status: form.text('status'),
    kind: form.text('kind'),
    date: form.text('date'),
    time: textOrNone(form, 'time'),
    zone: form.text('zone'),
    place: localisedIn(form, 'place'),
    what: localisedIn(form, 'what') ?? {},
    personIds: form.all('personIds'),
    bystanders: Object.fromEntries(
      protectedRoles.flatMap((role): [string, number][] => {
        const typed = form.text(`bystanders-${role}`);
        return typed === '' || typed === '0' ? [] : [[role, Number(typed)]];
      }),
    ),
    certainty: form.text('certainty'),
    discloses: form.all('discloses'),
    sources: linesIn(form, 'sources'),
  });
  const as = isChange
    ? amendments.find((one) => one === form.text('amendment'))
    : ('adds' satisfies Amendment);
  const unsaid: readonly FieldIssue[] = as === undefined ? [{ field: 'amendment', reason: 'missing' }] : [];
  if (!parsed.success) {
    return refused({
      code: 'form-unread',
      issues: [...issuesOf(form, parsed.error, ['sources', 'personIds', 'discloses']), ...unsaid],
    });
  }
  if (as === undefined) return refused({ code: 'form-unread', issues: unsaid });
  // Every text names its language.
  return done(incidentFactsFrom(parsed.data, 'en', as));
}

import type { AlertId, IncidentId } from '../../domain/ids.ts';
import { isPressing } from '../../domain/incident.ts';
import { localise } from '../../domain/localised.ts';
import { alertPriority } from '../../domain/priority.ts';
import { bold, lines } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { personsOf } from '../cases/find.ts';
import { standingConsents } from '../consents/standing.ts';
import type { Context } from '../context.ts';
import { type IncidentRevisionRow, incidentFactsOf } from '../incidents/facts.ts';
import { findIncidentRevision } from '../incidents/find.ts';
import { mayBeTold } from '../incidents/may-be-told.ts';
import { renderIncidentAlert } from '../incidents/render.ts';
import { incidentTitle, incidentWhen } from '../incidents/text.ts';
import { incidentFactsToldBefore } from '../incidents/told.ts';
import { isLate } from './late.ts';
import type { AlertOfCase, AlertRow, Telling } from './telling.ts';

/** What an alert of an incident tells at `now`. What was consented to when it was approved may be withdrawn since. */
export async function tellingOfIncident(
  ctx: Context,
  { alert, ofCase }: AlertOfCase,
  incidentId: IncidentId,
  now: Temporal.Instant,
): Promise<readonly [AlertId, Telling]> {
  const revision = await findIncidentRevision(ctx, incidentId, alert.revision);
  if (revision === undefined) throw new Error('An alert names a revision that does not exist.');
  const facts = incidentFactsOf(revision);
  const { name: caseName, fictional } = ofCase;
  const telling: Telling = {
    standing: await standingOf(ctx, alert, revision),
    zone: facts.zone,
    describeExpired: (language) => {
      const name = localise(caseName, language);
      return lines(
        bold(translate(language, 'staff-incident-expired', { case: name })),
        incidentTitle(language, facts, name),
        translate(language, 'incident-when', { when: incidentWhen(language, facts) }),
      );
    },
    prepare: async () => {
      const before = await incidentFactsToldBefore(ctx, incidentId, alert.revision);
      const persons = await personsOf(ctx, alert.caseId);
      const pressing = isPressing(facts, now, SYSTEM_ZONE_RULES);
      const content = {
        kind: alert.kind,
        caseId: alert.caseId,
        caseName,
        fictional,
        persons,
        facts,
        before,
        late: isLate({ dueAt: alert.dueAt, sentAt: now }) ? alert.dueAt : null,
      };
      return {
        priority: alertPriority({ kind: alert.kind, movedEarlier: false, urgent: pressing }),
        passesQuietHours: pressing,
        onlyToldIn: null,
        takesPlaceOfAll: false,
        render: (reader) => renderIncidentAlert(reader, content),
      };
    },
  };
  return [alert.id, telling];
}

async function standingOf(
  ctx: Context,
  { caseId }: AlertRow,
  revision: IncidentRevisionRow,
): Promise<Telling['standing']> {
  if (revision.state !== 'in_effect') return 'overtaken';
  return (await mayBeTold(ctx, revision, await standingConsents(ctx, caseId))) ? 'tellable' : 'unapproved';
}

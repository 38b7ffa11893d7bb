import type { IncidentId } from '../../../domain/ids.ts';
import type { IncidentFacts } from '../../../domain/incident.ts';
import { done } from '../../../domain/result.ts';
import { translate } from '../../../i18n/index.ts';
import type { RecordedIncidentRevision } from '../../../services/incidents/add-revision.ts';
import { incidentFactsOf } from '../../../services/incidents/facts.ts';
import { readIncident } from '../../../services/incidents/find.ts';
import { previewIncident } from '../../../services/incidents/preview.ts';
import { recordIncident } from '../../../services/incidents/record.ts';
import { reviewIncident } from '../../../services/incidents/review.ts';
import { reviseIncident } from '../../../services/incidents/revise.ts';
import { type FactsKind, factsPages } from '../facts-pages.ts';
import { incidentFields } from '../html/incident-form.ts';
import { incidentForm, newIncident, readIncidentForm } from '../incident-input.ts';

const incidents: FactsKind<IncidentId, IncidentFacts> = {
  newPath: '/cases/:caseId/incidents/new',
  changePath: '/incidents/:incidentId/revisions/new',
  idParam: 'incidentId',
  unknown: { code: 'incident-unknown' },
  title: (language, what) => translate(language, 'console-facts-incident', { what }),
  rows: [],
  begin: newIncident,
  formOf: incidentForm,
  tidied: (form) => form,
  read: readIncidentForm,
  fields: incidentFields,
  async find(ctx, id) {
    const found = await readIncident(ctx, id);
    const newest = found?.revisions.at(-1);
    if (found === undefined || newest === undefined) return undefined;
    const waiting = found.revisions.find(({ state }) => state === 'in_review');
    const inEffect = found.revisions.find(({ state }) => state === 'in_effect');
    return {
      id,
      caseId: found.incident.caseId,
      newest: newest.revision,
      waits: waiting !== undefined,
      facts: incidentFactsOf(waiting ?? inEffect ?? newest),
    };
  },
  async preview(ctx, { id, ...input }) {
    const result = await previewIncident(ctx, { ...input, incidentId: id });
    return result.ok ? done({ news: result.value, reminders: [] }) : result;
  },
  async record(ctx, input) {
    const result = await recordIncident(ctx, input);
    return result.ok ? done({ approval: approvalOf(result.value) }) : result;
  },
  async revise(ctx, { id, ...input }) {
    const result = await reviseIncident(ctx, { ...input, incidentId: id });
    return result.ok ? done({ approval: approvalOf(result.value) }) : result;
  },
  review: (ctx, { id, ...input }) => reviewIncident(ctx, { ...input, incidentId: id }),
};

const approvalOf = ({ incidentId, revision }: RecordedIncidentRevision) =>
  `/console/incidents/${incidentId}/revisions/${revision}/approval`;

/** Where facts of an incident are recorded and changed. */
export const incidentFactsRoutes = factsPages(incidents);

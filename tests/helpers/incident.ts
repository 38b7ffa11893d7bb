import type { IncidentId } from '../../src/domain/ids.ts';
import type { IncidentFacts } from '../../src/domain/incident.ts';
import { decideIncident } from '../../src/services/incidents/decide.ts';
import { recordIncident } from '../../src/services/incidents/record.ts';
import { reviseIncident } from '../../src/services/incidents/revise.ts';
import type { TestCampaign } from './campaign.ts';
import type { Pair } from './hearing.ts';

/** Two men are taken from a café, on the evening of 8 July 2009. */
export const arrestFacts: IncidentFacts = {
  status: 'stands',
  kind: 'arrest',
  localDate: '2009-07-08',
  localTime: '22:00',
  zone: 'Asia/Baku',
  place: { en: 'a café in Baku' },
  what: { en: 'Two men were taken away by the police.', az: 'İki nəfəri polis aparıb.' },
  personIds: [],
  bystanders: {},
  certainty: 'reported',
  discloses: [],
  amendment: 'adds',
  sources: ['IRFS'],
};

/** Records an incident and has it approved; answers its id. */
export async function happens(
  campaign: TestCampaign,
  { recorder, decider }: Pair,
  facts: Partial<IncidentFacts> = {},
): Promise<IncidentId> {
  const recorded = await recordIncident(recorder.ctx, {
    caseId: campaign.caseId,
    facts: { ...arrestFacts, ...facts },
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  const { incidentId } = recorded.value;
  const decided = await decideIncident(decider.ctx, { incidentId, revision: 1, decision: 'approved' });
  if (!decided.ok) throw new Error(decided.refusal.code);
  return incidentId;
}

/** Records a change of an incident and has it approved. */
export async function amend(
  { recorder, decider }: Pair,
  incidentId: IncidentId,
  basedOn: number,
  facts: Partial<IncidentFacts>,
): Promise<void> {
  const revised = await reviseIncident(recorder.ctx, {
    incidentId,
    basedOn,
    facts: { ...arrestFacts, amendment: 'corrects', ...facts },
  });
  if (!revised.ok) throw new Error(revised.refusal.code);
  const revision = basedOn + 1;
  const decided = await decideIncident(decider.ctx, { incidentId, revision, decision: 'approved' });
  if (!decided.ok) throw new Error(decided.refusal.code);
}

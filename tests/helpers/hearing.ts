import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { HearingId } from '../../src/domain/ids.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { recordHearing, reviseHearing } from '../../src/services/hearings/record.ts';
import type { TestCampaign, TestStaff } from './campaign.ts';

/** The verdict of 11 November 2009 as it was first announced: for 15:00. */
export const verdictFacts: HearingFacts = {
  status: 'scheduled',
  localDate: '2009-11-11',
  localTime: '15:00',
  zone: 'Asia/Baku',
  kind: 'verdict',
  court: { en: 'Sabail District Court', az: 'Səbail rayon məhkəməsi' },
  room: '5',
  openness: 'open',
  judge: null,
  outcome: null,
  sources: ['RFE/RL'],
  checkedOn: '2009-11-09',
};

/** Two people who between them can put a hearing into effect. */
export interface Pair {
  readonly recorder: TestStaff;
  readonly decider: TestStaff;
}

export async function pair(campaign: TestCampaign): Promise<Pair> {
  return { recorder: await campaign.staff(['lawyer']), decider: await campaign.staff(['coordinator']) };
}

/** Records a hearing and has it approved; answers its id. */
export async function announce(
  campaign: TestCampaign,
  { recorder, decider }: Pair,
  facts: Partial<HearingFacts> = {},
): Promise<HearingId> {
  const recorded = await recordHearing(recorder.ctx, {
    caseId: campaign.caseId,
    facts: { ...verdictFacts, ...facts },
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  const { hearingId } = recorded.value;
  await approveRevision(decider, hearingId, 1);
  return hearingId;
}

/** Records a change of a hearing and has it approved. */
export async function change(
  { recorder, decider }: Pair,
  hearingId: HearingId,
  basedOn: number,
  facts: Partial<HearingFacts>,
): Promise<void> {
  const revised = await reviseHearing(recorder.ctx, {
    hearingId,
    basedOn,
    facts: { ...verdictFacts, ...facts },
  });
  if (!revised.ok) throw new Error(revised.refusal.code);
  await approveRevision(decider, hearingId, basedOn + 1);
}

async function approveRevision(decider: TestStaff, hearingId: HearingId, revision: number): Promise<void> {
  const decided = await decideHearing(decider.ctx, { hearingId, revision, decision: 'approved' });
  if (!decided.ok) throw new Error(decided.refusal.code);
}

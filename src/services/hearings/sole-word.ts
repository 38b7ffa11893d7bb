import { worksOnCase } from '../../domain/actor.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { soleWord } from '../../domain/ring.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { Context } from '../context.ts';
import { findStaff } from '../staff/find.ts';
import { isApproved } from './approved.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import { type HearingRow, revisionIn } from './find.ts';
import { toldUnconfirmed } from './told-unconfirmed.ts';

/**
 * What followers may be told of a revision that nobody has confirmed: a move to an earlier time, by the lawyer or the
 * coordinator, over facts that are approved; null for everything else. Whoever was revoked since, or works on other cases, has no say.
 */
export async function soleWordOf(
  ctx: Context,
  hearing: HearingRow,
  revision: RevisionRow,
): Promise<HearingFacts | null> {
  const after = factsOf(revision);
  if (revision.partnerId !== null || revision.recordedBy === null) return null;
  const named = await namedCaseAndPersons(ctx, hearing.caseId);
  if (hearingContentHash(hearing.id, revision.revision, after, named) !== revision.contentHash) return null;
  const inEffect = await revisionIn(ctx, hearing.id, 'in_effect');
  if (inEffect === undefined || !(await isApproved(ctx, inEffect))) return null;
  const recorder = await findStaff(ctx, revision.recordedBy);
  if (recorder === undefined || !worksOnCase(recorder, hearing.caseId)) return null;
  const told = await toldUnconfirmed(ctx, hearing);
  return soleWord(
    {
      inEffect: factsOf(inEffect),
      told: told?.facts ?? null,
      after,
      recorderRoles: recorder.roles,
    },
    SYSTEM_ZONE_RULES,
  );
}

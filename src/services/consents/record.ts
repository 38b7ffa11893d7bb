import { consents } from '../../db/schema/index.ts';
import { factRecorders, hasRole } from '../../domain/actor.ts';
import { type CaseId, type ConsentId, newId, type PersonId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { ConsentGiver, Disclosure } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { findCaseOrNone, personsOf } from '../cases/find.ts';
import { inTransaction, type StaffContext } from '../context.ts';

/** Who allows what to be told of whom. */
export interface RecordConsent {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly covers: Disclosure;
  readonly givenBy: ConsentGiver;
}

export type RecordConsentRefusal =
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'person-unknown'; readonly field: 'personIds' }
  | { readonly code: 'consent-stands' };

/** Records that a prisoner, the family or the lawyer consents to what is told of a person's health or torture. */
export async function recordConsent(
  ctx: StaffContext,
  input: RecordConsent,
): Promise<Result<{ readonly consentId: ConsentId }, RecordConsentRefusal>> {
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-a-recorder' });
  return inTransaction(ctx, async (tx) => {
    const { caseId, personId, covers, givenBy } = input;
    if ((await findCaseOrNone(tx, caseId)) === undefined) return refused({ code: 'case-unknown' });
    if (!(await personsOf(tx, caseId)).some(({ id }) => id === personId)) {
      return refused({ code: 'person-unknown', field: 'personIds' });
    }
    const consentId = newId<ConsentId>();
    const added = await tx.db
      .insert(consents)
      .values({
        id: consentId,
        campaignId: tx.campaignId,
        caseId,
        personId,
        covers,
        givenBy,
        recordedBy: tx.actor.id,
        recordedAt: tx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: consents.id });
    if (added.length === 0) return refused({ code: 'consent-stands' });
    await audit(tx, {
      verb: 'consents/record',
      subject: { type: 'consent', id: consentId },
      details: { caseId, covers, givenBy },
    });
    return done({ consentId });
  });
}

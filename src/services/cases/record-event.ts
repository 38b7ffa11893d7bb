import { disagreements, events, statements } from '../../db/schema/index.ts';
import { factRecorders, hasRole } from '../../domain/actor.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findCaseOrNone } from './find.ts';
import { fieldThatNames } from './protected-names.ts';

/** One source's differing value; both stand. */
interface Differing {
  readonly field: string;
  readonly value: string;
  readonly source: string;
}

/** What goes on a case's timeline. */
export type RecordEvent =
  | {
      readonly type: 'event';
      readonly caseId: CaseId;
      readonly date: string;
      readonly what: Localised;
      readonly sources: readonly string[];
      readonly disagree: readonly Differing[];
    }
  | {
      readonly type: 'statement';
      readonly caseId: CaseId;
      readonly date: string;
      readonly who: string;
      readonly sources: readonly string[];
      readonly disagree: readonly Differing[];
    };

export type RecordEventRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'source-missing' }
  /** Somebody is named in it who appears by role only. */
  | { readonly code: 'name-protected'; readonly field: 'said' | 'sources' | 'disagree' };

/** Puts an event, or a statement made for the case, on its timeline. Followers are told by posts, not by this. */
export async function recordEvent(
  ctx: StaffContext,
  input: RecordEvent,
): Promise<Result<{ readonly id: string }, RecordEventRefusal>> {
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-an-author' });
  if (input.sources.length === 0) return refused({ code: 'source-missing' });
  return inTransaction(ctx, async (tx) => {
    if ((await findCaseOrNone(tx, input.caseId)) === undefined) return refused({ code: 'case-unknown' });
    const { caseId, date, disagree } = input;
    const said = input.type === 'event' ? input.what : input.who;
    const field = await fieldThatNames(tx, caseId, { said, sources: input.sources, disagree });
    if (field !== null) return refused({ code: 'name-protected', field });
    const id = newUuid();
    const sources = [...input.sources];
    if (input.type === 'event')
      await tx.db.insert(events).values({ id, caseId, date, what: input.what, sources });
    else await tx.db.insert(statements).values({ id, caseId, date, who: input.who, sources });
    for (const differing of disagree) {
      await tx.db
        .insert(disagreements)
        .values({ id: newUuid(), caseId, subjectType: input.type, subjectId: id, ...differing });
    }
    await audit(tx, { verb: 'cases/record-event', subject: { type: input.type, id } });
    return done({ id });
  });
}

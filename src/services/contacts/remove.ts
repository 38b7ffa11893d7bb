import type { ContactId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { connectors, mayForAll } from '../accounts/may.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { endContact } from './end.ts';

export type RemoveContactRefusal =
  | { readonly code: 'not-a-connector' }
  | { readonly code: 'contact-unknown' };

/** Takes a contact off its list and forgets who it was; what is planned for it does not go out any more. */
export async function removeContact(
  ctx: CoreContext,
  contactId: ContactId,
): Promise<Result<{ readonly state: 'removed' }, RemoveContactRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  return inTransaction(ctx, async (tx) =>
    (await endContact(tx, contactId, 'removed'))
      ? done({ state: 'removed' })
      : refused({ code: 'contact-unknown' }),
  );
}

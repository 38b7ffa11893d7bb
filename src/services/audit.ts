import { auditEntries } from '../db/schema/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditVerb } from '../domain/audit-verb.ts';
import { newUuid } from '../domain/uuid.ts';
import type { CoreContext } from './context.ts';

/** What is written down of a change; who made it and when is taken from the context. */
export interface AuditEntry {
  /** The verb, as its file is called: `posts/approve`. */
  readonly verb: AuditVerb;
  readonly subject: { readonly type: string; readonly id: string | null };
  /** Ids, states, counts and hashes only: never a name, a chat id or a text. Readers are counted by `shownCount`. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes what was done and by whom; call it in the transaction that does it. */
export async function audit(
  ctx: Pick<CoreContext, 'db' | 'clock' | 'campaignId' | 'actor'>,
  entry: AuditEntry,
): Promise<void> {
  await auditAll(ctx, [entry]);
}

/** The same for several things that were done together. */
export async function auditAll(
  ctx: Pick<CoreContext, 'db' | 'clock' | 'campaignId' | 'actor'>,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const shared = {
    campaignId: ctx.campaignId,
    at: ctx.clock.now(),
    actorKind: ctx.actor.kind,
    actor: actorName(ctx.actor),
  };
  await ctx.db.insert(auditEntries).values(
    entries.map(({ verb, subject, details }) => ({
      id: newUuid(),
      ...shared,
      verb,
      subjectType: subject.type,
      subjectId: subject.id,
      details: details ?? {},
    })),
  );
}

/** Who an entry says it was; nobody where there is no identity. */
export function actorName(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
    case 'partner':
      return actor.id;
    case 'job':
      return actor.name;
    case 'subscriber':
    case 'operator':
      return null;
  }
}

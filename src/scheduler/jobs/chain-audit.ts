import { chainAuditEntries } from '../../services/audit-entries/chain.ts';
import type { Context } from '../../services/context.ts';

/** Puts audit entries into the order in which nobody can change them unseen. */
export async function chainAudit(ctx: Context): Promise<void> {
  await chainAuditEntries(ctx);
}

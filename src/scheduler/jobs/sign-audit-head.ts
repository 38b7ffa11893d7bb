import { signAuditHead as sign } from '../../services/audit-entries/sign-head.ts';
import type { SigningContext } from '../../services/context.ts';

/** Signs the end of the audit chain, so that what stands before it cannot be written anew by who has no key. */
export async function signAuditHead(ctx: SigningContext): Promise<void> {
  const position = await sign(ctx);
  if (position !== null) ctx.log.info('audit-head-signed', { count: position });
}

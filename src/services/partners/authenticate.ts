import { and, eq, isNull } from 'drizzle-orm';
import { isSignedBy, readWebhookHead } from '../../crypto/webhook-signature.ts';
import { partnerSecrets } from '../../db/schema/index.ts';
import type { PartnerActor } from '../../domain/actor.ts';
import type { PartnerId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { PartnerSecretsContext } from '../context.ts';
import { findPartner } from './find.ts';

/** How far the time in a report may be from ours, to both sides: what was signed earlier may be a replay. */
const reportTolerance = Temporal.Duration.from({ minutes: 5 });

export type AuthenticatePartnerRefusal =
  /** Also for a partner who does not exist or was revoked: who asks is not told which. */
  { readonly code: 'report-unsigned' } | { readonly code: 'report-stale'; readonly ageSeconds: number };

/** Who has signed this very body, just now, and under which id (`webhook-id`). */
export async function authenticatePartner(
  ctx: PartnerSecretsContext,
  input: {
    readonly partnerId: PartnerId;
    readonly header: (name: string) => string | undefined;
    readonly body: Uint8Array;
  },
): Promise<
  Result<{ readonly partner: PartnerActor; readonly reportId: string }, AuthenticatePartnerRefusal>
> {
  const { partnerId, body } = input;
  const head = readWebhookHead(input.header);
  if (head === null) return refused({ code: 'report-unsigned' });
  const partner = await findPartner(ctx, partnerId);
  const rows = await ctx.db
    .select({ id: partnerSecrets.id, sealed: partnerSecrets.sealed, createdBy: partnerSecrets.createdBy })
    .from(partnerSecrets)
    .where(and(eq(partnerSecrets.partnerId, partnerId), isNull(partnerSecrets.revokedAt)));
  const secrets = rows.flatMap(({ id, sealed, createdBy }) => {
    const secret = ctx.partnerSecrets.open(sealed, { partner: partnerId, secret: id });
    if (secret === null) ctx.log.error('partner-secret-unreadable', { id });
    return secret === null ? [] : [{ secret, createdBy }];
  });
  const signed = secrets.filter(({ secret }) => isSignedBy(head, body, [secret]));
  const [first] = signed;
  if (partner === undefined || first === undefined) return refused({ code: 'report-unsigned' });
  const ageSeconds = Math.floor(ctx.clock.now().epochMilliseconds / 1000) - head.timestamp;
  if (Math.abs(ageSeconds) > reportTolerance.total('seconds')) {
    return refused({ code: 'report-stale', ageSeconds });
  }
  const { id, name } = partner;
  return done({
    partner: { kind: 'partner', id, name, answeredForBy: first.createdBy },
    reportId: head.id,
  });
}

import { newWebhookSecret } from '../../crypto/webhook-signature.ts';
import { endpoints } from '../../db/schema/index.ts';
import { casesOf } from '../../domain/actor.ts';
import { binding } from '../../domain/bindings.ts';
import { type EndpointEventKind, parseEndpointUrl } from '../../domain/endpoint.ts';
import { type CaseId, type EndpointId, newId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { findCases } from '../cases/find.ts';
import { isOwnCase } from '../cases/scope.ts';
import { type Context, type CoreContext, inTransaction } from '../context.ts';

export type AddEndpointRefusal =
  | { readonly code: 'endpoint-url-unusable' }
  | { readonly code: 'case-unknown' };

/**
 * Takes another system that is told of these kinds of events: of some cases, or (null) of all of whoever asks, so that who is
 * limited to some has no system told of another. Its secret is answered once and never shown again.
 */
export async function addEndpoint(
  ctx: CoreContext & Pick<Context, 'seal'>,
  input: {
    readonly url: string;
    readonly kinds: readonly EndpointEventKind[];
    readonly caseIds?: readonly CaseId[] | null;
  },
): Promise<Result<{ readonly endpointId: EndpointId; readonly secret: string }, AddEndpointRefusal>> {
  const url = parseEndpointUrl(input.url);
  if (url === null) return refused({ code: 'endpoint-url-unusable' });
  const endpointId = newId<EndpointId>();
  const { text } = newWebhookSecret();
  const caseIds = input.caseIds ?? casesOf(ctx.actor);
  return inTransaction(ctx, async (tx) => {
    const known = await findCases(tx, caseIds ?? []);
    if (caseIds?.some((caseId) => !known.has(caseId) || !isOwnCase(tx, caseId)))
      return refused({ code: 'case-unknown' });
    await tx.db.insert(endpoints).values({
      id: endpointId,
      campaignId: tx.campaignId,
      url: url.href,
      kinds: [...new Set(input.kinds)],
      caseIds: caseIds === null ? null : [...new Set(caseIds)],
      sealedSecret: ctx.seal(text, binding.endpointSecret(endpointId)),
      createdAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'endpoints/add',
      subject: { type: 'endpoint', id: endpointId },
      details: { kinds: input.kinds.join(' '), cases: caseIds === null ? 'all' : caseIds.join(' ') },
    });
    return done({ endpointId, secret: text });
  });
}

import { newWebhookSecret } from '../../crypto/webhook-signature.ts';
import { endpoints } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type EndpointEventKind, parseEndpointUrl } from '../../domain/endpoint.ts';
import { type EndpointId, newId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type Context, type CoreContext, inTransaction } from '../context.ts';

export type AddEndpointRefusal = { readonly code: 'endpoint-url-unusable' };

/** Takes another system that is told of these kinds of events. Its secret is answered once and never shown again. */
export async function addEndpoint(
  ctx: CoreContext & Pick<Context, 'seal'>,
  input: { readonly url: string; readonly kinds: readonly EndpointEventKind[] },
): Promise<Result<{ readonly endpointId: EndpointId; readonly secret: string }, AddEndpointRefusal>> {
  const url = parseEndpointUrl(input.url);
  if (url === null) return refused({ code: 'endpoint-url-unusable' });
  const endpointId = newId<EndpointId>();
  const { text } = newWebhookSecret();
  return inTransaction(ctx, async (tx) => {
    await tx.db.insert(endpoints).values({
      id: endpointId,
      campaignId: tx.campaignId,
      url: url.href,
      kinds: [...new Set(input.kinds)],
      sealedSecret: ctx.seal(text, binding.endpointSecret(endpointId)),
      createdAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'endpoints/add',
      subject: { type: 'endpoint', id: endpointId },
      details: { kinds: input.kinds.join(' ') },
    });
    return done({ endpointId, secret: text });
  });
}

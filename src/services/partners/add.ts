import { newWebhookSecret } from '../../crypto/webhook-signature.ts';
import { partnerSecrets, partners } from '../../db/schema/index.ts';
import { newId, type PartnerId, type PartnerSecretId } from '../../domain/ids.ts';
import { type NameFault, parseName } from '../../domain/name.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type PartnerSecretsContext } from '../context.ts';
import { findPartner } from './find.ts';

/** A secret with which a partner signs. It is answered once and never shown again. */
export interface NewSecret {
  readonly partnerId: PartnerId;
  readonly secretId: PartnerSecretId;
  readonly secret: string;
}

export type AddPartnerRefusal = {
  readonly code: 'name-unusable';
  readonly fault: NameFault;
  readonly remedy: string;
};

/** Takes a partner whose monitor may report hearings, with a first secret. Their name stands as the source. */
export async function addPartner(
  ctx: PartnerSecretsContext,
  input: { readonly name: string },
): Promise<Result<NewSecret, AddPartnerRefusal>> {
  const name = parseName(input.name);
  if (!name.ok) return refused({ code: 'name-unusable', fault: name.fault, remedy: name.remedy });
  return inTransaction(ctx, async (tx) => {
    const partnerId = newId<PartnerId>();
    await tx.db
      .insert(partners)
      .values({ id: partnerId, campaignId: tx.campaignId, name: name.name, createdAt: tx.clock.now() });
    await audit(tx, { verb: 'partners/add', subject: { type: 'partner', id: partnerId } });
    return done(await makeSecret(tx, partnerId));
  });
}

export type AddPartnerSecretRefusal = { readonly code: 'partner-unknown' };

/** Makes another secret; those before stay valid until they are revoked, so that a partner can change over in peace. */
export async function addPartnerSecret(
  ctx: PartnerSecretsContext,
  partnerId: PartnerId,
): Promise<Result<NewSecret, AddPartnerSecretRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await findPartner(tx, partnerId);
    return found === undefined ? refused({ code: 'partner-unknown' }) : done(await makeSecret(tx, found.id));
  });
}

async function makeSecret(ctx: PartnerSecretsContext, partnerId: PartnerId): Promise<NewSecret> {
  const secretId = newId<PartnerSecretId>();
  const { bytes, text } = newWebhookSecret();
  const sealed = ctx.partnerSecrets.seal(bytes, { partner: partnerId, secret: secretId });
  await ctx.db.insert(partnerSecrets).values({
    id: secretId,
    partnerId,
    sealed,
    createdAt: ctx.clock.now(),
    createdBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  });
  await audit(ctx, {
    verb: 'partners/add-secret',
    subject: { type: 'partner', id: partnerId },
    details: { secret: secretId },
  });
  return { partnerId, secretId, secret: text };
}

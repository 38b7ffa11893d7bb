import { assertionOptions, type PublicKeyCredentialRequestOptionsJSON } from '../../crypto/passkey.ts';
import { approvalChallenge } from '../../domain/approval.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import { newUuid } from '../../domain/uuid.ts';
import { type Decision, decisions } from '../../domain/words.ts';
import type { StaffContext, StaffSiteContext } from '../context.ts';
import { keysOf } from '../passkeys/find.ts';

/** What the decider's browser is to have signed. */
export interface DecisionOffer {
  readonly decision: Decision;
  readonly approvalId: string;
  /** What the browser's `navigator.credentials.get` takes: one of the decider's own keys signs exactly this decision. */
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

/** Prepares both decisions on a content, each to be signed by a key of whoever is signed in. */
export async function offerDecision(
  ctx: StaffContext & StaffSiteContext,
  contentHash: ContentHash,
): Promise<readonly DecisionOffer[]> {
  const allowed = (await keysOf(ctx, ctx.actor.id)).map(({ credentialId }) => credentialId);
  return Promise.all(
    decisions.map(async (decision) => {
      const approvalId = newUuid();
      const challenge = approvalChallenge({ approvalId, contentHash, decision });
      return { decision, approvalId, options: await assertionOptions(ctx.staffSite, challenge, allowed) };
    }),
  );
}

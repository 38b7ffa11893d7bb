import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type AccountId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { CredentialRefusal, Identity, NetworkName } from '../../domain/network.ts';
import { type NotRecognised as Why, whyNotRecognised } from '../../domain/not-recognised.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type Context, type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { findAccount, isPausedByPerson, lockAccount } from './find.ts';
import { connectors, mayForAll } from './may.ts';

/** What it takes to connect an account: the network is asked, and the credentials are sealed. */
export type ConnectContext = CoreContext & Pick<Context, 'networks' | 'seal'>;

type NotRecognised = Why & { readonly code: 'not-recognised'; readonly network: NetworkName };

export type ConnectAccountRefusal =
  | CredentialRefusal
  | NotRecognised
  | { readonly code: 'not-a-connector' }
  | { readonly code: 'account-known'; readonly handle: string };

export type ReconnectAccountRefusal =
  | CredentialRefusal
  | NotRecognised
  | { readonly code: 'not-a-connector' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'another-account'; readonly handle: string };

/**
 * Connects an account, once the network has said whom the credentials belong to. They are kept sealed to the sender's
 * key: from then on no other role can read them, nor this one again.
 */
export async function connectAccount(
  ctx: ConnectContext,
  input: {
    readonly network: NetworkName;
    readonly language: Language;
    readonly credentials: Readonly<Record<string, string>>;
  },
): Promise<Result<{ readonly accountId: AccountId; readonly handle: string }, ConnectAccountRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const { network, language } = input;
  const accountId = newId<AccountId>();
  const recognised = await recognise(ctx, { network, language, accountId }, input.credentials);
  if (!recognised.ok) return recognised;
  const { identity, sealed } = recognised.value;
  return inTransaction(ctx, async (tx) => {
    const inserted = await tx.db
      .insert(accounts)
      .values({
        id: accountId,
        campaignId: tx.campaignId,
        network,
        language,
        ...identity,
        state: 'active',
        sealedCredentials: sealed,
        createdAt: tx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: accounts.id });
    if (inserted.length === 0) return refused({ code: 'account-known', handle: identity.handle });
    await audit(tx, {
      verb: 'accounts/connect',
      subject: { type: 'account', id: accountId },
      details: { network, language },
    });
    return done({ accountId, handle: identity.handle });
  });
}

/** Gives an account new credentials, which must be the same account's; what waits for it goes on. */
export async function reconnectAccount(
  ctx: ConnectContext,
  input: { readonly accountId: AccountId; readonly credentials: Readonly<Record<string, string>> },
): Promise<Result<{ readonly handle: string }, ReconnectAccountRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const { accountId } = input;
  const known = await findAccount(ctx, accountId);
  if (known === undefined) return refused({ code: 'account-unknown' });
  const recognised = await recognise(ctx, { ...known, accountId }, input.credentials);
  if (!recognised.ok) return recognised;
  const { identity, sealed } = recognised.value;
  if (identity.remoteId !== known.remoteId)
    return refused({ code: 'another-account', handle: identity.handle });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    // What a person has paused stays paused: new credentials are no decision to go on.
    const isStopped = isPausedByPerson(account);
    await tx.db
      .update(accounts)
      .set({
        handle: identity.handle,
        capabilities: identity.capabilities,
        credentialsEndAt: identity.credentialsEndAt ?? null,
        endToldAt: null,
        sealedCredentials: sealed,
        failures: 0,
        restsUntil: null,
        ...(isStopped ? { state: 'paused', stoppedFor: 'staff' } : { state: 'active', stoppedFor: null }),
      })
      .where(and(eq(accounts.id, accountId), eq(accounts.campaignId, tx.campaignId)));
    await audit(tx, {
      verb: 'accounts/reconnect',
      subject: { type: 'account', id: accountId },
      details: { network: account.network },
    });
    await wake(tx, 'sender');
    return done({ handle: identity.handle });
  });
}

/** Whose credentials these are, and the same sealed for the account's row. */
async function recognise(
  ctx: ConnectContext,
  account: { readonly network: NetworkName; readonly language: Language; readonly accountId: AccountId },
  given: Readonly<Record<string, string>>,
): Promise<
  Result<{ readonly identity: Identity; readonly sealed: Uint8Array }, CredentialRefusal | NotRecognised>
> {
  const { network: name, language, accountId } = account;
  const network = ctx.networks[name];
  const read = network.readCredentials(given);
  if (!read.ok) return read;
  const checked = await network.check({ accountId, credentials: read.value }, language);
  if (checked.kind !== 'recognised')
    return refused({ code: 'not-recognised', network: name, ...whyNotRecognised(name, checked) });
  const sealed = ctx.seal(JSON.stringify(read.value), binding.accountCredentials(accountId));
  return done({ identity: checked.identity, sealed });
}

import { createHash, randomBytes } from 'node:crypto';
import { contacts } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { CONTACTS_MAX, type ContactFacts, type ContactFault, faultsOfContact } from '../../domain/contact.ts';
import { type AccountId, type ContactId, newId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import { findAccount } from '../accounts/find.ts';
import { connectors, mayForAll } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type Context, type CoreContext, inTransaction } from '../context.ts';

/** What adding contacts needs: the key that they are sealed to, and which networks write to contacts. */
export type ContactContext = CoreContext & Pick<Context, 'networks' | 'seal'>;

/** A contact that cannot be taken; `row` counts from 1. */
export type ContactRowFault = ContactFault & { readonly row: number };

export type AddContactsRefusal =
  | { readonly code: 'not-a-connector' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-without-contacts' }
  | { readonly code: 'contacts-too-many'; readonly limit: number }
  | { readonly code: 'contacts-refused'; readonly faults: readonly ContactRowFault[] };

/**
 * Puts contacts on an account's list, all or none. Who they are is sealed at once: nobody but the sender can read it
 * again. What is published from then on goes to them. An address that stands in the same list twice is refused; whether it
 * stands on the account's list already cannot be seen.
 */
export async function addContacts(
  ctx: ContactContext,
  input: { readonly accountId: AccountId; readonly contacts: readonly ContactFacts[] },
): Promise<Result<{ readonly contactIds: readonly ContactId[] }, AddContactsRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const account = await findAccount(ctx, input.accountId);
  if (account === undefined) return refused({ code: 'account-unknown' });
  if (!ctx.networks[account.network].abilities.contacts) return refused({ code: 'account-without-contacts' });
  if (input.contacts.length > CONTACTS_MAX)
    return refused({ code: 'contacts-too-many', limit: CONTACTS_MAX });
  const given = input.contacts.map(trimmed);
  const faults = faultsOf(given, ctx.clock.now().toString().slice(0, 10));
  if (faults.length > 0) return refused({ code: 'contacts-refused', faults });
  const rows = given.map((facts) => {
    const id = newId<ContactId>();
    const { outlet, topic, consentedOn, ...secret } = facts;
    const token = randomBytes(24).toString('base64url');
    return {
      id,
      campaignId: ctx.campaignId,
      accountId: account.id,
      state: 'active' as const,
      sealed: ctx.seal(JSON.stringify({ ...secret, token }), binding.contact(id)),
      tokenHash: hashOfToken(token),
      outlet,
      topic,
      consentedOn,
      addedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      addedAt: ctx.clock.now(),
    };
  });
  if (rows.length === 0) return done({ contactIds: [] });
  return inTransaction(ctx, async (tx) => {
    await tx.db.insert(contacts).values(rows);
    await audit(tx, {
      verb: 'contacts/add',
      subject: { type: 'import', id: newUuid() },
      details: { account: account.id, contacts: rows.length },
    });
    return done({ contactIds: rows.map(({ id }) => id) });
  });
}

/** By which the row of a token is found: the token itself is sealed. */
export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

function trimmed(facts: ContactFacts): ContactFacts {
  return {
    address: facts.address.trim(),
    name: facts.name.trim(),
    outlet: facts.outlet.trim(),
    topic: facts.topic.trim(),
    consentedOn: facts.consentedOn.trim(),
    consent: facts.consent.trim(),
    source: facts.source.trim(),
  };
}

function faultsOf(given: readonly ContactFacts[], today: string): ContactRowFault[] {
  const seen = new Set<string>();
  return given.flatMap((facts, index) => {
    const faults = faultsOfContact(facts, today);
    const address = facts.address.toLowerCase();
    if (seen.has(address))
      faults.push({ field: 'address', remedy: 'Leave this row out: the address stands above it already.' });
    seen.add(address);
    return faults.map((fault) => ({ row: index + 1, ...fault }));
  });
}

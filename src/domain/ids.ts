import { newUuid } from './uuid.ts';

declare const brand: unique symbol;

/** A UUID that names one kind of thing; two kinds cannot be mixed up. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type CampaignId = Id<'campaign'>;
export type BotId = Id<'bot'>;
export type CaseId = Id<'case'>;
export type PersonId = Id<'person'>;
export type HearingId = Id<'hearing'>;
export type IncidentId = Id<'incident'>;
export type ConsentId = Id<'consent'>;
export type AlertId = Id<'alert'>;
export type PostId = Id<'post'>;
export type TranslationId = Id<'translation'>;
export type BroadcastId = Id<'broadcast'>;
export type DigestId = Id<'digest'>;
export type MessageId = Id<'message'>;
export type MediaId = Id<'media'>;
export type DeliveryId = Id<'delivery'>;
export type ClaimId = Id<'claim'>;
export type CallId = Id<'call'>;
export type SubscriberId = Id<'subscriber'>;
export type StaffId = Id<'staff'>;
export type PartnerId = Id<'partner'>;
export type PartnerSecretId = Id<'partner-secret'>;
export type AccountId = Id<'account'>;
export type AccountDeliveryId = Id<'account-delivery'>;
export type ContactId = Id<'contact'>;
export type StaffTokenId = Id<'staff-token'>;
export type SuccessionId = Id<'succession'>;
export type StaffRequestId = Id<'staff-request'>;
export type PauseId = Id<'pause'>;
export type ReserveRequestId = Id<'reserve-request'>;
export type PasskeyId = Id<'passkey'>;
export type SessionId = Id<'session'>;
export type ChallengeId = Id<'challenge'>;
export type PayloadId = Id<'payload'>;
export type KeptAnswerId = Id<'kept-answer'>;
export type EndpointId = Id<'endpoint'>;
export type EndpointEventId = Id<'endpoint-event'>;

/**
 * A new UUID (version 7) that sorts after every other one from this process, so that rows which must leave in the
 * order of their making are ordered by their id. Made by the application, never by a database sequence: a restored
 * backup would hand out a sequence's numbers a second time, and they serve as idempotency keys.
 */
export function newId<T extends Id<string>>(): T {
  return newUuid() as T;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an id that came from outside (a button, a path); null when it is not a UUID in its canonical form. */
export function parseId<T extends Id<string>>(text: string): T | null {
  return uuid.test(text) ? (text as T) : null;
}

import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  AccountDeliveryId,
  AccountId,
  BotId,
  CampaignId,
  ContactId,
  PayloadId,
  PostId,
  StaffId,
  TranslationId,
} from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Capabilities, JsonObject, NetworkName } from '../../domain/network.ts';
import type { AccountState, ContactState, DeliveryState, RetractionState } from '../../domain/words.ts';
import { bots, campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';
import { posts, translations } from './post.ts';
import { staff } from './staff.ts';

/** Our login on a network, with the language of what is posted there. */
export const accounts = pgTable(
  'accounts',
  {
    id: id<AccountId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    network: text('network').$type<NetworkName>().notNull(),
    language: text('language').$type<Language>().notNull(),
    /** As readers see it. */
    handle: text('handle').notNull(),
    /** What never changes about it on its network. */
    remoteId: text('remote_id').notNull(),
    state: text('state').$type<AccountState>().notNull(),
    /** Sealed to the sender's key and bound to this row: whoever writes them cannot read them. Null once disconnected by staff. */
    sealedCredentials: bytes('sealed_credentials'),
    /** When they end, as their network said when they were given; null: it told no end. */
    credentialsEndAt: instant('credentials_end_at'),
    /** When staff were last told that they will; null: not yet. */
    endToldAt: instant('end_told_at'),
    /** What may be posted there, as its server said when it was connected. */
    capabilities: jsonb('capabilities').$type<Capabilities>().notNull(),
    /** Why it is paused or disconnected: a code; null while it is active. */
    stoppedFor: text('stopped_for'),
    /** Failures in a row; too many pause it. */
    failures: smallint('failures').notNull().default(0),
    /** Nothing goes out there before: the network asked us to wait, or something failed. */
    restsUntil: instant('rests_until'),
    /** What may be spent there in a calendar month (UTC), in millionths of a US dollar; null: as much as it takes. */
    budgetUsdMicros: integer('budget_usd_micros'),
    /** Who paused it; null when the sender did, or whoever sits at the machine (`stoppedFor` is `staff` then). */
    pausedBy: id<StaffId>('paused_by').references(() => staff.id),
    /** Who asked to resume what a person had paused, and waits for a second one. */
    resumeAskedBy: id<StaffId>('resume_asked_by').references(() => staff.id),
    resumeAskedAt: instant('resume_asked_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('accounts_once').on(table.campaignId, table.network, table.remoteId)],
);

/** Where a post goes beside its followers, in which order. */
export const postAccounts = pgTable(
  'post_accounts',
  {
    postId: id<PostId>('post_id')
      .notNull()
      .references(() => posts.id),
    accountId: id<AccountId>('account_id')
      .notNull()
      .references(() => accounts.id),
    position: smallint('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.accountId] })],
);

/** Exactly what goes to an account in one call, as it was submitted for approval; never changed, only made anew. */
export const payloads = pgTable(
  'payloads',
  {
    id: id<PayloadId>('id').primaryKey(),
    translationId: id<TranslationId>('translation_id')
      .notNull()
      .references(() => translations.id),
    accountId: id<AccountId>('account_id')
      .notNull()
      .references(() => accounts.id),
    /** In a thread: 0 for its first. */
    part: smallint('part').notNull(),
    content: jsonb('content').$type<JsonObject>().notNull(),
    /** Estimated, in millionths of a US dollar; null: it costs nothing. */
    costUsdMicros: integer('cost_usd_micros'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('payloads_once').on(table.translationId, table.accountId, table.part)],
);

/** Somebody that an account writes to: who it is, only the sender can open. */
export const contacts = pgTable(
  'contacts',
  {
    id: id<ContactId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    accountId: id<AccountId>('account_id')
      .notNull()
      .references(() => accounts.id),
    state: text('state').$type<ContactState>().notNull(),
    /** Address, name, source, how consent was given, and the token; null once nothing goes there any more. */
    sealed: bytes('sealed'),
    /** SHA-256 of the token by which they say that they want nothing more. */
    tokenHash: bytes('token_hash').notNull(),
    outlet: text('outlet').notNull(),
    topic: text('topic').notNull(),
    consentedOn: date('consented_on').notNull(),
    addedBy: id<StaffId>('added_by').references(() => staff.id),
    addedAt: instant('added_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('contacts_token').on(table.tokenHash),
    index('contacts_account').on(table.accountId).where(sql`state = 'active'`),
  ],
);

/** One payload to its account, or to one of its contacts. */
export const accountDeliveries = pgTable(
  'account_deliveries',
  {
    id: id<AccountDeliveryId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    postId: id<PostId>('post_id')
      .notNull()
      .references(() => posts.id),
    payloadId: id<PayloadId>('payload_id')
      .notNull()
      .references(() => payloads.id),
    accountId: id<AccountId>('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Null where a post stands on the account itself. */
    contactId: id<ContactId>('contact_id').references(() => contacts.id),
    part: smallint('part').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    /** Not tried before: the spread over the networks, a wait or a retry. */
    dueAt: instant('due_at').notNull(),
    notAfter: instant('not_after').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    /** The lease epoch of the sender that attempts it: a holder of an older epoch may settle nothing. */
    epoch: integer('epoch'),
    /** What was uploaded and reserved for it; kept before the call that publishes. */
    prepared: jsonb('prepared').$type<JsonObject>(),
    /** The first attempt that may have arrived; null while it waits: nothing of it can stand there. */
    firstAttemptedAt: instant('first_attempted_at'),
    attemptedAt: instant('attempted_at'),
    /** Of one whose outcome is unknown: when to look next whether it stands; null: it is left to a person. */
    lookAt: instant('look_at'),
    settledAt: instant('settled_at'),
    /** A code of ours; never the network's words. */
    outcome: text('outcome'),
    /** By which the network knows what stands there. */
    remoteId: text('remote_id'),
    url: text('url'),
    retraction: text('retraction').$type<RetractionState>(),
    retractAt: instant('retract_at'),
  },
  (table) => [
    uniqueIndex('account_deliveries_payload').on(table.payloadId).where(sql`contact_id is null`),
    uniqueIndex('account_deliveries_part')
      .on(table.postId, table.accountId, table.part)
      .where(sql`contact_id is null`),
    uniqueIndex('account_deliveries_contact')
      .on(table.postId, table.contactId, table.part)
      .where(sql`contact_id is not null`),
    index('account_deliveries_due').on(table.botId, table.dueAt).where(sql`state = 'planned'`),
    index('account_deliveries_attempting').on(table.botId).where(sql`state = 'attempting'`),
    index('account_deliveries_look').on(table.botId, table.lookAt).where(sql`state = 'unknown'`),
    index('account_deliveries_retract').on(table.botId).where(sql`retraction = 'asked'`),
    index('account_deliveries_spending').on(table.accountId, table.attemptedAt),
    index('account_deliveries_calendar').on(table.campaignId, table.dueAt),
    check('account_deliveries_sent', sql`state <> 'sent' or remote_id is not null`),
  ],
);

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RoleSignature } from '../../domain/approval-content.ts';
import type {
  AlertId,
  BotId,
  BroadcastId,
  CallId,
  CampaignId,
  CaseId,
  ClaimId,
  DeliveryId,
  DigestId,
  MessageId,
  PostId,
  StaffId,
  SubscriberId,
} from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import type {
  BroadcastAction,
  BroadcastKind,
  BroadcastState,
  CallMethod,
  CallPurpose,
  DeliveryState,
} from '../../domain/words.ts';
import { alerts } from './alert.ts';
import { bots, campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { bytes, id, instant } from './columns.ts';
import { digests } from './digest.ts';
import { posts } from './post.ts';
import { staff } from './staff.ts';
import { subscribers } from './subscriber.ts';

/** One alert or post on its way to the followers of a case, or a digest to those who follow the same cases. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: id<BroadcastId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    /** Null of a digest, which is about several. */
    caseId: id<CaseId>('case_id').references(() => cases.id),
    kind: text('kind').$type<BroadcastKind>().notNull(),
    alertId: id<AlertId>('alert_id').references(() => alerts.id),
    postId: id<PostId>('post_id').references(() => posts.id),
    digestId: id<DigestId>('digest_id').references(() => digests.id),
    /** The cases that a digest tells of: one text for all who follow just these of those with news. */
    digestCaseIds: uuid('digest_case_ids').array().$type<CaseId[]>(),
    /** Lower goes first; see `domain/priority.ts`. */
    priority: smallint('priority').notNull(),
    state: text('state').$type<BroadcastState>().notNull(),
    notAfter: instant('not_after'),
    createdAt: instant('created_at').notNull(),
    /** The class of fault of which there were too many; null unless `halted`. */
    haltedFor: text('halted_for'),
    /** When the last of it was settled; set with `finished`. */
    finishedAt: instant('finished_at'),
    /** What one person has asked for and a second must agree to; all three are null when nothing is asked. */
    asked: text('asked').$type<BroadcastAction>(),
    askedBy: id<StaffId>('asked_by').references(() => staff.id),
    askedAt: instant('asked_at'),
  },
  (table) => [
    // Whatever is looked for begins with the few that run: what stands still costs nothing.
    index('broadcasts_running').on(table.botId, table.priority).where(sql`state = 'running'`),
    uniqueIndex('broadcasts_alert').on(table.botId, table.alertId),
    uniqueIndex('broadcasts_post').on(table.botId, table.postId),
    index('broadcasts_case').on(table.caseId, table.createdAt),
    index('broadcasts_digest').on(table.digestId).where(sql`digest_id is not null`),
    check('broadcasts_of_case', sql`(case_id is null) = (kind = 'digest')`),
  ],
);

/** One immutable rendered text of a broadcast, for readers of one language in one mode. */
export const messages = pgTable(
  'messages',
  {
    id: id<MessageId>('id').primaryKey(),
    broadcastId: id<BroadcastId>('broadcast_id')
      .notNull()
      .references(() => broadcasts.id),
    /** The reader's language; the text may be in another one of its fallback chain. */
    language: text('language').$type<Language>().notNull(),
    textLanguage: text('text_language').$type<Language>().notNull(),
    /** The neutral notice for discreet readers, instead of the content. */
    discreet: boolean('discreet').notNull(),
    part: smallint('part').notNull().default(0),
    payload: jsonb('payload').$type<RenderedMessage>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since when and why it goes to nobody any more: Telegram refuses the text itself. */
    haltedAt: instant('halted_at'),
    haltedFor: text('halted_for'),
    /** From here on it is sent to nobody, whatever its deliveries say. */
    notAfter: instant('not_after'),
    /** By the role that rendered it; null for one from before there was any, which goes to nobody. */
    signature: jsonb('signature').$type<RoleSignature>(),
  },
  (table) => [
    uniqueIndex('messages_reader').on(table.broadcastId, table.language, table.discreet, table.part),
  ],
);

/** One message to one subscriber. Bulk deliveries are rows, not jobs. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id<DeliveryId>('id').primaryKey().default(sql`gen_random_uuid()`),
    botId: id<BotId>('bot_id').notNull(),
    broadcastId: id<BroadcastId>('broadcast_id').notNull(),
    messageId: id<MessageId>('message_id')
      .notNull()
      .references(() => messages.id),
    subscriberId: id<SubscriberId>('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    part: smallint('part').notNull().default(0),
    state: text('state').$type<DeliveryState>().notNull(),
    /**
     * Not over: planned, or being attempted. What is asked by it alone stays as it is when a delivery is taken in hand,
     * which no index then needs to be told.
     */
    waiting: boolean('waiting').generatedAlwaysAs(sql`state in ('planned', 'attempting')`),
    /** Who is told first: lower goes first; see `domain/tier.ts`. */
    tier: smallint('tier').notNull().default(3),
    /** Of the form before, whose code wrote it; the broadcast's counts now. It goes with a later migration. */
    priority: smallint('priority'),
    /** Not tried before: put off by quiet hours, a flood wait or a retry. */
    dueAt: instant('due_at').notNull(),
    notAfter: instant('not_after'),
    attempts: smallint('attempts').notNull().default(0),
    /** The lease epoch of the sender that attempts it: a holder of an older epoch may settle nothing. */
    epoch: integer('epoch'),
    /** The text is marked as a possible repeat: an earlier attempt's outcome is unknown. */
    repeat: boolean('repeat').notNull().default(false),
    attemptedAt: instant('attempted_at'),
    settledAt: instant('settled_at'),
    /** The outcome's class; never a description from the network, which may carry a name or an id. */
    outcome: text('outcome'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(table.broadcastId, table.subscriberId, table.part),
    // Never by the state itself: see `waiting`. What is being attempted is named by `claims`.
    index('deliveries_waiting').on(table.broadcastId, table.tier, table.dueAt).where(sql`waiting`),
    index('deliveries_subscriber').on(table.subscriberId),
  ],
);

/**
 * Deliveries that a sender has taken in hand together: written with their attempts, in one statement, and deleted once
 * the last of them is recorded. Who takes over finds by it what is in doubt.
 */
export const claims = pgTable(
  'claims',
  {
    id: id<ClaimId>('id').primaryKey(),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    /** The lease epoch of the sender that has them in hand. */
    epoch: integer('epoch').notNull(),
    deliveryIds: uuid('delivery_ids').array().$type<DeliveryId[]>().notNull(),
  },
  (table) => [index('claims_bot').on(table.botId, table.epoch)],
);

/** What deliveries that are no longer kept came to: numbers without a follower. */
export const broadcastTotals = pgTable(
  'broadcast_totals',
  {
    broadcastId: id<BroadcastId>('broadcast_id')
      .notNull()
      .references(() => broadcasts.id),
    state: text('state').$type<DeliveryState>().notNull(),
    /** The outcome's class; empty where there was none. */
    outcome: text('outcome').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.broadcastId, table.state, table.outcome] })],
);

/**
 * One Bot API call to one chat: a handler's reply, a notice to staff, a deletion that falls due later.
 * Parameters and chat are sealed to the sender's key; the row goes once it is settled.
 */
export const calls = pgTable(
  'calls',
  {
    id: id<CallId>('id').primaryKey(),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    purpose: text('purpose').$type<CallPurpose>().notNull(),
    method: text('method').$type<CallMethod>().notNull(),
    /** The parameters as JSON, without the chat; bound to this row by its id. */
    sealedParams: bytes('sealed_params').notNull(),
    /** Where it goes: a chat that wrote to us, or a staff member's linked chat. Exactly one is given. */
    sealedChat: bytes('sealed_chat'),
    staffId: id<StaffId>('staff_id').references(() => staff.id),
    /** Finds what is still to be done in a chat, when its owner says /forget; null for a notice to staff. */
    chatIndex: bytes('chat_index'),
    state: text('state').$type<DeliveryState>().notNull(),
    dueAt: instant('due_at').notNull(),
    notAfter: instant('not_after').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    epoch: integer('epoch'),
    attemptedAt: instant('attempted_at'),
    outcome: text('outcome'),
  },
  (table) => [
    // Ids are time-ordered (UUIDv7), so calls that one handler made go out in the order it made them.
    index('calls_claim').on(table.botId, table.dueAt, table.id).where(sql`state = 'planned'`),
    index('calls_attempting').on(table.botId, table.epoch).where(sql`state = 'attempting'`),
    index('calls_chat').on(table.botId, table.chatIndex),
    // Whether an earlier call to the same destination is still to be made.
    index('calls_chat_order').on(table.botId, table.chatIndex, table.id).where(sql`purpose <> 'deletion'`),
    index('calls_staff_order').on(table.staffId, table.id).where(sql`purpose <> 'deletion'`),
    check('calls_one_destination', sql`(sealed_chat is null) <> (staff_id is null)`),
  ],
);

/** Which process is the sender of a bot's token. Times are PostgreSQL's: the lease is real time, never replayed. */
export const leases = pgTable('leases', {
  botId: id<BotId>('bot_id')
    .primaryKey()
    .references(() => bots.id),
  holder: text('holder').notNull(),
  epoch: integer('epoch').notNull(),
  /**
   * The last epoch of which it is certain that all that is being attempted under it, or under one before, is named by a
   * claim; null when none is. A sender whose code wrote no claims leaves it behind, and the next looks everywhere.
   */
  claimsEpoch: integer('claims_epoch'),
  expiresAt: instant('expires_at').notNull(),
});

import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CampaignId, ChallengeId, PasskeyId, SessionId, StaffId } from '../../domain/ids.ts';
import type { ChallengePurpose } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** A key of a staff member: the public half only. The other half never leaves their device. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id<PasskeyId>('id').primaryKey(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    /** As the authenticator calls it, in base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE. */
    publicKey: bytes('public_key').notNull(),
    /** Rises with every use where the authenticator counts; one that falls back was copied. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    /** The domain that it works at. */
    rpId: text('rp_id').notNull(),
    /** Whether it is kept by a service that copies it to other devices. */
    backedUp: boolean('backed_up').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('passkeys_staff').on(table.staffId)],
);

/** A one-time link by which a staff member adds their first key: only its hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    hash: bytes('hash').notNull().unique(),
    /** Not before: after a loss of keys everybody has a day to object. */
    validFrom: instant('valid_from').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('invitations_staff').on(table.staffId)],
);

/** A browser that a staff member signed in with: only the hash of its cookie is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id<SessionId>('id').primaryKey(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    passkeyId: id<PasskeyId>('passkey_id')
      .notNull()
      .references(() => passkeys.id),
    hash: bytes('hash').notNull().unique(),
    startedAt: instant('started_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('sessions_staff').on(table.staffId)],
);

/** What an authenticator is to sign, once. Gone when it was used, or after five minutes. */
export const challenges = pgTable(
  'challenges',
  {
    id: id<ChallengeId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    purpose: text('purpose').$type<ChallengePurpose>().notNull(),
    /** Whose it is; null where that is only learnt from the answer. */
    staffId: id<StaffId>('staff_id').references(() => staff.id),
    challenge: bytes('challenge').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('challenges_at').on(table.campaignId, table.purpose, table.createdAt)],
);

/** A try to sign in that failed, with a key that we know. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    id: uuid('id').primaryKey(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    at: instant('at').notNull(),
  },
  (table) => [index('sign_in_failures_at').on(table.staffId, sql`${table.at} desc`)],
);

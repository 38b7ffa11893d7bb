import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { KeptAnswerId, StaffId } from '../../domain/ids.ts';
import { bytes, id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** What the admin API answered to a request with an idempotency key, for a day; without an answer it is in progress. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    /** Made anew when a request takes the place of one that died. */
    id: id<KeptAnswerId>('id').primaryKey(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    /** Method and pattern. */
    route: text('route').notNull(),
    /** SHA-256 of the key, and of all that was asked for. */
    keyHash: bytes('key_hash').notNull(),
    requestHash: bytes('request_hash').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    /** To the bearer token that it was given to. */
    sealed: bytes('sealed'),
  },
  (table) => [
    uniqueIndex('kept_answers_once').on(table.staffId, table.route, table.keyHash),
    index('kept_answers_claimed').on(table.claimedAt),
  ],
);

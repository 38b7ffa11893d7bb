import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import { cases } from './case.ts';
import { id, instant } from './columns.ts';
import { hearings } from './hearing.ts';

/** What others call a hearing: the UID of an event in a file, or the id that a partner's monitor gives it. */
export const hearingKeys = pgTable(
  'hearing_keys',
  {
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    /** Whose key it is: `file`, or a partner's id. */
    origin: text('origin').notNull(),
    key: text('key').notNull(),
    hearingId: id<HearingId>('hearing_id')
      .notNull()
      .references(() => hearings.id),
    /** The highest SEQUENCE that was seen (RFC 5545); null where there is none. */
    sequence: integer('sequence'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.origin, table.key] }),
    index('hearing_keys_hearing').on(table.hearingId),
  ],
);

import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import { cases } from './case.ts';
import { id } from './columns.ts';
import { staff } from './staff.ts';

/** The cases to which a staff member is limited; without a row they work on all of the campaign. */
export const staffCases = pgTable(
  'staff_cases',
  {
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.caseId] })],
);

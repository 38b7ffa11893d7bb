import { and, asc, eq, isNull } from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';
import { type StaffRow, staffColumns } from './find.ts';

/** The present staff of the campaign, in the order in which they joined. */
export async function listStaff(ctx: CoreContext): Promise<StaffRow[]> {
  return ctx.db
    .select(staffColumns)
    .from(staff)
    .where(and(eq(staff.campaignId, ctx.campaignId), isNull(staff.revokedAt)))
    .orderBy(asc(staff.id));
}

import { eq } from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';

/** The names of everybody who is or was on the staff, by their ids. */
export async function staffNames(ctx: CoreContext): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(eq(staff.campaignId, ctx.campaignId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

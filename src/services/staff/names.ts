import { eq } from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** The name of somebody whom something names; throws when there is none, since then a foreign key was broken. */
export function nameIn(names: ReadonlyMap<string, string>, staffId: StaffId): string {
  const name = names.get(staffId);
  if (name === undefined) throw new Error('A staff member who is referred to does not exist.');
  return name;
}

/** The names of everybody who is or was on the staff, by their ids. */
export async function staffNames(ctx: CoreContext): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(eq(staff.campaignId, ctx.campaignId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

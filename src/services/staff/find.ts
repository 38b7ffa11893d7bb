import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  getTableColumns,
  isNull,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Role } from '../../domain/words.ts';
import type { Context, CoreContext } from '../context.ts';

const { chatIndex: _index, sealedChat: _chat, ...columns } = getTableColumns(staff);

/** What is read of a staff member: not their chat, which only the sender can open. */
export const staffColumns = { ...columns, linked: sql<boolean>`${staff.botId} is not null` };

/** A staff member as services see them. `linked`: the bot can write to them. */
export type StaffRow = Omit<typeof staff.$inferSelect, 'chatIndex' | 'sealedChat'> & {
  readonly linked: boolean;
};

/** A staff member who has not been revoked. */
export async function findStaff(ctx: CoreContext, staffId: StaffId): Promise<StaffRow | undefined> {
  const [found] = await ctx.db
    .select(staffColumns)
    .from(staff)
    .where(present(ctx, eq(staff.id, staffId)));
  return found;
}

/**
 * Who can be asked in the bot for a decision: present staff with a linked chat and one of the roles, who read
 * `language` when one is given, without those who must not decide.
 */
export async function findDeciders(
  ctx: Context,
  wanted: { roles: readonly Role[]; language: Language | null; without: readonly (StaffId | null)[] },
): Promise<StaffRow[]> {
  const without = wanted.without.filter((id) => id !== null);
  return ctx.db
    .select(staffColumns)
    .from(staff)
    .where(
      present(
        ctx,
        eq(staff.botId, ctx.botId),
        arrayOverlaps(staff.roles, [...wanted.roles]),
        wanted.language === null ? undefined : arrayContains(staff.languages, [wanted.language]),
        without.length === 0 ? undefined : notInArray(staff.id, without),
      ),
    );
}

/** The name to show for a staff member, also one who was revoked since. */
export async function staffName(ctx: CoreContext, staffId: StaffId): Promise<string> {
  const [found] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId));
  if (found === undefined) throw new Error('A text names a staff member who does not exist.');
  return found.name;
}

function present(ctx: CoreContext, ...conditions: (SQL | undefined)[]): SQL | undefined {
  return and(eq(staff.campaignId, ctx.campaignId), isNull(staff.revokedAt), ...conditions);
}

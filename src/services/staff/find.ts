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
import type { StaffActor } from '../../domain/actor.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { ApprovalPath, Role } from '../../domain/words.ts';
import type { Context, CoreContext } from '../context.ts';

const { chatIndex: _index, sealedChat: _chat, ...columns } = getTableColumns(staff);

/** What is read of a staff member: not their chat, which only the sender can open. */
export const staffColumns = {
  ...columns,
  linked: sql<boolean>`${staff.botId} is not null`,
  /** The only cases that they work on; null: all. */
  cases: sql<
    CaseId[] | null
  >`(select json_agg(case_id order by case_id) from staff_cases where staff_id = "staff"."id")`,
};

/** A staff member as services see them. `linked`: the bot can write to them. */
export type StaffRow = Omit<typeof staff.$inferSelect, 'chatIndex' | 'sealedChat'> & {
  readonly linked: boolean;
  readonly cases: readonly CaseId[] | null;
};

/** A staff member as who is behind a verb. */
export function actorOf({ id, name, roles, languages, cases }: StaffRow, via: ApprovalPath): StaffActor {
  return { kind: 'staff', id, name, roles, languages, cases, via };
}

/** A staff member who has not been revoked. */
export async function findStaff(ctx: CoreContext, staffId: StaffId): Promise<StaffRow | undefined> {
  const [found] = await ctx.db
    .select(staffColumns)
    .from(staff)
    .where(present(ctx, eq(staff.id, staffId)));
  return found;
}

interface Wanted {
  readonly roles: readonly Role[];
  readonly language: Language | null;
  readonly without: readonly (StaffId | null)[];
}

/**
 * Who can be asked in the bot for a decision on something of a case (null: on what is about all, for which whoever is limited
 * to some is not asked): present staff with a linked chat and one of the roles, who read `language` when one is given,
 * without those who must not decide.
 */
export function findDeciders(
  ctx: Context,
  wanted: Wanted & { readonly caseId: CaseId | null },
): Promise<StaffRow[]> {
  return findLinked(ctx, wanted, worksOn(wanted.caseId));
}

/** Who can be told something in the bot, whatever cases they work on: otherwise as `findDeciders`. */
export function findStaffWith(ctx: Context, wanted: Wanted): Promise<StaffRow[]> {
  return findLinked(ctx, wanted, undefined);
}

/** Whoever may approve a text of a case in a language, whether or not the bot can write to them. */
export function findApprovers(
  ctx: CoreContext,
  wanted: { readonly caseId: CaseId; readonly language: Language; readonly without: readonly StaffId[] },
): Promise<StaffRow[]> {
  const { caseId, language, without } = wanted;
  return ctx.db
    .select(staffColumns)
    .from(staff)
    .where(
      present(
        ctx,
        arrayContains(staff.roles, ['approver']),
        arrayContains(staff.languages, [language]),
        notInArray(staff.id, [...without]),
        worksOn(caseId),
      ),
    );
}

function findLinked(ctx: Context, wanted: Wanted, limit: SQL | undefined): Promise<StaffRow[]> {
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
        limit,
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

/** In SQL, of a staff member: whether they work on a case; on all of them for null. */
function worksOn(caseId: CaseId | null): SQL {
  return sql`(not exists (select 1 from staff_cases where staff_id = "staff"."id")
    or exists (select 1 from staff_cases where staff_id = "staff"."id" and case_id = ${caseId}))`;
}

import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { campaigns, cases, staffTokens } from '../../db/schema/index.ts';
import { readApprovalPolicy } from '../../domain/approval-policy.ts';
import type { Holder } from '../../domain/custody.ts';
import type { DrillPerson, Situation } from '../../domain/drill.ts';
import { oneKeyUntil } from '../../domain/second-key.ts';
import type { CoreContext } from '../context.ts';
import { keysOfEach } from '../passkeys/find.ts';
import { namedSuccessors } from '../successions/find.ts';
import { listStaff } from './list.ts';

/**
 * Who is on the staff and by which ways each can act at this moment, for the drill. `holders`: who holds what outside the
 * service; they are found on the staff by their names.
 */
export async function readSituation(
  ctx: CoreContext,
  held: { readonly keys: Situation['keys']; readonly holders: readonly Holder[] },
): Promise<Situation> {
  const members = await listStaff(ctx);
  const ids = members.map(({ id }) => id);
  const { staffSite } = ctx;
  const keys = staffSite === undefined ? null : await keysOfEach({ ...ctx, staffSite }, ids);
  const tokens = await ctx.db
    .selectDistinct({ staffId: staffTokens.staffId })
    .from(staffTokens)
    .where(
      and(
        inArray(staffTokens.staffId, ids),
        isNull(staffTokens.revokedAt),
        gt(staffTokens.expiresAt, ctx.clock.now()),
      ),
    );
  const [campaign] = await ctx.db
    .select({ languages: campaigns.languages, policy: campaigns.approvalPolicy })
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId));
  const open = await ctx.db
    .select({ id: cases.id, slug: cases.slug })
    .from(cases)
    .where(and(eq(cases.campaignId, ctx.campaignId), eq(cases.status, 'open')))
    .orderBy(asc(cases.slug));
  const people = members.map(
    (member): DrillPerson => ({
      id: member.id,
      name: member.name,
      roles: member.roles,
      languages: member.languages,
      cases: member.cases,
      ways: {
        key: keys?.has(member.id) === true,
        chat: member.linked,
        token: tokens.some(({ staffId }) => staffId === member.id),
      },
      oneKeyUntil: oneKeyUntil(keys?.get(member.id) ?? []),
      custody: held.holders.find(({ name }) => name === member.name)?.custody ?? [],
    }),
  );
  return {
    people,
    outside: held.holders.filter(({ name }) => members.every((member) => member.name !== name)),
    languages: campaign?.languages ?? [],
    cases: open,
    policy: readApprovalPolicy(campaign?.policy ?? {}),
    successors: await namedSuccessors(ctx),
    staffSite: staffSite !== undefined,
    keys: held.keys,
  };
}

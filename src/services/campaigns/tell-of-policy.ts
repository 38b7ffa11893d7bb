import type { ApprovalPolicy } from '../../domain/approval-policy.ts';
import { compose, lines } from '../../domain/text/message.ts';
import { postKinds, roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { StaffContext } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/** Tells everybody on the staff, besides the actor, that posts take other numbers of approvals, or that somebody asks for fewer. */
export async function tellOfPolicy(
  ctx: StaffContext,
  {
    what,
    policy,
    drafts,
    names,
  }: {
    readonly what: 'asked' | 'set';
    readonly policy: ApprovalPolicy;
    readonly drafts: number;
    readonly names: readonly string[];
  },
): Promise<void> {
  const told = await findStaffWith(ctx, { roles, language: null, without: [ctx.actor.id] });
  for (const { id, language } of told) {
    const { name } = ctx.actor;
    const message = compose(
      lines(
        what === 'asked'
          ? translate(language, 'staff-approvals-asked', { name })
          : translate(language, 'staff-approvals-changed', { name }),
        ...postKinds.map((kind) =>
          translate(language, 'staff-approvals-kind', {
            kind: translate(language, 'post-kind', { kind }),
            needed: policy[kind],
          }),
        ),
        drafts === 0 ? null : translate(language, 'staff-approvals-drafts'),
        names.length < 2
          ? null
          : translate(language, 'staff-broadcast-done-by', { names: formatList(language, names) }),
      ),
    );
    await notifyStaff(ctx, id, { ...message, buttons: [] });
  }
}

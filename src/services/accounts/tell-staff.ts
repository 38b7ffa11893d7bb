import type { CaseId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { networkTitles } from '../../domain/network.ts';
import { bold, compose, lines, paragraphs } from '../../domain/text/message.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCampaign } from '../campaigns/find.ts';
import { accountNotices } from '../campaigns/reserve.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import type { AccountRow } from './find.ts';

/**
 * Tells staff that nothing goes out on an account any more; of one that its network has suspended also, in each language,
 * what the other accounts can say of it. Call it in the transaction that stops it.
 */
export async function tellOfAccount(
  ctx: Context,
  account: Pick<AccountRow, 'id' | 'network' | 'handle'>,
  state: 'paused' | 'budget' | 'suspended' | 'expired' | 'disconnected',
): Promise<void> {
  const network = networkTitles[account.network];
  const notices = state === 'suspended' ? await accountNotices(ctx, account) : [];
  for (const { id, language } of await told(ctx, null)) {
    const text = translate(language, 'staff-account-stopped', { state, handle: account.handle, network });
    const prepared = notices.map((notice) =>
      lines(bold(translate(language, 'language-name', { language: notice.language })), notice.text),
    );
    const offered = notices.length === 0 ? null : translate(language, 'staff-notice-prepared');
    await notifyStaff(ctx, id, { ...compose(paragraphs(text, offered, ...prepared)), buttons: [] });
  }
}

/** Tells staff that an account's credentials will end. Call it in the transaction that keeps that they were told. */
export async function tellOfCredentialsEnd(
  ctx: Context,
  account: Pick<AccountRow, 'network' | 'handle'>,
  endsAt: Temporal.Instant,
): Promise<void> {
  const network = networkTitles[account.network];
  const { zone } = await findCampaign(ctx);
  for (const { id, language } of await told(ctx, null)) {
    const end = formatInstant(language, endsAt, zone);
    const text = translate(language, 'staff-account-ends', { handle: account.handle, network, end });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}

/** Tells staff that something did not go out on an account, or may not have. Call it in the transaction that records it. */
export async function tellOfDelivery(
  ctx: Context,
  job: { readonly account: AccountRow; readonly post: { readonly caseId: CaseId } },
  end: { readonly state: 'failed' | 'unknown' | 'cancelled'; readonly outcome: string },
): Promise<void> {
  const { name } = await findCase(ctx, job.post.caseId);
  const { handle } = job.account;
  const network = networkTitles[job.account.network];
  const why = whyOf(end);
  for (const { id, language } of await told(ctx, job.post.caseId)) {
    const text = translate(language, 'staff-account-delivery', {
      why,
      handle,
      network,
      case: localise(name, language),
    });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}

function whyOf({
  state,
  outcome,
}: {
  readonly state: 'failed' | 'unknown' | 'cancelled';
  readonly outcome: string;
}) {
  if (state !== 'cancelled') return state;
  return outcome === 'too-late' || outcome === 'case-closed' ? outcome : 'unapproved';
}

function told(ctx: Context, caseId: CaseId | null) {
  return findDeciders(ctx, {
    caseId,
    roles: ['approver', 'coordinator', 'admin'],
    language: null,
    without: [],
  });
}

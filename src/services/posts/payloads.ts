import { and, asc, eq } from 'drizzle-orm';
import { accounts, payloads, postAccounts, translations } from '../../db/schema/index.ts';
import { type AccountId, newId, type PayloadId, type PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import {
  type JsonObject,
  type NetworkName,
  type Payload,
  type PostText,
  payloadHash,
  type RenderRefusal,
} from '../../domain/network.ts';
import { isUnderEmbargo } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseMarkdown } from '../../domain/text/parse.ts';
import type { AccountState } from '../../domain/words.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { type AccountRow, accountColumns } from '../accounts/find.ts';
import { spendingOf } from '../accounts/spending.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context, CoreContext } from '../context.ts';
import { readMedia } from '../media/read.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { imageIdOf, isUndescribed } from './photo.ts';

/** An account as an approval names it: whose it is, and by their hashes what goes there. JSON. */
export type AccountContent = {
  readonly account: string;
  readonly network: string;
  readonly holder: string;
  /** `Capabilities.server`, of an account that has it. */
  readonly server?: string;
  readonly payloads: readonly string[];
};

export type PayloadRefusal =
  | {
      readonly code: 'not-for-account';
      readonly handle: string;
      readonly network: NetworkName;
      readonly fault: RenderRefusal;
    }
  | {
      readonly code: 'over-budget';
      readonly handle: string;
      readonly network: NetworkName;
      /** In millionths of a US dollar: what the post costs, what the month has left, what it was given. */
      readonly cost: number;
      readonly left: number;
      readonly budget: number;
    };

/** The accounts of a post for one language, in their order. */
async function accountsOf(ctx: CoreContext, postId: PostId, language: Language): Promise<AccountRow[]> {
  const found = await ctx.db
    .select({ account: accountColumns })
    .from(postAccounts)
    .innerJoin(accounts, eq(accounts.id, postAccounts.accountId))
    .where(and(eq(postAccounts.postId, postId), eq(accounts.language, language)))
    .orderBy(asc(postAccounts.position));
  return found.map(({ account }) => account);
}

/**
 * Makes what goes to each of the post's accounts of the text's language, in place of what was made before, or says for
 * which account it cannot be made. Nothing of it has gone out: a text that has is never submitted again.
 */
export async function makePayloads(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<Result<{ readonly payloads: number }, PayloadRefusal>> {
  const made: (typeof payloads.$inferInsert)[] = [];
  for (const { account, rendered } of await renderForAccounts(ctx, post, text)) {
    if (!rendered.ok) {
      const { handle, network } = account;
      return refused({ code: 'not-for-account', handle, network, fault: rendered.refusal });
    }
    const rows = rendered.value.map(({ content, cost }, part) => ({
      id: newId<PayloadId>(),
      translationId: text.id,
      accountId: account.id,
      part,
      content,
      costUsdMicros: cost?.usdMicros ?? null,
      createdAt: ctx.clock.now(),
    }));
    const cost = totalCost(rows);
    if (account.budgetUsdMicros !== null && cost > 0) {
      const { spent, planned } = await spendingOf(ctx, account.id);
      const left = account.budgetUsdMicros - spent - planned;
      if (cost > left) {
        const { handle, network, budgetUsdMicros: budget } = account;
        return refused({ code: 'over-budget', handle, network, cost, left: Math.max(left, 0), budget });
      }
    }
    made.push(...rows);
  }
  await ctx.db.delete(payloads).where(eq(payloads.translationId, text.id));
  if (made.length > 0) await ctx.db.insert(payloads).values(made);
  return done({ payloads: made.length });
}

/** A text in one language as it is written, whether it was stored or not. */
export type WrittenText = Pick<TranslationRow, 'language' | 'text' | 'alt' | 'altDeferredAt' | 'cardId'>;

/** What a text becomes on each of the post's accounts of its language, in their order, or why it cannot be. */
export async function renderForAccounts(
  ctx: Context,
  post: PostRow,
  text: WrittenText,
): Promise<{ account: AccountRow; rendered: Result<readonly Payload[], RenderRefusal> }[]> {
  const given = await asPostText(ctx, post, text);
  const { zone } = await findCampaign(ctx);
  return (await accountsOf(ctx, post.id, text.language)).map((account) => ({
    account,
    rendered: ctx.networks[account.network].render(
      { ...given, embargo: embargoWords(ctx, post, text.language, account.capabilities.zone ?? zone) },
      account.capabilities,
    ),
  }));
}

/** What goes to one account beside the followers, to the letter. */
export interface Reach {
  readonly handle: string;
  readonly network: NetworkName;
  /** While it is not active what is approved for it waits. */
  readonly state: AccountState;
  /** `Capabilities.server`; null where there is none. */
  readonly server: string | null;
  readonly payloads: readonly JsonObject[];
  /** Expected for all of them, in millionths of a US dollar. */
  readonly costUsdMicros: number;
}

/** On which accounts a submitted text goes out, in their order. */
export async function reachOf(
  ctx: CoreContext,
  post: Pick<PostRow, 'id'>,
  text: Pick<TranslationRow, 'language'>,
): Promise<Reach[]> {
  const shown = (await listPayloads(ctx, post.id)).filter(({ language }) => language === text.language);
  const own = await accountsOf(ctx, post.id, text.language);
  return own.map(({ id, handle, network, state, capabilities: { server = null } }) => {
    const there = shown.filter(({ accountId }) => accountId === id);
    const contents = there.map(({ content }) => content);
    return { handle, network, state, server, payloads: contents, costUsdMicros: totalCost(there) };
  });
}

/** What an approval of a text says of its accounts, from the payloads as they stand now. */
export async function accountContents(
  ctx: CoreContext,
  post: Pick<PostRow, 'id'>,
  text: Pick<TranslationRow, 'id' | 'language'>,
): Promise<AccountContent[]> {
  const rows = await ctx.db
    .select({ accountId: payloads.accountId, part: payloads.part, content: payloads.content })
    .from(payloads)
    .where(eq(payloads.translationId, text.id))
    .orderBy(asc(payloads.part));
  const own = await accountsOf(ctx, post.id, text.language);
  const hashesFor = (accountId: AccountId, network: NetworkName) =>
    rows.filter((row) => row.accountId === accountId).map(({ content }) => payloadHash(network, content));
  // One that somebody slipped in by hand is no account of the post: nobody has approved a text with it.
  const strangers = new Set(rows.map(({ accountId }) => accountId)).difference(
    new Set(own.map(({ id }) => id)),
  );
  return [
    ...own.map(({ id, network, remoteId, capabilities: { server } }) => ({
      account: id,
      network,
      holder: remoteId,
      ...(server !== undefined && { server }),
      payloads: hashesFor(id, network),
    })),
    ...[...strangers].map((account) => ({ account, network: '', holder: '', payloads: [] })),
  ];
}

/** By the readers' own clock, and by the one that needs no zone; of one that has ended nothing. */
function embargoWords(ctx: Context, post: PostRow, language: Language, zone: string): string | null {
  const { embargoUntil } = post;
  if (embargoUntil === null || !isUnderEmbargo(post, ctx.clock.now())) return null;
  return translate(language, 'press-embargo', {
    until: formatInstant(language, embargoUntil, zone),
    utc: embargoUntil.toString({ smallestUnit: 'minute' }),
  });
}

async function asPostText(
  ctx: Context,
  post: PostRow,
  text: WrittenText,
): Promise<Omit<PostText, 'embargo'>> {
  const parsed = parseMarkdown(text.text);
  if (!parsed.ok) throw new Error('A stored text is not one that could have been stored.');
  const imageId = imageIdOf(post, text);
  const stored = imageId === null ? undefined : await readMedia(ctx, imageId);
  // Without words only where that was said and is approved: an empty text is none.
  const alt = text.alt ?? (isUndescribed(post, text) ? '' : null);
  const image = stored === undefined || alt === null ? null : { ...stored, alt };
  const { language } = text;
  const warning =
    post.warning === null ? null : translate(language, 'content-warning', { kind: post.warning });
  return { document: parsed.document, language, image, warning };
}

/** A payload as whoever decides on it may see it. */
export interface ShownPayload {
  readonly accountId: AccountId;
  readonly language: Language;
  readonly part: number;
  readonly content: JsonObject;
  readonly hash: string;
  readonly costUsdMicros: number | null;
}

/** Exactly what a post puts out on its accounts, as far as it was submitted. */
export async function listPayloads(ctx: CoreContext, postId: PostId): Promise<ShownPayload[]> {
  const rows = await ctx.db
    .select({ payload: payloads, language: translations.language, network: accounts.network })
    .from(payloads)
    .innerJoin(translations, eq(translations.id, payloads.translationId))
    .innerJoin(accounts, eq(accounts.id, payloads.accountId))
    .where(and(eq(translations.postId, postId), eq(accounts.campaignId, ctx.campaignId)))
    .orderBy(asc(payloads.accountId), asc(payloads.part));
  return rows.map(({ payload, language, network }) => ({
    accountId: payload.accountId,
    language,
    part: payload.part,
    content: payload.content,
    hash: payloadHash(network, payload.content),
    costUsdMicros: payload.costUsdMicros,
  }));
}

/** Where a post goes beside its followers, in its order. */
export async function postAccountIds(ctx: CoreContext, postId: PostId): Promise<AccountId[]> {
  const found = await ctx.db
    .select({ accountId: postAccounts.accountId })
    .from(postAccounts)
    .where(eq(postAccounts.postId, postId))
    .orderBy(asc(postAccounts.position));
  return found.map(({ accountId }) => accountId);
}

/** What payloads are expected to cost together, in millionths of a US dollar. */
export function totalCost(shown: readonly Pick<ShownPayload, 'costUsdMicros'>[]): number {
  return shown.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0);
}

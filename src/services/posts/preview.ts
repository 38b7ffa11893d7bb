import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import type { JsonObject, Measured, NetworkName, RenderRefusal } from '../../domain/network.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseMarkdown } from '../../domain/text/parse.ts';
import { plainText } from '../../domain/text/spanned.ts';
import { findCase } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { type AltRefusal, refuseAlt } from './alt.ts';
import { renderForAccounts } from './payloads.ts';
import { imageIdOf, photoOf } from './photo.ts';
import type { Post } from './read.ts';
import { renderPost } from './render.ts';
import { refuseText, type TextRefusal } from './text.ts';

/** What would go to one account, or why nothing can. */
export interface AccountPreview {
  readonly handle: string;
  readonly network: NetworkName;
  /** Of the text by itself, as the network counts. */
  readonly measured: Measured;
  readonly limit: number;
  readonly payloads: readonly JsonObject[];
  readonly fault: RenderRefusal | null;
}

/** What a text would look like everywhere it goes. */
export interface TextPreview {
  /** As a follower who reads this language gets it. */
  readonly rendered: RenderedMessage;
  readonly accounts: readonly AccountPreview[];
  /** It has an image, and nobody has said what that shows. */
  readonly isUndescribed: boolean;
}

/** What a text would become for followers and on the post's accounts of its language, if it went out as it is written now. */
export async function previewText(
  ctx: StaffContext,
  post: Post,
  text: { readonly language: Language; readonly text: string; readonly alt: string | null },
): Promise<Result<TextPreview, TextRefusal | AltRefusal>> {
  const fault = refuseText(text.language, text.text) ?? refuseAlt(text.language, text.alt);
  if (fault !== null) return refused(fault);
  const parsed = parseMarkdown(text.text);
  if (!parsed.ok) return refused({ code: 'text-unreadable', language: text.language, faults: parsed.faults });
  const cardId = post.translations.find(({ language }) => language === text.language)?.cardId ?? null;
  const isUndescribed = imageIdOf(post, { cardId }) !== null && text.alt === null;
  // Shown as it would go out in an emergency: without the image it would not be what anybody gets.
  const written = { ...text, cardId, altDeferredAt: isUndescribed ? ctx.clock.now() : null };
  const { name: caseName, fictional } = await findCase(ctx, post.caseId);
  const plain = plainText(parsed.document);
  const accounts = (await renderForAccounts(ctx, post, written)).map(({ account, rendered }) => ({
    handle: account.handle,
    network: account.network,
    measured: ctx.networks[account.network].measure(plain, account.capabilities),
    limit: account.capabilities.text.max,
    payloads: rendered.ok ? rendered.value.map(({ content }) => content) : [],
    fault: rendered.ok ? null : rendered.refusal,
  }));
  const rendered = renderPost(text.language, {
    text: text.text,
    textLanguage: text.language,
    caseId: post.caseId,
    caseName,
    fictional,
    photo: await photoOf(ctx, post, written),
  });
  return done({ rendered, accounts, isUndescribed });
}

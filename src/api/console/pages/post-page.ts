import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type Language, languages } from '../../../domain/language.ts';
import { nextState } from '../../../domain/post.ts';
import type { Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { between } from '../../../i18n/punctuation.ts';
import { isPostRetractable, postOnAccounts } from '../../../services/account-deliveries/on-accounts.ts';
import { stoppers } from '../../../services/accounts/may.ts';
import { findCase } from '../../../services/cases/find.ts';
import type { TranslationRow } from '../../../services/posts/find.ts';
import { approvalOutlook, isStuck } from '../../../services/posts/outlook.ts';
import { owesAlt } from '../../../services/posts/photo.ts';
import type { Post } from '../../../services/posts/read.ts';
import { sharedFactsOf } from '../../../services/posts/set-sheet.ts';
import { listTextClaims } from '../../../services/posts/text-claims.ts';
import { show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { cardForms } from '../html/card-forms.ts';
import type { Html } from '../html/layout.ts';
import { onAccounts } from '../html/on-accounts.ts';
import { oneButton } from '../html/one-button.ts';
import { type Place, postAddress, postButton, textAddress, titleOf } from '../html/posts.ts';
import { sheetSummary } from '../html/sheet-form.ts';
import { languageName, type Reader, readerOf } from '../reader.ts';
import { refusalText } from '../refusals.ts';
import { isOpenSheet, type SentSheet, sheetChoices } from '../sheet.ts';

/** Who may write, translate and hand in. */
export const writers: readonly Role[] = ['author', 'translator'];

/** Who may take a text back. */
export const withdrawers: readonly Role[] = ['author', 'translator', 'approver'];

/** A post with all that belongs to it; `sent` is what was not taken of its quotation, and why. */
export async function showPost(c: ConsoleRequest, post: Post, sent?: SentSheet): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const claims = await listTextClaims(ctx, post.id);
  const inHand = (of: Language) => {
    const claim = claims.find((one) => one.language === of);
    if (claim === undefined) return '';
    const [name, until] = [claim.name, reader.at(claim.expiresAt)];
    return html`<p>${translate(language, 'console-claim-standing', { name, until })}</p>`;
  };
  const writes = hasRole(ctx.actor, ...writers);
  const progress = new Map(
    await Promise.all(
      post.translations
        .filter(({ state }) => nextState(state, 'submit') !== null || state === 'in_review')
        .map(async (text) => [text.language, await approvalOutlook(ctx, post, text)] as const),
    ),
  );
  const rows = post.translations.map((text) => {
    const approvals = progress.get(text.language);
    const place = { postId: post.id, language: text.language };
    const state = translate(language, 'console-text-state', { state: text.state });
    const check = translate(language, 'console-text-check', { check: text.check });
    const open = writes && nextState(text.state, 'edit') !== null;
    return html`<li>
          <h2>${languageName(language, text.language)}</h2>
          <p>${state}${between(language, 'semicolon')}${check}${approvals === undefined || text.state !== 'in_review' ? '' : html`${between(language, 'semicolon')}${translate(language, 'console-approvals', approvals)}`}</p>
          ${approvals !== undefined && isStuck(approvals) ? html`<p class="note">${translate(language, 'console-approvals-stuck')}</p>` : ''}
          ${text.retractedAt === null ? '' : html`<p>${translate(language, 'console-retracted-at', { at: reader.at(text.retractedAt) })}</p>`}
          ${owesAlt(post, text) ? altOwed(reader, text, { ...place, writes }) : ''}
          ${inHand(text.language)}
          <p><a href="${textAddress(place)}/approval">${translate(language, 'console-text-title', { language: languageName(language, text.language) })}</a></p>
          ${open ? html`<p><a href="${textAddress(place)}">${translate(language, 'console-edit-title', { language: languageName(language, text.language) })}</a></p>` : ''}
          ${nextState(text.state, 'withdraw') !== null && hasRole(ctx.actor, ...withdrawers) ? postButton(language, `${textAddress(place)}/withdrawals`, 'console-edit-withdraw') : ''}
        </li>`;
  });
  const missing = languages.filter((one) => !post.translations.some((text) => text.language === one));
  const begin = missing.map(
    (one) =>
      html`<li><a href="${textAddress({ postId: post.id, language: one })}">${translate(language, 'console-edit-title', { language: languageName(language, one) })}</a>${inHand(one)}</li>`,
  );
  const accounts = await postOnAccounts(ctx, post.id);
  const retracts = hasRole(ctx.actor, ...stoppers) && isPostRetractable(post.translations, accounts);
  const choices = await sheetChoices(ctx);
  const facts = await sharedFactsOf(ctx, post);
  const title = titleOf(await findCase(ctx, post.caseId), language);
  const body = html`<section>
        <h2>${translate(language, 'console-sheet-title')}</h2>
        ${sheetSummary(reader, facts, choices)}
        ${isOpenSheet(reader, post) ? html`<p><a href="${postAddress({ postId: post.id })}/sheet">${translate(language, 'console-facts-change')}</a></p>` : ''}
      </section>
      <ul class="rows">${rows}</ul>
      ${onAccounts(reader, post.id, accounts)}
      ${retracts ? html`<p><a class="button" href="${postAddress({ postId: post.id })}/retraction">${translate(language, 'console-retract-post')}</a></p>` : ''}
      ${writes && begin.length > 0 ? html`<ul class="rows">${begin}</ul>` : ''}
      ${await cardForms(reader, post, sent)}`;
  if (sent === undefined) return show(c, { title, body });
  const fault =
    sent.refusal === undefined
      ? translate(language, 'console-facts-faults')
      : refusalText(language, sent.refusal);
  return show(c, { title, body, fault }, 422);
}

/** That nobody has said what its image shows; once it is out, with what can be done about it. */
function altOwed(
  { language }: Reader,
  { state }: TranslationRow,
  { writes, ...place }: Place & { readonly writes: boolean },
): Html {
  if (state !== 'published')
    return html`<p class="note">${translate(language, 'console-image-undescribed')}</p>`;
  const settle = writes
    ? oneButton(`${textAddress(place)}/alt-settlements`, translate(language, 'console-undescribed-settle'))
    : '';
  return html`<p class="note">${translate(language, 'console-undescribed-out')}</p>${settle}`;
}

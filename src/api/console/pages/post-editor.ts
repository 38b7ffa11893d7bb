import { html } from 'hono/html';
import { mayDecideText } from '../../../domain/approval.ts';
import { direction, type Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { nextState } from '../../../domain/post.ts';
import {
  alignParagraphs,
  type ParagraphStanding,
  paragraphsOf,
  type TranslatedParagraph,
} from '../../../domain/text/paragraphs.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase, personsOf } from '../../../services/cases/find.ts';
import type { EditPost } from '../../../services/posts/edit.ts';
import { editorsOf, type TranslationRow } from '../../../services/posts/find.ts';
import { judgeSource, lockParagraph } from '../../../services/posts/lock-paragraphs.ts';
import { isStuck, outlookOnceEdited } from '../../../services/posts/outlook.ts';
import { filledText, paragraphsBeside } from '../../../services/posts/paragraphs.ts';
import { imageIdOf } from '../../../services/posts/photo.ts';
import { type PostFacts, postFacts } from '../../../services/posts/post-facts.ts';
import { previewText } from '../../../services/posts/preview.ts';
import { type Post, readPost } from '../../../services/posts/read.ts';
import { postTextMax } from '../../../services/posts/text.ts';
import { findDraft, findTextClaim } from '../../../services/posts/text-claims.ts';
import { staffName } from '../../../services/staff/find.ts';
import { refuse, show } from '../answer.ts';
import type { ConsoleRequest, Reader } from '../env.ts';
import type { Html, Page } from '../html/layout.ts';
import { paragraphFields } from '../html/paragraphs.ts';
import { type Place, placeOf, postAddress, postButton, textAddress, titleOf } from '../html/posts.ts';
import { previewSection } from '../html/preview.ts';
import { claimBox } from '../html/text-claim.ts';
import { languageName, readerOf } from '../reader.ts';
import { type ConsoleRefusal, factFaultsText, refusalText } from '../refusals.ts';

/** What somebody sent of a text that stands in a version. */
interface ChangedText {
  /** The version that it was written from: kept, so that nothing newer is overwritten unseen. */
  readonly version: number;
  readonly text: EditPost['text'];
  readonly alt: string;
  readonly refusal: ConsoleRefusal;
}

/** Where a post is written in one language, beside its source: as it was sent, as one's draft has it, or as it stands. */
export async function showEditor(c: ConsoleRequest, refused?: ChangedText): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const place = placeOf(c);
  const post = place === null ? undefined : await readPost(ctx, place.postId);
  if (place === null || post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
  const draft = refused === undefined ? await findDraft(ctx, place) : null;
  const sent = refused ?? draft ?? undefined;
  const standing = post.translations.find((one) => one.language === place.language);
  const source = post.translations.find((one) => one.language === post.sourceLanguage);
  const asWhole = typeof sent?.text === 'string' ? sent.text : standing?.text;
  const asParagraphs = typeof sent?.text === 'object' ? sent.text : null;
  const version = sent?.version ?? standing?.version ?? 0;
  const overtaken = standing !== undefined && standing.version !== version ? standing : null;
  const paragraphs =
    source === undefined || source.language === place.language || typeof sent?.text === 'string'
      ? null
      : asParagraphs === null
        ? paragraphsBeside(source, standing)
        : alignParagraphs(paragraphsOf(source.text), asParagraphs);
  const facts = await postFacts(ctx, post, place.language);
  const shown =
    paragraphs?.map((one) => (one.is === 'changed' || one.is === 'gone' ? one : lockedAsShown(facts, one))) ??
    null;
  const names = (await personsOf(ctx, post.caseId)).flatMap(({ name, shownAs }) =>
    shownAs === 'name' ? [{ forms: Object.values(name), shown: localise(name, place.language) }] : [],
  );
  const written = shown === null ? (asWhole ?? '') : filledText(shown.map(sourced));
  const amiss = place.language === post.sourceLanguage ? judgeSource(facts, written) : null;
  const count = {
    length: formatNumber(language, written.length),
    limit: formatNumber(language, postTextMax),
  };
  const submits = standing !== undefined && nextState(standing.state, 'submit') !== null;
  const form = html`<form method="post" action="${textAddress(place)}" ${scripted(reader, place)}>
          ${shown === null ? '' : enterSaves}
          <input type="hidden" name="version" value="${String(version)}" />
          ${
            shown === null || source === undefined
              ? textField(language, place.language, written)
              : paragraphFields(shown, {
                  reader: language,
                  source: source.language,
                  text: place.language,
                  names,
                  facts,
                })
          }
          ${amiss === null ? '' : html`<p class="note">${factFaultsText(language, amiss)}</p>`}
          <p class="hint">${translate(language, 'console-edit-length', count)}</p>
          ${post.mediaId === null && post.card === null ? '' : altField(language, place, sent?.alt ?? standing?.alt ?? '')}
          ${overtaken === null ? '' : insteadBox(language, overtaken)}
          ${await approvalHint(reader, post, standing)}
          <p class="hint" id="draft-status" role="status">${draft === null ? '' : translate(language, 'console-draft-shown')}</p>
          <button type="submit">${translate(language, 'console-edit-save')}</button>
        </form>
        ${submits ? postButton(language, `${textAddress(place)}/submissions`, 'console-edit-submit') : ''}
        ${submits && imageIdOf(post, standing) !== null && standing.alt === null ? undescribedForm(language, place) : ''}`;
  const meanwhile =
    overtaken === null
      ? ''
      : textBeside(
          overtaken,
          translate(language, 'console-edit-standing-title', {
            name: await staffName(ctx, overtaken.lastEditorId),
          }),
        );
  const original =
    source === undefined || source.language === place.language || paragraphs !== null
      ? ''
      : textBeside(
          source,
          translate(language, 'console-source-title', { language: languageName(language, source.language) }),
        );
  const alt = sent?.alt || standing?.alt || null;
  const preview =
    written === '' ? null : await previewText(ctx, post, { language: place.language, text: written, alt });
  const body = html`<p><a href="${postAddress(place)}">${titleOf(await findCase(ctx, post.caseId), language)}</a></p>
      ${claimBox(reader, place, await findTextClaim(ctx, place))}
      ${
        paragraphs === null
          ? html`<div class="beside"><section>${form}</section>${meanwhile}${original}</div>`
          : html`${meanwhile}<section>${form}</section>`
      }
      ${previewSection(language, preview, imageAddress(post, place.language))}`;
  const title = translate(language, 'console-edit-title', {
    language: languageName(language, place.language),
  });
  c.set('speaks', true);
  return showForm(c, { title, body, script: '/console/editor.js' }, refused?.refusal);
}

/** What whoever might approve a text gives up by changing it, said before they do. */
async function approvalHint(
  { ctx, language }: Reader,
  post: Post,
  text: TranslationRow | undefined,
): Promise<Html | ''> {
  if (text === undefined) return '';
  const { authorId } = post;
  const may =
    mayDecideText(ctx.actor, { authorId, editors: editorsOf(text), language: text.language }) === null;
  if (!may) return '';
  const then = isStuck(await outlookOnceEdited(ctx, post, text)) ? 'stuck' : 'others';
  return html`<p class="hint">${translate(language, 'console-edit-approver', { then })}</p>`;
}

/** A browser takes the first button of a form for the one that Enter presses: not one that puts a fact back. */
const enterSaves = html`<button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>`;

/** What stands there with its facts locked, also where it was written before they were. */
function lockedAsShown<One extends ParagraphStanding & { readonly source: string }>(
  facts: PostFacts,
  one: One,
): One {
  return { ...one, text: lockParagraph(facts, one).text };
}

/** A paragraph with that of the source from which its facts are. */
function sourced(one: ParagraphStanding): TranslatedParagraph {
  return { source: one.is === 'changed' || one.is === 'gone' ? one.was : one.source, text: one.text };
}

function showForm(c: ConsoleRequest, page: Page, refusal: ConsoleRefusal | undefined): Promise<Response> {
  if (refusal === undefined) return show(c, page);
  return show(c, { ...page, fault: refusalText(c.get('me').language, refusal) }, 422);
}

/** What the page's script has to know: where drafts go, under what they are kept meanwhile, and what it tells. */
function scripted({ ctx, language }: Reader, place: Place): Html {
  const said = {
    offline: translate(language, 'console-draft-offline'),
    restored: translate(language, 'console-draft-restored'),
    signedOut: translate(language, 'console-draft-signed-out'),
  };
  // By person too: two who share a device do not find each other's words.
  const keep = `bray/${ctx.actor.id}/${place.postId}/${place.language}`;
  return html`data-drafts="${textAddress(place)}/drafts" data-keep="${keep}" data-said="${JSON.stringify(said)}"`;
}

/** Where a text is written in a language; null: in one that is chosen beside it. */
export function textField(reader: Language, language: Language | null, text: string): Html {
  const own = language === null ? html` dir="auto"` : html` lang="${language}" dir="${direction(language)}"`;
  // A browser drops the first line break of a text area: one of ours stands before the text's own.
  return html`<div class="field"><label for="text">${translate(reader, 'console-edit-text')}</label>
          <p class="hint" id="text-hint">${translate(reader, 'console-edit-hint')}</p>
          <textarea id="text" name="text" aria-describedby="text-hint" spellcheck="true"${own}>
${text}</textarea></div>`;
}

/** Where the image is that goes out in a language: its card, or that of all languages; null: none. */
function imageAddress(post: Post, language: Language): string | null {
  const standing = post.translations.find((one) => one.language === language);
  const shown = standing ?? (post.card === null ? post.translations[0] : undefined);
  if (shown === undefined || imageIdOf(post, shown) === null) return null;
  return `${textAddress({ postId: post.id, language: shown.language })}/image`;
}

function altField(reader: Language, { language }: Place, alt: string): Html {
  return html`<p class="field"><label for="alt">${translate(reader, 'console-edit-alt')}</label>
          <input type="text" id="alt" name="alt" value="${alt}" lang="${language}" dir="${direction(language)}" /></p>`;
}

/** Where a text is handed in without saying what its image shows, with what follows of that. */
function undescribedForm(reader: Language, place: Place): Html {
  return html`<form method="post" action="${textAddress(place)}/submissions">
          <input type="hidden" name="deferAlt" value="yes" />
          <p class="hint" id="undescribed-hint">${translate(reader, 'console-submit-undescribed-hint')}</p>
          <button type="submit" class="side" aria-describedby="undescribed-hint">${translate(reader, 'console-submit-undescribed')}</button>
        </form>`;
}

/** Names the version that stands beside: if it is no longer the newest when the form comes, that is refused too. */
function insteadBox(reader: Language, { version }: TranslationRow): Html {
  return html`<p class="field"><label><input type="checkbox" name="instead" value="${String(version)}" /> ${translate(reader, 'console-edit-instead')}</label></p>`;
}

function textBeside({ language, text, alt }: TranslationRow, title: string): Html {
  const own = html` lang="${language}" dir="${direction(language)}"`;
  return html`<section>
          <h2>${title}</h2>
          <div class="message"${own}>${text}</div>
          ${alt === null ? '' : html`<p class="hint"${own}>${alt}</p>`}
        </section>`;
}

import { html } from 'hono/html';
import { direction, type Language } from '../../../domain/language.ts';
import { PIXELS_MAX, UPLOAD_MAX } from '../../../domain/media.ts';
import { formatList, formatMegabytes, formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { imageIdOf } from '../../../services/posts/photo.ts';
import type { Post } from '../../../services/posts/read.ts';
import { uploadTypes } from '../../middleware/upload.ts';
import { imageFields, imageKinds } from '../image-input.ts';
import { languageName, type Reader } from '../reader.ts';
import { basedOnFields } from '../sheet.ts';
import type { Html } from './layout.ts';
import { postAddress, textAddress } from './posts.ts';

/**
 * A post's image with what it shows in each language and those that do not say so yet, and the forms by which it gets
 * another, or none. `fault`: why the last one was not taken.
 */
export async function imageForms(reader: Reader, post: Post, fault: string | null = null): Promise<Html> {
  const { language } = reader;
  const carried = post.mediaId !== null || post.card !== null;
  const address = `${postAddress({ postId: post.id })}/image`;
  const basedOn = await basedOnFields(reader, post);
  const described = `image-hint${fault === null ? '' : ' image-fault'}`;
  return html`<section>
        <h2>${translate(language, 'console-field-image')}</h2>
        ${carried ? pictures(language, post) : html`<p>${translate(language, 'console-image-none')}</p>`}
        <form method="post" action="${address}" enctype="multipart/form-data">
          ${basedOn}
          <div class="field">
            <label for="image">${translate(language, 'console-image-file', { kinds: formatList(language, imageKinds) })}</label>
            <p class="hint" id="image-hint">${translate(language, 'console-image-hint', {
              size: formatMegabytes(language, UPLOAD_MAX),
              pixels: formatNumber(language, PIXELS_MAX / 1_000_000),
            })}</p>
            ${fault === null ? '' : html`<p class="fault" id="image-fault">${fault}</p>`}
            <input type="file" id="image" name="${imageFields.file}" accept="${uploadTypes.join(',')}" required aria-describedby="${described}"${fault === null ? '' : html` aria-invalid="true"`} />
          </div>
          <button type="submit" class="side">${translate(language, 'console-image-use')}</button>
        </form>
        ${
          carried
            ? html`<form method="post" action="${address}/removals">
          ${basedOn}
          <button type="submit" class="side">${translate(language, 'console-image-remove')}</button>
        </form>`
            : ''
        }
      </section>`;
}

/** One picture for all languages; of cards, which each language has of its own, one beside each. */
function pictures(reader: Language, post: Post): Html {
  const shown = post.translations.filter((text) => imageIdOf(post, text) !== null);
  const [first] = shown;
  const own = post.card !== null;
  const picture = (language: Language) =>
    html`<img class="thumb" src="${textAddress({ postId: post.id, language })}/image" alt="" />`;
  const rows = post.translations.map((text) => {
    const { language, alt } = text;
    const name = languageName(reader, language);
    const editor = textAddress({ postId: post.id, language });
    return html`<li>
            <h3>${name}</h3>
            ${own && imageIdOf(post, text) !== null ? picture(language) : ''}
            ${
              alt === null
                ? html`<p class="fault">${translate(reader, 'console-image-undescribed')}</p>
            <p><a href="${editor}">${translate(reader, 'console-edit-title', { language: name })}</a></p>`
                : html`<p lang="${language}" dir="${direction(language)}">${alt}</p>`
            }
          </li>`;
  });
  return html`${own || first === undefined ? '' : picture(first.language)}
        <ul class="rows">${rows}</ul>`;
}

import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import type { Html } from '../html.ts';
import { type QrCode, qrCode } from '../qr.ts';

/** A link into Telegram for whoever sits here: to be tapped, scanned or copied. */
export function ownLink(shown: Shown, link: string): Html {
  return html`<p class="telegram">
        <a class="button" href="${link}" rel="noreferrer" target="_blank">${translate(shown.language, 'setup-test-link')}</a>
      </p>
      ${scanned(link, translate(shown.language, 'setup-link-scan'))}`;
}

/**
 * A link into Telegram for somebody else. Not to be tapped here: the chat of whoever opens it becomes the other
 * person's.
 */
export function linkForAnother(shown: Shown, link: string): Html {
  return scanned(link, translate(shown.language, 'setup-second-scan'));
}

function scanned(link: string, caption: string): Html {
  const code = qrCode(link);
  return html`<p class="copy" dir="ltr"><code id="link">${link}</code></p>
      ${
        code === null
          ? ''
          : html`<figure class="scan">
        ${picture(code)}
        <figcaption>${caption}</figcaption>
      </figure>`
      }`;
}

/** Modules of light around a code, so that cameras find it (the standard asks for four). */
const quiet = 4;

function picture(code: QrCode): Html {
  const size = code.length + 2 * quiet;
  const path = code.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
  );
  return html`<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" shape-rendering="crispEdges">
          <rect width="${size}" height="${size}" fill="#fff" />
          <path d="${path.join('')}" fill="#000" />
        </svg>`;
}

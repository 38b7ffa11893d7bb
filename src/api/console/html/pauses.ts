import { html } from 'hono/html';
import { localise } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import { type ShownPause, shownPauses } from '../../../services/pauses/shown.ts';
import type { Reader } from '../reader.ts';
import type { Html } from './layout.ts';
import { oneButton } from './one-button.ts';

/** The stop switch: one tap stops all posts; what stands still is said on every page, and two start it again. */
export async function pauseSwitch(reader: Reader): Promise<Html> {
  const { ctx, language } = reader;
  const pauses = await shownPauses(ctx);
  const all = pauses.some(({ caseName }) => caseName === null);
  const rows = pauses.map((pause) => standing(reader, pause));
  return html`<section class="pause${pauses.length > 0 ? ' stopped' : ''}" aria-label="${translate(language, 'console-pause-title')}">
      ${rows}
      ${
        all
          ? ''
          : html`<form method="post" action="/console/pauses" class="line">
        ${pauses.length === 0 ? html`<span>${translate(language, 'pause-running')}</span>` : ''}
        <button type="submit" class="stop">${translate(language, 'button-pause-all')}</button>
      </form>`
      }
    </section>`;
}

function standing({ language, at }: Reader, { id, caseName, by: name, asked, mayDo, ...pause }: ShownPause) {
  const since = at(pause.since);
  const text =
    caseName === null
      ? translate(language, 'pause-standing', { name, since })
      : translate(language, 'pause-case-standing', { case: localise(caseName, language), name, since });
  return html`<div class="standing">
        <p>${text}</p>
        ${asked === null ? '' : html`<p>${translate(language, 'pause-asked', { name: asked.name, until: at(asked.until) })}</p>`}
        ${
          mayDo === null
            ? ''
            : oneButton(
                `/console/pauses/${id}/lifts`,
                translate(language, mayDo === 'agree' ? 'button-pause-agree' : 'button-pause-lift'),
                mayDo === 'agree' ? { hidden: { agreeing: 'yes' } } : {},
              )
        }
      </div>`;
}

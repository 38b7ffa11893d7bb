import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { requestLasts, stands } from '../../../domain/broadcast-action.ts';
import { localise } from '../../../domain/localised.ts';
import { mayLift } from '../../../domain/pause.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase } from '../../../services/cases/find.ts';
import { type PauseRow, standingPauses } from '../../../services/pauses/standing.ts';
import { staffName } from '../../../services/staff/find.ts';
import type { Reader } from '../reader.ts';
import type { Html } from './layout.ts';

/** The stop switch: one tap stops all posts; what stands still is said on every page, and two start it again. */
export async function pauseSwitch(reader: Reader): Promise<Html> {
  const { ctx, language } = reader;
  const pauses = await standingPauses(ctx);
  const all = pauses.some(({ caseId }) => caseId === null);
  const rows = await Promise.all(pauses.map((pause) => standing(reader, pause)));
  return html`<section class="pause${pauses.length > 0 ? ' stopped' : ''}" aria-label="${translate(language, 'console-pause-title')}">
      ${rows}
      ${
        all
          ? ''
          : html`<form method="post" action="/console/pauses" class="line">
        ${pauses.length === 0 ? html`<span>${translate(language, 'console-pause-running')}</span>` : ''}
        <button type="submit" class="stop">${translate(language, 'console-pause-button')}</button>
      </form>`
      }
    </section>`;
}

async function standing(reader: Reader, pause: PauseRow): Promise<Html> {
  const { ctx, language, at } = reader;
  const name = await staffName(ctx, pause.pausedBy);
  const since = at(pause.pausedAt);
  const text =
    pause.caseId === null
      ? translate(language, 'console-pause-standing', { name, since })
      : translate(language, 'console-pause-case-standing', {
          case: localise((await findCase(ctx, pause.caseId)).name, language),
          name,
          since,
        });
  const asked =
    pause.askedBy !== null && pause.askedAt !== null && stands({ at: pause.askedAt }, ctx.clock.now())
      ? { by: pause.askedBy, until: pause.askedAt.add(requestLasts) }
      : null;
  const agrees = asked !== null && asked.by !== ctx.actor.id;
  const mayAct = hasRole(ctx.actor, ...mayLift) && (asked === null || agrees);
  return html`<div class="standing">
        <p>${text}</p>
        ${asked === null ? '' : html`<p>${translate(language, 'console-pause-asked', { name: await staffName(ctx, asked.by), until: at(asked.until) })}</p>`}
        ${
          mayAct
            ? html`<form method="post" action="/console/pauses/${pause.id}/lifts">
          <button type="submit" class="side">${translate(language, agrees ? 'console-pause-agree' : 'console-pause-lift')}</button>
        </form>`
            : ''
        }
      </div>`;
}

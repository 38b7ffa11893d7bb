import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type HearingId, type IncidentId, type PostId, parseId } from '../../../domain/ids.ts';
import { localise } from '../../../domain/localised.ts';
import type { Role } from '../../../domain/words.ts';
import { formatDay } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { WantedCard } from '../../../services/cards/of.ts';
import { findCase } from '../../../services/cases/find.ts';
import { listHearings } from '../../../services/hearings/list.ts';
import { listIncidents } from '../../../services/incidents/list.ts';
import type { Post } from '../../../services/posts/read.ts';
import { setPostCard } from '../../../services/posts/set-card.ts';
import { readForm } from '../../setup/form.ts';
import { onTo, refuse } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import type { Reader } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const authors: readonly Role[] = ['author'];

/** A post's card, of a hearing or an incident of its case that is in effect. */
export const postCardRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/posts/:postId/card',
    roles: authors,
    handle: async (c) => {
      const form = await readForm(c);
      const postId = parseId<PostId>(c.req.param('postId') ?? '');
      const card = readWanted(form?.text('of') ?? '');
      if (postId === null || card === null) return refuse(c, { code: 'incomplete' }, 400);
      const result = await setPostCard(c.get('ctx'), { postId, card });
      return result.ok ? onTo(c, `/console/posts/${postId}`, 'saved') : refuse(c, result.refusal);
    },
  },
];

/** The form by which an author chooses what the card of a post shows; nothing where there is nothing to choose. */
export async function cardForm({ ctx, language }: Reader, post: Post): Promise<Html | ''> {
  const hasGoneOut = post.translations.some(({ state }) => state === 'published');
  if (!hasRole(ctx.actor, ...authors) || hasGoneOut) return '';
  const day = (localDate: string) => formatDay(language, Temporal.PlainDate.from(localDate));
  const hearings = (await listHearings(ctx, post.caseId)).flatMap(({ id, inEffect }) =>
    inEffect === null || inEffect.localDate === null
      ? []
      : [
          {
            value: `hearing:${id}`,
            chosen: post.card?.of === 'hearing' && post.card.hearingId === id,
            text: translate(language, 'hearing-on-day', {
              kind: translate(language, 'hearing-kind', { kind: inEffect.kind }),
              day: day(inEffect.localDate),
            }),
          },
        ],
  );
  const caseName = localise((await findCase(ctx, post.caseId)).name, language);
  const incidents = (await listIncidents(ctx, post.caseId)).flatMap(({ id, inEffect }) =>
    inEffect === null || inEffect.status !== 'stands'
      ? []
      : [
          {
            value: `incident:${id}`,
            chosen: post.card?.of === 'incident' && post.card.incidentId === id,
            text: translate(language, 'hearing-on-day', {
              kind: translate(language, 'incident-title', { kind: inEffect.kind, case: caseName }),
              day: day(inEffect.localDate),
            }),
          },
        ],
  );
  const choices = [...hearings, ...incidents];
  if (choices.length === 0) return '';
  return html`<section>
        <h2>${translate(language, 'console-card-title')}</h2>
        <form method="post" action="/console/posts/${post.id}/card">
          <p class="field"><label for="of">${translate(language, 'console-card-of')}</label>
            <select id="of" name="of" aria-describedby="of-hint">
              ${choices.map(({ value, chosen, text }) => html`<option value="${value}"${chosen ? html` selected` : ''}>${text}</option>`)}
            </select></p>
          <p class="hint" id="of-hint">${translate(language, 'console-card-hint')}</p>
          <button type="submit" class="side">${translate(language, 'console-card-make')}</button>
        </form>
      </section>`;
}

function readWanted(text: string): WantedCard | null {
  const [of, id = ''] = text.split(':');
  if (of === 'hearing') {
    const hearingId = parseId<HearingId>(id);
    return hearingId === null ? null : { of, hearingId };
  }
  const incidentId = of === 'incident' ? parseId<IncidentId>(id) : null;
  return incidentId === null ? null : { of: 'incident', incidentId };
}

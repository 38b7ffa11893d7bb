import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { formatDay } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase } from '../../../services/cases/find.ts';
import { listHearings } from '../../../services/hearings/list.ts';
import { listIncidents } from '../../../services/incidents/list.ts';
import { atStake } from '../../../services/posts/at-stake.ts';
import type { Post } from '../../../services/posts/read.ts';
import { quoteForm } from '../card-input.ts';
import type { Reader } from '../reader.ts';
import { basedOnFields, isOpenSheet, type SentSheet } from '../sheet.ts';
import type { Html } from './layout.ts';
import { postAddress } from './posts.ts';
import { quoteFields, stakeNote } from './sheet-form.ts';

/** The forms by which an author gives a post cards; nothing for who may not, or where it has gone out. */
export async function cardForms(reader: Reader, post: Post, sent?: SentSheet): Promise<Html | ''> {
  if (!isOpenSheet(reader, post)) return '';
  const basedOn = await basedOnFields(reader, post, sent);
  const note = stakeNote(reader, await atStake(reader.ctx, post));
  return html`${await factsCardForm(reader, post, basedOn)}
      ${quoteCardForm(reader, post, { basedOn, note }, sent)}`;
}

function quoteCardForm(
  { language }: Reader,
  post: Post,
  { basedOn, note }: { readonly basedOn: Html; readonly note: Html | '' },
  sent: SentSheet | undefined,
): Html {
  const form = sent?.form ?? quoteForm(post.card);
  const faults = sent?.faults ?? [];
  const written = post.translations.map((text): Language => text.language);
  const isOpen = sent !== undefined || post.card?.of === 'quote' ? html` open` : '';
  return html`<form method="post" action="${postAddress({ postId: post.id })}/card" class="facts">
        <details class="part"${isOpen}>
          <summary>${translate(language, 'console-quote')}</summary>
          <input type="hidden" name="of" value="quote" />
          ${quoteFields({ language, form, faults }, written)}
          ${basedOn}
          ${note}
          <button type="submit" class="side">${translate(language, 'console-card-make')}</button>
        </details>
      </form>`;
}

/** The form by which an author chooses what the card of a post shows; nothing where there is nothing to choose. */
async function factsCardForm({ ctx, language }: Reader, post: Post, basedOn: Html): Promise<Html | ''> {
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
          ${basedOn}
          <p class="hint" id="of-hint">${translate(language, 'console-card-hint')}</p>
          <button type="submit" class="side">${translate(language, 'console-card-make')}</button>
        </form>
      </section>`;
}

import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type BroadcastId, parseId } from '../../../domain/ids.ts';
import { isLanguage, type Language } from '../../../domain/language.ts';
import { deadStates, type Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { type DeadLetters, listDeadLetters } from '../../../services/broadcasts/dead-letters.ts';
import { readBroadcast } from '../../../services/broadcasts/progress.ts';
import { resendDeliveries } from '../../../services/broadcasts/resend.ts';
import { findCases } from '../../../services/cases/find.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { languageName, type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';
import { broadcastName, count } from './broadcasts.ts';

const resenders: readonly Role[] = ['approver'];

/** What of a broadcast was not delivered, by class, and what of it may be sent once more. */
export const deadLetterRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/broadcasts/:broadcastId/dead-letters',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language } = reader;
      const id = broadcastOf(c);
      const broadcast = id === null ? undefined : await readBroadcast(ctx, id);
      const letters = id === null ? undefined : await listDeadLetters(ctx, id);
      if (id === null || broadcast === undefined || letters === undefined) {
        return refuse(c, { code: 'broadcast-unknown' }, 404);
      }
      const known = await findCases(ctx, broadcast.caseId === null ? [] : [broadcast.caseId]);
      const rows = letters.map((one) => row(reader, id, one));
      return show(c, {
        title: translate(language, 'console-dead-title'),
        body: html`<p><a href="/console/broadcasts">${translate(language, 'console-broadcasts-title')}</a>: ${broadcastName(language, broadcast, known)}</p>
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}`,
      });
    },
  },
  {
    method: 'post',
    path: '/broadcasts/:broadcastId/resends',
    roles: resenders,
    handle: async (c) => {
      const broadcastId = broadcastOf(c);
      const form = await readForm(c);
      const state = deadStates.find((one) => one === form?.text('state'));
      const language = form?.text('language') ?? '';
      if (broadcastId === null) return refuse(c, { code: 'broadcast-unknown' }, 404);
      if (form === null || state === undefined || !isLanguage(language)) {
        return refuse(c, { code: 'incomplete' }, 400);
      }
      const outcome = form.exact('outcome');
      const result = await resendDeliveries(c.get('ctx'), { broadcastId, state, outcome, language });
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, `/console/broadcasts/${broadcastId}/dead-letters`, 'done');
    },
  },
];

function broadcastOf(c: ConsoleRequest): BroadcastId | null {
  return parseId<BroadcastId>(c.req.param('broadcastId') ?? '');
}

function row({ ctx, language }: Reader, broadcastId: BroadcastId, letters: DeadLetters): Html {
  const { state, outcome, notResent } = letters;
  const told = translate(language, 'console-delivery-count', {
    state,
    count: count(language, letters.count),
  });
  const of = letters.language === null ? '' : `, ${languageName(language, letters.language)}`;
  return html`<li>
          <p>${told}${of}</p>
          ${outcome === '' ? '' : html`<p class="hint">${classText(language, letters)} <code dir="ltr" lang="en">${outcome}</code></p>`}
          ${notResent === null ? '' : html`<p class="hint">${translate(language, 'console-dead-why', { why: notResent })}</p>`}
          ${
            notResent !== null || letters.language === null || !hasRole(ctx.actor, ...resenders)
              ? ''
              : resendForm(
                  language,
                  broadcastId,
                  { ...letters, language: letters.language },
                  `${told}${of} ${outcome}`,
                )
          }
        </li>`;
}

/** What a class says, where what keeps it from being sent once more does not say it already. */
function classText(language: Language, { state, outcome, notResent }: DeadLetters): string {
  const [named] = outcome.split(' ', 1);
  const told = (['no-rights', 'content', 'text-halted'] as const).find((one) => one === named);
  if (told !== undefined) return translate(language, 'console-dead-class', { class: told });
  if (state === 'unknown') return translate(language, 'console-dead-class', { class: 'no-answer' });
  return notResent === null ? translate(language, 'console-dead-class', { class: 'refused' }) : '';
}

function resendForm(
  language: Language,
  broadcastId: BroadcastId,
  letters: Pick<DeadLetters, 'state' | 'outcome'> & { readonly language: Language },
  which: string,
): Html {
  const { state, outcome, language: textLanguage } = letters;
  return oneButton(`/console/broadcasts/${broadcastId}/resends`, translate(language, 'console-dead-resend'), {
    hidden: { state, outcome, language: textLanguage },
    of: which,
  });
}

import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { actionsFrom, mayAct, rolesFor, stands } from '../../../domain/broadcast-action.ts';
import { type BroadcastId, type CaseId, parseId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { ShownCount } from '../../../domain/shown-count.ts';
import { broadcastActions } from '../../../domain/words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { actOnBroadcast } from '../../../services/broadcasts/act.ts';
import { type BroadcastProgress, listBroadcasts } from '../../../services/broadcasts/progress.ts';
import { type CaseRow, findCases, ofCase } from '../../../services/cases/find.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import { olderLink } from '../html/older-link.ts';
import { oneButton } from '../html/one-button.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const PER_PAGE = 20;
const shown = ['planned', 'sent', 'failed', 'unknown', 'cancelled'] as const;

/** What is on its way to followers, how far it has come, and what became of it. */
export const broadcastRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/broadcasts',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language } = reader;
      const before = parseId<BroadcastId>(c.req.query('before') ?? '');
      const found = await listBroadcasts(ctx, { caseId: null, before, limit: PER_PAGE + 1 });
      const shownNow = found.slice(0, PER_PAGE);
      const known = await findCases(
        ctx,
        shownNow.flatMap(({ caseId }) => caseId ?? []),
      );
      const rows = shownNow.map((one) => row(reader, one, known));
      return show(c, {
        title: translate(language, 'console-broadcasts-title'),
        body: html`<p><a href="/console/expired-alerts">${translate(language, 'console-expired-title')}</a></p>
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${olderLink(language, '/console/broadcasts', found, PER_PAGE)}`,
      });
    },
  },
  {
    method: 'post',
    path: '/broadcasts/:broadcastId/actions',
    roles: mayAct,
    handle: async (c) => {
      const broadcastId = parseId<BroadcastId>(c.req.param('broadcastId') ?? '');
      const wanted = (await readForm(c))?.text('action');
      const action = broadcastActions.find((one) => one === wanted);
      if (broadcastId === null || action === undefined) return refuse(c, { code: 'incomplete' }, 400);
      const result = await actOnBroadcast(c.get('ctx'), { broadcastId, action });
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, '/console/broadcasts', result.value.effect === 'done' ? 'done' : 'asked');
    },
  },
];

function row(
  { ctx, language, at }: Reader,
  broadcast: BroadcastProgress,
  known: ReadonlyMap<CaseId, CaseRow>,
): Html {
  const { kind, state, deliveries } = broadcast;
  const name = broadcastName(language, broadcast, known);
  const counts = shown
    .filter((one) => one === 'sent' || deliveries[one] !== '<20' || one === 'unknown')
    .map((one) =>
      translate(language, 'console-delivery-count', { state: one, count: count(language, deliveries[one]) }),
    );
  const waits = stands({ at: broadcast.askedAt }, ctx.clock.now());
  const offered = actionsFrom(state).filter((action) => hasRole(ctx.actor, ...rolesFor(kind, action)));
  return html`<li>
          <p><strong>${name}</strong>, ${translate(language, 'console-broadcast-state', { state })}</p>
          <p class="hint">${at(broadcast.createdAt)}</p>
          <p>${counts.join('; ')}</p>
          <p><a href="/console/broadcasts/${broadcast.id}/dead-letters" aria-label="${translate(language, 'console-dead-title')}: ${name}">${translate(language, 'console-dead-title')}</a></p>
          ${waits ? html`<p class="note">${translate(language, 'console-note', { what: 'asked' })}</p>` : ''}
          <div class="forms">${offered.map((action) =>
            oneButton(
              `/console/broadcasts/${broadcast.id}/actions`,
              translate(language, 'console-broadcast-do', { action }),
              { hidden: { action }, of: name },
            ),
          )}</div>
        </li>`;
}

/** What a broadcast is called: by what it carries, and of which case. */
export function broadcastName(
  language: Language,
  { kind, caseId }: Pick<BroadcastProgress, 'kind' | 'caseId'>,
  known: ReadonlyMap<CaseId, CaseRow>,
): string {
  const what = translate(language, 'console-broadcast-what', { kind });
  // A digest is of many cases.
  return caseId === null ? what : `${what}: ${localise(ofCase(known, caseId).name, language)}`;
}

/** A count of people, or that it is too small to be shown. */
export function count(language: Language, value: ShownCount): string {
  return value === '<20' ? translate(language, 'console-few') : formatNumber(language, value);
}

import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import { hasRole } from '../../../domain/actor.ts';
import { actionsFrom, mayAct, requestLasts, rolesFor } from '../../../domain/broadcast-action.ts';
import { type BroadcastId, type CaseId, parseId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { ShownCount } from '../../../domain/shown-count.ts';
import {
  type BroadcastAction,
  type BroadcastKind,
  type BroadcastState,
  broadcastActions,
} from '../../../domain/words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { actOnBroadcast } from '../../../services/broadcasts/act.ts';
import { findBroadcasts } from '../../../services/broadcasts/find.ts';
import { type BroadcastProgress, listBroadcasts } from '../../../services/broadcasts/progress.ts';
import { type CaseRow, findCases, ofCase } from '../../../services/cases/find.ts';
import type { StaffContext } from '../../../services/context.ts';
import { resumeSession } from '../../../services/sessions/resume.ts';
import { nameIn, staffNames } from '../../../services/staff/names.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { tellProgress } from '../../tell-progress.ts';
import { onTo, refuse, show } from '../answer.ts';
import { sessionCookie } from '../cookies.ts';
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
      const names = await staffNames(ctx);
      const rows = shownNow.map((one) => row(reader, one, known, names));
      const running = shownNow.filter(isRunning).map(({ id }) => id);
      const live = running.length === 0 ? null : `/console/broadcasts/progress?of=${running.join(',')}`;
      if (live !== null) c.set('speaks', true);
      return show(c, {
        title: translate(language, 'console-broadcasts-title'),
        ...(live !== null && { script: '/console/progress.js' as const }),
        body: html`<p><a href="/console/expired-alerts">${translate(language, 'console-expired-title')}</a></p>
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows"${live === null ? '' : html` data-live="${live}"`}>${rows}</ul>`}
      ${olderLink(language, '/console/broadcasts', found, PER_PAGE)}`,
      });
    },
  },
  {
    method: 'get',
    path: '/broadcasts/progress',
    roles: anyRole,
    byItself: true,
    handle: async (c) => {
      const { ctx, language } = await readerOf(c);
      const asked = (c.req.query('of') ?? '').split(',').slice(0, PER_PAGE);
      const ids = asked.flatMap((text) => parseId<BroadcastId>(text) ?? []);
      const found = await findBroadcasts(ctx, ids);
      const kinds = new Map(found.map(({ id, kind }) => [id, kind]));
      if (kinds.size === 0) return refuse(c, { code: 'incomplete' }, 400);
      const { board, ...deps } = c.get('live');
      return streamSSE(c, async (stream) => {
        // Hono would print what is thrown here as it stands.
        try {
          await tellProgress(stream, {
            ctx,
            broadcastIds: [...kinds.keys()],
            board,
            deps,
            write: (id, progress) => told(ctx, language, { id, kind: kinds.get(id) ?? 'post' }, progress),
            mayHear: async () => {
              const cookie = sessionCookie(c);
              return (
                cookie !== undefined &&
                (await resumeSession(c.get('site'), cookie, { byItself: true })) !== null
              );
            },
          });
        } catch (error) {
          deps.log.error('progress-failed', { error: deps.safeError(error) });
        }
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

/** Something of it may still change by itself. */
function isRunning({ state, finished }: BroadcastProgress): boolean {
  return state !== 'cancelled' && (state !== 'finished' || !finished);
}

type Counted = Pick<BroadcastProgress, 'state' | 'deliveries'>;

function countsOf(language: Language, { deliveries }: Counted): string {
  return shown
    .filter((one) => one === 'sent' || deliveries[one] !== '<20' || one === 'unknown')
    .map((one) =>
      translate(language, 'console-delivery-count', { state: one, count: count(language, deliveries[one]) }),
    )
    .join('; ');
}

function offeredTo(ctx: StaffContext, kind: BroadcastKind, state: BroadcastState): BroadcastAction[] {
  return actionsFrom(state).filter((action) => hasRole(ctx.actor, ...rolesFor(kind, action)));
}

/** What a row says once it has changed, as `files/progress.js` reads it. */
function told(
  ctx: StaffContext,
  language: Language,
  { id, kind }: { readonly id: BroadcastId; readonly kind: BroadcastKind },
  progress: Progress,
): string {
  const { state, over } = progress;
  return JSON.stringify({
    id,
    state: translate(language, 'console-broadcast-state', { state }),
    counts: countsOf(language, progress),
    offered: offeredTo(ctx, kind, state),
    over,
  });
}

function row(
  { ctx, language, at }: Reader,
  broadcast: BroadcastProgress,
  known: ReadonlyMap<CaseId, CaseRow>,
  names: ReadonlyMap<string, string>,
): Html {
  const { id, kind, state, request } = broadcast;
  const name = broadcastName(language, broadcast, known);
  const offered = offeredTo(ctx, kind, state);
  const running = isRunning(broadcast);
  // Of what runs, those too that its state may come to allow: the page's script shows them then.
  const forms = running
    ? broadcastActions.filter((action) => hasRole(ctx.actor, ...rolesFor(kind, action)))
    : offered;
  return html`<li data-broadcast="${id}"${running ? html` data-running` : ''}>
          <p><strong>${name}</strong>, <span data-told="state">${translate(language, 'console-broadcast-state', { state })}</span></p>
          <p class="hint">${at(broadcast.createdAt)}</p>
          <p data-told="counts">${countsOf(language, broadcast)}</p>
          <p><a href="/console/broadcasts/${id}/dead-letters" aria-label="${translate(language, 'console-dead-title')}: ${name}">${translate(language, 'console-dead-title')}</a></p>
          ${
            request === null
              ? ''
              : html`<p class="note">${translate(language, 'console-broadcast-asked', {
                  name: nameIn(names, request.by),
                  action: request.action,
                  until: at(request.at.add(requestLasts)),
                })}</p>`
          }
          <div class="forms">${forms.map(
            (action) =>
              html`<div data-action="${action}"${offered.includes(action) ? '' : html` hidden`}>${oneButton(
                `/console/broadcasts/${id}/actions`,
                translate(language, 'console-broadcast-do', { action }),
                { hidden: { action }, of: name },
              )}</div>`,
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

import { html } from 'hono/html';
import { type AlertId, type CaseId, parseId } from '../../../domain/ids.ts';
import { localise } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import { type ExpiredAlert, listExpiredAlerts } from '../../../services/alerts/expired.ts';
import { type CaseRow, findCases, ofCase } from '../../../services/cases/find.ts';
import { anyRole } from '../../route.ts';
import { show } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import { olderLink } from '../html/older-link.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const PER_PAGE = 20;

/** Alerts of which nobody was told, because they came too late to be of use. */
export const expiredAlertRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/expired-alerts',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language } = reader;
      const before = parseId<AlertId>(c.req.query('before') ?? '');
      const found = await listExpiredAlerts(ctx, { before, limit: PER_PAGE + 1 });
      const shown = found.slice(0, PER_PAGE);
      const known = await findCases(
        ctx,
        shown.map(({ caseId }) => caseId),
      );
      const rows = shown.map((one) => row(reader, one, known));
      return show(c, {
        title: translate(language, 'console-expired-title'),
        body: html`<p>${translate(language, 'console-expired-why')}</p>
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${olderLink(language, '/console/expired-alerts', found, PER_PAGE)}`,
      });
    },
  },
];

function row(
  { language, at }: Reader,
  { caseId, incidentId, kind, dueAt }: ExpiredAlert,
  known: ReadonlyMap<CaseId, CaseRow>,
): Html {
  const name = localise(ofCase(known, caseId).name, language);
  const what =
    incidentId === null
      ? translate(language, 'staff-alert-expired', { kind, case: name })
      : translate(language, 'staff-incident-expired', { case: name });
  return html`<li><a href="/console/cases/${caseId}">${what}</a>
          <span class="hint">${translate(language, 'staff-alerts-expired-due', { due: at(dueAt) })}</span></li>`;
}

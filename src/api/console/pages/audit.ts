import { html } from 'hono/html';
import { parseId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import { auditors, listAuditEntries } from '../../../services/audit-entries/list.ts';
import { staffNames } from '../../../services/staff/names.ts';
import { show } from '../answer.ts';
import { verbText } from '../html/audit-verb.ts';
import { olderLink } from '../html/older-link.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const PER_PAGE = 50;

/** Who did what, newest first. Beside its words stands the code word of each verb, by which the log is searched. */
export const auditRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/audit',
    roles: auditors,
    handle: async (c) => {
      const { ctx, language, at } = await readerOf(c);
      const before = parseId(c.req.query('before') ?? '');
      const found = await listAuditEntries(ctx, { before, limit: PER_PAGE + 1 });
      const entries = found.slice(0, PER_PAGE);
      const names = await staffNames(ctx);
      const rows = entries.map((entry) => {
        const name = entry.actorKind === 'staff' && entry.actor !== null ? names.get(entry.actor) : undefined;
        const details = Object.entries(entry.details).map(([key, value]) => `${key}: ${String(value)}`);
        const who = name ?? translate(language, 'console-audit-actor', { kind: entry.actorKind });
        const text = verbText(language, entry.verb);
        return html`<li><p><bdi>${who}</bdi>: ${text === null ? '' : html`${text} `}<code class="hint" dir="ltr" lang="en">${entry.verb}</code></p>
          <span class="hint">${at(entry.at)}</span>
          ${details.length === 0 ? '' : html`<code class="hint" dir="ltr" lang="en">${details.join(', ')}</code>`}</li>`;
      });
      return show(c, {
        title: translate(language, 'console-audit-title'),
        body: html`<ul class="rows">${rows}</ul>
      ${olderLink(language, '/console/audit', found, PER_PAGE)}`,
      });
    },
  },
];

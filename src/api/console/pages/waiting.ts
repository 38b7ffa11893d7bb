import { html } from 'hono/html';
import { localise } from '../../../domain/localised.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { type MessageKey, translate } from '../../../i18n/index.ts';
import { botNotices } from '../../../services/campaigns/reserve.ts';
import { type Waiting, whatWaits } from '../../../services/waiting/read.ts';
import type { WaitingText } from '../../../services/waiting/texts.ts';
import { anyRole } from '../../route.ts';
import { show } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

/** The first page: what waits for whoever is signed in. */
export const waitingRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language, at } = reader;
      const waiting = await whatWaits(ctx);
      const { texts, facts, incidents, own, drafts, undescribed, reserve, cases } = waiting;
      const factRows = facts.map(({ hearingId, revision, caseName, since }) =>
        row({
          to: `/console/hearings/${hearingId}/revisions/${revision}/approval`,
          name: localise(caseName, language),
          since: at(since),
          language: reader.language,
        }),
      );
      const incidentRows = incidents.map(({ incidentId, revision, caseName, since }) =>
        row({
          to: `/console/incidents/${incidentId}/revisions/${revision}/approval`,
          name: localise(caseName, language),
          since: at(since),
          language,
        }),
      );
      const agreementRows = [
        ...cases.map(({ caseId, caseName, name, since }) =>
          row({
            to: `/console/cases/${caseId}`,
            name: localise(caseName, language),
            since: at(since),
            language,
            told: translate(language, 'console-waiting-by', { name }),
          }),
        ),
        ...(reserve === null
          ? []
          : [
              row({
                to: '/console/reserve',
                name: translate(language, 'console-reserve-title'),
                since: at(reserve.since),
                language,
                told: translate(language, 'console-waiting-by', { name: reserve.name }),
              }),
            ]),
      ];
      const lists = [
        list(language, 'console-waiting-agreements', agreementRows),
        list(language, 'console-waiting-hearings', factRows),
        list(language, 'console-waiting-incidents', incidentRows),
        list(
          language,
          'console-waiting-texts',
          texts.map((text) => textRow(reader, text)),
        ),
        list(
          language,
          'console-waiting-own',
          own.map((text) => textRow(reader, text)),
        ),
        list(
          language,
          'console-waiting-drafts',
          drafts.map((text) => textRow(reader, text)),
        ),
        list(
          language,
          'console-waiting-undescribed',
          undescribed.map((text) => undescribedRow(reader, text)),
        ),
      ];
      const nothing = [agreementRows, texts, facts, incidents, own, drafts, undescribed].every(
        ({ length }) => length === 0,
      );
      return show(c, {
        title: translate(language, 'console-waiting-title'),
        body: html`${await heldNotice(reader, waiting)}${nothing ? html`<p>${translate(language, 'console-waiting-none')}</p>` : lists}`,
      });
    },
  },
];

/** The bot cannot tell staff that Telegram takes nothing from it: this page does, with what can be said elsewhere. */
async function heldNotice({ ctx, language, at }: Reader, { heldByBot }: Waiting): Promise<Html | string> {
  if (heldByBot === null) return '';
  const { since, posts } = heldByBot;
  const notices = await botNotices(ctx);
  return html`<section><p>${translate(language, 'console-bot-stopped', { since: at(since), posts: formatNumber(language, posts) })}</p>
      ${notices.length === 0 ? '' : html`<p>${translate(language, 'staff-notice-prepared')}</p>`}
      ${notices.map((notice) => html`<p lang="${notice.language}" dir="auto">${notice.text}</p>`)}</section>`;
}

/** Leads to where its image is described; of what is out, to the page of its post, which says what can still be done. */
function undescribedRow({ language, at }: Reader, text: WaitingText): Html {
  const post = `/console/posts/${text.postId}`;
  const to = text.state === 'published' ? post : `${post}/${text.language}`;
  const state = translate(language, 'console-text-state', { state: text.state });
  return row({ to, name: nameOf(language, text), since: at(text.since), language, told: state });
}

function nameOf(language: Reader['language'], text: WaitingText): string {
  return translate(language, 'console-post-link', {
    case: localise(text.caseName, language),
    language: translate(language, 'language-name', { language: text.language }),
  });
}

/** Leads to the decision; what is still being written, to where it is written. */
function textRow({ language, at }: Reader, text: WaitingText): Html {
  const name = nameOf(language, text);
  const place = `/console/posts/${text.postId}/${text.language}`;
  const to = text.again || text.state === 'in_review' ? `${place}/approval` : place;
  const far = text.approvals && translate(language, 'console-approvals', text.approvals);
  const told = text.again
    ? [translate(language, 'console-waiting-again'), far].filter(Boolean).join('. ')
    : far;
  return row({ to, name, since: at(text.since), language, told });
}

function row(one: {
  to: string;
  name: string;
  since: string;
  language: Reader['language'];
  told?: string | null;
}): Html {
  return html`<li><a href="${one.to}">${one.name}</a>
          <span class="hint">${translate(one.language, 'console-waiting-since', { at: one.since })}${one.told == null ? '' : html`. ${one.told}`}</span></li>`;
}

type Heading = MessageKey &
  `console-waiting-${'agreements' | 'texts' | 'hearings' | 'incidents' | 'own' | 'drafts' | 'undescribed'}`;

function list(language: Reader['language'], heading: Heading, rows: readonly Html[]): Html | string {
  if (rows.length === 0) return '';
  return html`<h2>${translate(language, heading)}</h2>
      <ul class="rows">${rows}</ul>`;
}

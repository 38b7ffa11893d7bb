import { html } from 'hono/html';
import { factDeciders, factRecorders, hasRole } from '../../../domain/actor.ts';
import { waitsForSecond } from '../../../domain/case-words.ts';
import { type CaseId, parseId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { compose } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { agreeToCase } from '../../../services/cases/agree.ts';
import { listCases } from '../../../services/cases/list.ts';
import { type CaseRecord, type Disagreement, readCase } from '../../../services/cases/read.ts';
import { caseTimeline, type TimelineEntry } from '../../../services/cases/timeline.ts';
import { timelinePiece } from '../../../services/cases/timeline-text.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { hearingLines, hearingWhen } from '../../../services/hearings/text.ts';
import { findScheduledPosts } from '../../../services/posts/scheduled.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import { formatted } from '../html/formatted.ts';
import type { Html } from '../html/layout.ts';
import { waitingCase } from '../html/waiting-case.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const PER_PAGE = 50;

/** Cases with all that is known of them, and what lies ahead. */
export const caseRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/cases',
    roles: anyRole,
    handle: async (c) => {
      const { ctx, language } = await readerOf(c);
      const wanted = Number(c.req.query('page') ?? 1);
      const { items, page, pages } = await listCases(ctx, {
        page: Number.isSafeInteger(wanted) ? wanted : 1,
        perPage: PER_PAGE,
      });
      const rows = items.map(
        (row) => html`<li><a href="/console/cases/${row.id}">${localise(row.name, language)}</a>
          ${waitsForSecond(row) ? html`<span class="hint">${translate(language, 'console-case-waits')}</span>` : ''}
          <span class="hint"><bdi>${localise(row.summary, language)}</bdi></span></li>`,
      );
      return show(c, {
        title: translate(language, 'console-cases-title'),
        body: html`${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${page < pages ? html`<p><a href="/console/cases?page=${page + 1}">${translate(language, 'button-next')}</a></p>` : ''}`,
      });
    },
  },
  {
    method: 'get',
    path: '/cases/:caseId',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language } = reader;
      const caseId = parseId<CaseId>(c.req.param('caseId') ?? '');
      const found = caseId === null ? undefined : await readCase(ctx, caseId);
      if (found === undefined) return refuse(c, { code: 'case-unknown' }, 404);
      return show(c, {
        title: localise(found.name, language),
        body: html`${await waitingCase(reader, found)}${caseBody(
          language,
          found,
          await caseTimeline(ctx, found.id),
          hasRole(ctx.actor, ...factRecorders),
        )}`,
      });
    },
  },
  {
    method: 'post',
    path: '/cases/:caseId/agreements',
    roles: factDeciders,
    handle: async (c) => {
      const form = await readForm(c);
      const caseId = parseId<CaseId>(c.req.param('caseId') ?? '');
      const approvalId = parseId(form?.text('approval') ?? '');
      if (caseId === null) return refuse(c, { code: 'case-unknown' }, 404);
      if (!form || approvalId === null) return refuse(c, { code: 'incomplete' }, 400);
      const proof = { approvalId, answer: form.exact('answer') };
      const result = await agreeToCase(c.get('ctx'), { caseId, proof });
      if (result.ok) return onTo(c, `/console/cases/${caseId}`, 'approved');
      return refuse(c, result.refusal, result.refusal.code === 'request-lapsed' ? 409 : 422);
    },
  },
  {
    method: 'get',
    path: '/calendar',
    roles: anyRole,
    handle: async (c) => {
      const { ctx, language, at } = await readerOf(c);
      const { items } = await listCases(ctx, { page: 1, perPage: 1000 });
      const hearings = await upcomingHearings(ctx, { caseIds: items.map(({ id }) => id) });
      const ahead = hearings.map(
        (
          hearing,
        ) => html`<li><a href="/console/cases/${hearing.case.id}">${localise(hearing.case.name, language)}</a>
          <span class="hint">${whenAhead(language, hearing)}</span></li>`,
      );
      const posts = (await findScheduledPosts(ctx)).map(
        ({
          postId,
          caseName,
          notBefore,
        }) => html`<li><a href="/console/posts/${postId}">${translate(language, 'console-post-title', { case: localise(caseName, language) })}</a>
          <span class="hint">${at(notBefore)}</span></li>`,
      );
      const none = html`<p>${translate(language, 'console-none')}</p>`;
      return show(c, {
        title: translate(language, 'console-calendar-title'),
        body: html`<h2>${translate(language, 'console-hearings')}</h2>
      ${ahead.length === 0 ? none : html`<ul class="rows">${ahead}</ul>`}
      <h2>${translate(language, 'console-posts-title')}</h2>
      ${posts.length === 0 ? none : html`<ul class="rows">${posts}</ul>`}`,
      });
    },
  },
];

function caseBody(
  language: Language,
  found: CaseRecord,
  happened: readonly TimelineEntry[],
  records: boolean,
): Html {
  const persons = found.persons.map(({ name }) => name);
  const hearings = found.hearings.flatMap((hearing) => {
    const facts = hearing.inEffect ?? hearing.inReview;
    if (facts === null) return [];
    const known = hearingLines(language, factsOf(facts), persons);
    const waits =
      hearing.inReview === null
        ? ''
        : html`<p><a href="/console/hearings/${hearing.id}/revisions/${hearing.inReview.revision}/approval">${translate(language, 'console-text-state', { state: 'in_review' })}</a></p>`;
    return [
      html`<li>${formatted(compose(known))}${waits}${disagreements(language, hearing.disagreements)}${records ? changeLink(language, `/console/hearings/${hearing.id}`) : ''}</li>`,
    ];
  });
  const waiting = found.incidents.flatMap(({ id, inReview }) =>
    inReview === null
      ? []
      : [
          html`<li><a href="/console/incidents/${id}/revisions/${inReview.revision}/approval"><bdi>${localise(inReview.what, language)}</bdi></a>${records ? changeLink(language, `/console/incidents/${id}`) : ''}</li>`,
        ],
  );
  // Hearings that are over stand above, among the others.
  const timeline = happened
    .filter(({ item }) => item.kind !== 'hearing')
    .map(
      ({ item, ...entry }) =>
        html`<li>${formatted(compose(timelinePiece(language, { item, ...entry })))}${records && item.kind === 'incident' ? changeLink(language, `/console/incidents/${item.incidentId}`) : ''}</li>`,
    );
  const recording = records && found.status === 'open';
  return html`<p><bdi>${localise(found.summary, language)}</bdi></p>
      <h2>${translate(language, 'console-hearings')}</h2>
      ${hearings.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${hearings}</ul>`}
      ${recording ? recordLink(translate(language, 'console-facts-hearing', { what: 'new' }), `/console/cases/${found.id}/hearings/new`) : ''}
      ${recording ? recordLink(translate(language, 'console-facts-incident', { what: 'new' }), `/console/cases/${found.id}/incidents/new`) : ''}
      ${
        waiting.length === 0
          ? ''
          : html`<h2>${translate(language, 'console-waiting-incidents')}</h2>
      <ul class="rows">${waiting}</ul>`
      }
      ${
        timeline.length === 0
          ? ''
          : html`<h2>${translate(language, 'console-timeline')}</h2>
      <ul class="rows">${timeline}</ul>`
      }`;
}

function recordLink(text: string, to: string): Html {
  return html`<p><a class="button" href="${to}">${text}</a></p>`;
}

function changeLink(language: Language, of: string): Html {
  return html`<p><a href="${of}/revisions/new">${translate(language, 'console-facts-change')}</a></p>`;
}

function disagreements(language: Language, of: readonly Disagreement[]): Html {
  return html`${of.map(({ field, value, source }) => html`<p class="hint">${translate(language, 'console-disagrees', { source, field, value })}</p>`)}`;
}

/** Of one that was postponed the date, if there is any, is the one on which nothing takes place. */
function whenAhead(language: Language, { facts }: HearingInEffect): string {
  return facts.status === 'scheduled'
    ? (hearingWhen(language, factsOf(facts)) ?? '')
    : translate(language, 'hearing-status', { status: facts.status });
}

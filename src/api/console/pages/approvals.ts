import { html } from 'hono/html';
import { factDeciders } from '../../../domain/actor.ts';
import { type HearingId, type IncidentId, type PostId, parseId } from '../../../domain/ids.ts';
import { direction, isLanguage, type Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { networkTitles } from '../../../domain/network.ts';
import { nextState } from '../../../domain/post.ts';
import { type Decision, decisions, type Role } from '../../../domain/words.ts';
import { formatNumber, formatUsd } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { type DecisionOffer, offerDecision } from '../../../services/approvals/offer.ts';
import { decideHearing } from '../../../services/hearings/decide.ts';
import { type FactsReview, reviewFacts } from '../../../services/hearings/review.ts';
import { decideIncident } from '../../../services/incidents/decide.ts';
import { reviewIncident } from '../../../services/incidents/review.ts';
import { readContent } from '../../../services/media/read.ts';
import { decidePost } from '../../../services/posts/decide.ts';
import { isStuck } from '../../../services/posts/outlook.ts';
import type { Reach } from '../../../services/posts/payloads.ts';
import { isUndescribed, owesAlt } from '../../../services/posts/photo.ts';
import { reviewText, type TextReview } from '../../../services/posts/review.ts';
import { type Form, readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { changes } from '../html/changes.ts';
import { formatted } from '../html/formatted.ts';
import type { Html } from '../html/layout.ts';
import { passkeyForm } from '../html/passkey-form.ts';
import { payloadBox } from '../html/payload.ts';
import { whenText } from '../html/sheet-form.ts';
import { languageName, type Reader, readerOf } from '../reader.ts';
import { type ConsoleRefusal, factFaultsText, refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';

const textDeciders: readonly Role[] = ['approver'];
const rejection: readonly Decision[] = ['rejected'];

/** Where texts and facts of hearings are decided on: what is seen is what the decider's key signs. */
export const approvalRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/posts/:postId/:language/approval',
    roles: anyRole,
    handle: async (c) => {
      const review = await textReview(c);
      if (review === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      const reader = await readerOf(c);
      return show(c, { title: textTitle(reader, review), body: await textPage(reader, review) });
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/approval',
    roles: textDeciders,
    handle: async (c) => {
      const form = await readForm(c);
      const decided = form && readDecision(form);
      const version = Number(form?.text('version'));
      if (!decided || !Number.isInteger(version)) return refuse(c, { code: 'incomplete' }, 400);
      const review = await textReview(c);
      if (review === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await decidePost(c.get('ctx'), {
        translationId: review.text.id,
        version,
        ...decided,
      });
      if (!result.ok) return refuse(c, result.refusal);
      const { given, needed } = result.value;
      const isPartly = decided.decision === 'approved' && given < needed;
      return onTo(c, '/console', isPartly ? 'approved-partly' : decided.decision);
    },
  },
  {
    method: 'get',
    path: '/posts/:postId/:language/image',
    roles: anyRole,
    handle: async (c) => {
      const image = (await textReview(c))?.image ?? null;
      const bytes = image && (await readContent(c.get('ctx'), image));
      if (!bytes) return refuse(c, { code: 'unknown' }, 404);
      return c.body(bytes, 200, { 'Content-Type': 'image/jpeg' });
    },
  },
  {
    method: 'get',
    path: '/hearings/:hearingId/revisions/:revision/approval',
    roles: anyRole,
    handle: async (c) => {
      const review = await factsReview(c);
      if (review === undefined) return refuse(c, { code: 'hearing-unknown' }, 404);
      return showFacts(c, review, 'staff-hearing-title');
    },
  },
  {
    method: 'post',
    path: '/hearings/:hearingId/revisions/:revision/approval',
    roles: factDeciders,
    handle: async (c) => {
      const form = await readForm(c);
      const decided = form && readDecision(form);
      const key = revisionOf(c);
      if (!decided || key === null) return refuse(c, { code: 'incomplete' }, 400);
      const result = await decideHearing(c.get('ctx'), { ...key, ...decided });
      return result.ok ? onTo(c, '/console', decided.decision) : refuse(c, result.refusal);
    },
  },
  {
    method: 'get',
    path: '/incidents/:incidentId/revisions/:revision/approval',
    roles: anyRole,
    handle: async (c) => {
      const key = incidentRevisionOf(c);
      const { language } = c.get('me');
      const review = key === null ? undefined : await reviewIncident(c.get('ctx'), { ...key, language });
      if (review === undefined) return refuse(c, { code: 'incident-unknown' }, 404);
      return showFacts(c, review, 'staff-incident-new-title');
    },
  },
  {
    method: 'post',
    path: '/incidents/:incidentId/revisions/:revision/approval',
    roles: factDeciders,
    handle: async (c) => {
      const form = await readForm(c);
      const decided = form && readDecision(form);
      const key = incidentRevisionOf(c);
      if (!decided || key === null) return refuse(c, { code: 'incomplete' }, 400);
      const result = await decideIncident(c.get('ctx'), { ...key, ...decided });
      return result.ok ? onTo(c, '/console', decided.decision) : refuse(c, result.refusal);
    },
  },
];

function textReview(c: ConsoleRequest): Promise<TextReview | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  const language = c.req.param('language') ?? '';
  if (postId === null || !isLanguage(language)) return Promise.resolve(undefined);
  return reviewText(c.get('ctx'), { postId, language });
}

function revisionNumber(c: ConsoleRequest): number | null {
  const text = c.req.param('revision') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function revisionOf(c: ConsoleRequest): { hearingId: HearingId; revision: number } | null {
  const hearingId = parseId<HearingId>(c.req.param('hearingId') ?? '');
  const revision = revisionNumber(c);
  return hearingId === null || revision === null ? null : { hearingId, revision };
}

function incidentRevisionOf(c: ConsoleRequest): { incidentId: IncidentId; revision: number } | null {
  const incidentId = parseId<IncidentId>(c.req.param('incidentId') ?? '');
  const revision = revisionNumber(c);
  return incidentId === null || revision === null ? null : { incidentId, revision };
}

async function showFacts(
  c: ConsoleRequest,
  review: FactsReview,
  title: 'staff-hearing-title' | 'staff-incident-new-title',
): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const { decidable, contentHash } = review;
  const refusal = decidable.length > 0 ? review.refusal : ({ code: 'not-in-review' } as const);
  const offers = refusal === null ? await offerDecision(ctx, contentHash) : [];
  const open = offers.filter(({ decision }) => decidable.includes(decision));
  return show(c, {
    title: translate(language, title, { case: localise(review.caseName, language) }),
    body: html`${formatted(review.rendered)}
      ${fingerprint(language, contentHash)}
      ${decisionForms(language, c.req.path, open, {}, refusal)}`,
  });
}

async function factsReview(c: ConsoleRequest) {
  const key = revisionOf(c);
  return key === null ? undefined : reviewFacts(c.get('ctx'), { ...key, language: c.get('me').language });
}

function readDecision(form: Form) {
  const decision = decisions.find((one) => one === form.text('decision'));
  const approvalId = parseId(form.text('approval'));
  if (decision === undefined || approvalId === null) return null;
  return { decision, proof: { approvalId, answer: form.exact('answer') } };
}

function textTitle({ language }: Reader, { caseName, text }: TextReview): string {
  return translate(language, 'staff-approval-title', {
    case: localise(caseName, language),
    language: languageName(language, text.language),
  });
}

async function textPage(reader: Reader, review: TextReview): Promise<Html> {
  const { ctx, language } = reader;
  const { text, source, post } = review;
  const waits = review.again || text.state === 'in_review';
  const refusal = waits ? review.refusal : ({ code: 'not-in-review' } as const);
  // Who has approved it already may still think better of it; what has gone out is not rejected but retracted.
  const open =
    refusal === null
      ? decisions.filter((one) => !review.again || one === 'approved')
      : review.again
        ? []
        : refusal.code === 'approved-already'
          ? rejection
          : [];
  const offered = open.length === 0 ? [] : await offerDecision(ctx, review.contentHash);
  const offers = offered.filter(({ decision }) => open.includes(decision));
  const action = `/console/posts/${post.id}/${text.language}/approval`;
  return html`${review.again ? html`<p class="note">${translate(language, 'staff-post-again')}</p>` : ''}${undescribed(language, review)}<div class="beside">
        <section lang="${text.language}" dir="${direction(text.language)}">
          <h2 lang="${language}" dir="${direction(language)}">${translate(language, 'console-text-title', { language: languageName(language, text.language) })}</h2>
          ${picture(review)}
          ${formatted(review.rendered)}
          ${review.facts === null ? '' : html`<p class="note" lang="${language}" dir="${direction(language)}">${factFaultsText(language, review.facts)}</p>`}
        </section>
        ${
          source === null
            ? ''
            : html`<section lang="${source.language}" dir="${direction(source.language)}">
          <h2 lang="${language}" dir="${direction(language)}">${translate(language, 'console-source-title', { language: languageName(language, source.language) })}</h2>
          ${formatted(source.rendered)}
        </section>`
        }
      </div>
      <h2>${translate(language, 'console-changes-title')}</h2>
      ${
        review.before === null
          ? html`<p>${translate(language, 'console-changes-none')}</p>`
          : html`${changes(language, text.language, review.before.text, text.text)}
      ${(review.before.alt ?? '') === (text.alt ?? '') ? '' : changes(language, text.language, review.before.alt ?? '', text.alt ?? '')}`
      }
      <h2>${translate(language, 'console-covers-title')}</h2>
      ${covers(reader, review)}
      ${decisionForms(language, action, offers, { version: String(text.version) }, refusal)}`;
}

/** Of a text whose image nobody has described: what is decided on, and once it is out what can be done. */
function undescribed(language: Language, { post, text }: TextReview): Html | '' {
  if (!isUndescribed(post, text)) return '';
  const isOut = text.state === 'published' && owesAlt(post, text);
  return html`<p class="note">${translate(language, 'staff-approval-undescribed')}${isOut ? html` ${translate(language, 'console-undescribed-out')}` : ''}</p>`;
}

function picture({ image, post, text }: TextReview): Html | string {
  if (image === null) return '';
  return html`<img src="/console/posts/${post.id}/${text.language}/image" alt="${text.alt ?? ''}" />`;
}

function covers({ language, at }: Reader, review: TextReview): Html {
  const { post, text } = review;
  const { embargoUntil, warning } = post;
  return html`<dl>
        <dt>${translate(language, 'console-field-case')}</dt>
        <dd>${localise(review.caseName, language)}</dd>
        <dt>${translate(language, 'console-field-kind')}</dt>
        <dd>${translate(language, 'post-kind', { kind: post.kind })}</dd>
        <dd>${translate(language, 'console-approvals', review.approvals)}</dd>
        ${isStuck(review.approvals) && (review.again || nextState(text.state, 'edit') !== null) ? html`<dd class="note">${translate(language, 'console-approvals-stuck')}</dd>` : ''}
        <dt>${translate(language, 'console-field-where')}</dt>
        <dd>${translate(language, 'console-target-telegram')}</dd>
        ${review.accounts.map((account) => accountContent(language, account))}
        <dt>${translate(language, 'console-field-when')}</dt>
        <dd>${whenText({ language, at }, post)}</dd>
        ${embargoUntil === null ? '' : html`<dd>${translate(language, 'staff-approval-embargo', { until: at(embargoUntil) })}</dd>`}
        ${
          warning === null
            ? ''
            : html`<dd>${translate(language, 'staff-approval-warning', { warning: translate(language, 'content-warning', { kind: warning }) })}</dd>`
        }
        ${
          post.gapSeconds === 0
            ? ''
            : html`<dt>${translate(language, 'console-sheet-gap')}</dt>
        <dd>${formatNumber(language, post.gapSeconds / 60)}</dd>`
        }
        <dt>${translate(language, 'console-language')}</dt>
        <dd>${languageName(language, text.language)}</dd>
        <dt>${translate(language, 'console-field-author')}</dt>
        <dd>${translate(language, 'staff-approval-author', { author: review.author, editor: review.lastEditor })}</dd>
        ${
          review.image === null
            ? ''
            : html`<dt>${translate(language, 'console-field-image')}</dt>
        ${
          text.alt === null
            ? html`<dd>${translate(language, 'console-image-undescribed')}</dd>`
            : html`<dd lang="${text.language}" dir="${direction(text.language)}">${text.alt}</dd>`
        }`
        }
      </dl>
      ${fingerprint(language, review.contentHash)}`;
}

/** Every payload of an account to the letter: what the network is given, and nothing rendered anew. */
function accountContent(
  language: Language,
  { handle, network, state, server, payloads, costUsdMicros }: Reach,
): Html {
  const name = translate(language, 'staff-approval-account', {
    handle,
    network: networkTitles[network],
    parts: payloads.length,
  });
  const cost =
    costUsdMicros === 0
      ? ''
      : translate(language, 'staff-approval-cost', { cost: formatUsd(language, costUsdMicros) });
  const stopped =
    state === 'active'
      ? ''
      : html`<strong>${translate(language, 'console-account-state', { state })}</strong>`;
  return html`<dd>${name} ${stopped} ${server === null ? '' : html`<bdi dir="ltr">${server}</bdi>`} ${cost}
          ${payloads.map(payloadBox)}</dd>`;
}

function fingerprint(language: Language, hash: string): Html {
  return html`<dl>
        <dt>${translate(language, 'console-field-hash')}</dt>
        <dd><code dir="ltr">${hash}</code></dd>
      </dl>`;
}

const buttons = { approved: 'button-approve', rejected: 'button-reject' } as const satisfies Record<
  Decision,
  string
>;

function decisionForms(
  language: Language,
  action: string,
  offers: readonly DecisionOffer[],
  hidden: Readonly<Record<string, string>>,
  refusal: ConsoleRefusal | null,
): Html {
  const forms = offers.map(({ decision, approvalId, options }) =>
    passkeyForm(language, {
      action,
      asks: 'get',
      options,
      hidden: { ...hidden, decision, approval: approvalId },
      button: translate(language, buttons[decision]),
      quiet: decision === 'rejected',
    }),
  );
  return html`<h2>${translate(language, 'console-decide-title')}</h2>
      ${refusal === null ? html`<p>${translate(language, 'console-decide-how')}</p>` : html`<p class="note">${refusalText(language, refusal)}</p>`}
      ${forms.length === 0 ? '' : html`<div class="forms">${forms}</div>`}`;
}

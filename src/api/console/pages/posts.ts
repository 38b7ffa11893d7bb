import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type CaseId, type PostId, parseId } from '../../../domain/ids.ts';
import { isLanguage, type Language, languages } from '../../../domain/language.ts';
import { nextState } from '../../../domain/post.ts';
import { postKinds, type Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase, findCases, ofCase } from '../../../services/cases/find.ts';
import { textApprovals } from '../../../services/posts/approved.ts';
import { claimText } from '../../../services/posts/claim-text.ts';
import { createPost } from '../../../services/posts/create.ts';
import { editPost } from '../../../services/posts/edit.ts';
import { listPosts, type Post, readPost } from '../../../services/posts/read.ts';
import { releaseText } from '../../../services/posts/release-text.ts';
import { submitPost } from '../../../services/posts/submit.ts';
import { listTextClaims } from '../../../services/posts/text-claims.ts';
import { withdrawPost } from '../../../services/posts/withdraw.ts';
import { anyRole } from '../../route.ts';
import { readForm } from '../../setup/form.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { readParagraphs } from '../html/paragraphs.ts';
import { placeOf, postAddress, postButton, textAddress, titleOf } from '../html/posts.ts';
import { languageName, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';
import { cardForm } from './post-card.ts';
import { takeDraft } from './post-draft.ts';
import { showEditor, showNew } from './post-editor.ts';

const authors: readonly Role[] = ['author'];
const writers: readonly Role[] = ['author', 'translator'];
const withdrawers: readonly Role[] = ['author', 'translator', 'approver'];

const PER_PAGE = 20;

/** Posts, and the writing of each in each language. */
export const postRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/posts', roles: anyRole, handle: (c) => list(c) },
  { method: 'get', path: '/posts/new', roles: authors, handle: (c) => showNew(c) },
  {
    method: 'post',
    path: '/posts/new',
    roles: authors,
    handle: async (c) => {
      const form = await readForm(c);
      const caseId = parseId<CaseId>(form?.text('case') ?? '');
      const language = form?.text('language') ?? '';
      const named = form?.text('kind') ?? '';
      const kind = named === '' ? 'update' : postKinds.find((one) => one === named);
      if (form === null || caseId === null || !isLanguage(language) || kind === undefined)
        return refuse(c, { code: 'incomplete' }, 400);
      const text = form.exact('text');
      const window = { notBefore: null, notAfter: null };
      const result = await createPost(c.get('ctx'), {
        caseId,
        kind,
        sourceLanguage: language,
        text,
        ...window,
      });
      if (result.ok) return onTo(c, `/console/posts/${result.value.postId}/${language}`, 'saved');
      return showNew(c, { caseId, kind, language, text, refusal: result.refusal });
    },
  },
  {
    method: 'get',
    path: '/posts/:postId',
    roles: anyRole,
    handle: async (c) => {
      const post = await postOf(c);
      return post === undefined ? refuse(c, { code: 'post-unknown' }, 404) : showPost(c, post);
    },
  },
  { method: 'get', path: '/posts/:postId/:language', roles: writers, handle: (c) => showEditor(c) },
  {
    method: 'post',
    path: '/posts/:postId/:language',
    roles: writers,
    handle: async (c) => {
      const form = await readForm(c);
      const place = placeOf(c);
      const version = Number(form?.text('version'));
      const instead = form?.text('instead') ?? '';
      const basedOn = instead === '' ? version : Number(instead);
      if (form === null || place === null || !Number.isInteger(version) || !Number.isInteger(basedOn)) {
        return refuse(c, { code: 'incomplete' }, 400);
      }
      const text = readParagraphs(form) ?? form.exact('text');
      const alt = form.text('alt');
      const result = await editPost(c.get('ctx'), {
        ...place,
        text,
        basedOn,
        ...(alt !== '' && { alt }),
      });
      if (result.ok) return onTo(c, textAddress(place), 'saved');
      return showEditor(c, { version, text, alt, refusal: result.refusal });
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/drafts',
    roles: writers,
    handle: (c) => takeDraft(c),
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/submissions',
    roles: writers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await submitPost(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place), 'submitted') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/claims',
    roles: writers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await claimText(c.get('ctx'), place);
      return result.ok ? onTo(c, textAddress(place)) : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/releases',
    roles: writers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await releaseText(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place)) : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/withdrawals',
    roles: withdrawers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await withdrawPost(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place), 'withdrawn') : refuse(c, result.refusal);
    },
  },
];

async function postOf(c: ConsoleRequest): Promise<Post | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : readPost(c.get('ctx'), postId);
}

async function list(c: ConsoleRequest): Promise<Response> {
  const { ctx, language, at } = await readerOf(c);
  const before = parseId<PostId>(c.req.query('before') ?? '');
  const found = await listPosts(ctx, { before, limit: PER_PAGE + 1 });
  const shown = found.slice(0, PER_PAGE);
  const known = await findCases(
    ctx,
    shown.map(({ caseId }) => caseId),
  );
  const rows = shown.map((post) => {
    const title = titleOf(ofCase(known, post.caseId), language);
    const state = translate(language, 'console-text-state', { state: post.state });
    return html`<li><a href="${postAddress({ postId: post.id })}">${title}</a>
          <span class="hint">${state}. ${at(post.createdAt)}</span></li>`;
  });
  const last = shown.at(-1);
  return show(c, {
    title: translate(language, 'console-posts-title'),
    body: html`${hasRole(ctx.actor, ...authors) ? html`<p><a class="button" href="/console/posts/new">${translate(language, 'console-post-new')}</a></p>` : ''}
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${found.length > PER_PAGE && last !== undefined ? html`<p><a href="/console/posts?before=${last.id}">${translate(language, 'console-older')}</a></p>` : ''}`,
  });
}

async function showPost(c: ConsoleRequest, post: Post): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const claims = await listTextClaims(ctx, post.id);
  const inHand = (of: Language) => {
    const claim = claims.find((one) => one.language === of);
    if (claim === undefined) return '';
    const [name, until] = [claim.name, reader.at(claim.expiresAt)];
    return html`<p>${translate(language, 'console-claim-standing', { name, until })}</p>`;
  };
  const writes = hasRole(ctx.actor, ...writers);
  const progress = new Map(
    await Promise.all(
      post.translations
        .filter(({ state }) => state === 'in_review')
        .map(async (text) => [text.language, await textApprovals(ctx, post, text)] as const),
    ),
  );
  const rows = post.translations.map((text) => {
    const approvals = progress.get(text.language);
    const place = { postId: post.id, language: text.language };
    const state = translate(language, 'console-text-state', { state: text.state });
    const check = translate(language, 'console-text-check', { check: text.check });
    const open = writes && nextState(text.state, 'edit') !== null;
    return html`<li>
          <h2>${languageName(language, text.language)}</h2>
          <p>${state}; ${check}${approvals === undefined ? '' : html`; ${translate(language, 'console-approvals', approvals)}`}</p>
          ${inHand(text.language)}
          <p><a href="${textAddress(place)}/approval">${translate(language, 'console-text-title', { language: languageName(language, text.language) })}</a></p>
          ${open ? html`<p><a href="${textAddress(place)}">${translate(language, 'console-edit-title', { language: languageName(language, text.language) })}</a></p>` : ''}
          ${nextState(text.state, 'withdraw') !== null && hasRole(ctx.actor, ...withdrawers) ? postButton(language, `${textAddress(place)}/withdrawals`, 'console-edit-withdraw') : ''}
        </li>`;
  });
  const missing = languages.filter((one) => !post.translations.some((text) => text.language === one));
  const begin = missing.map(
    (one) =>
      html`<li><a href="${textAddress({ postId: post.id, language: one })}">${translate(language, 'console-edit-title', { language: languageName(language, one) })}</a>${inHand(one)}</li>`,
  );
  return show(c, {
    title: titleOf(await findCase(ctx, post.caseId), language),
    body: html`<p>${translate(language, 'console-field-kind')}: ${translate(language, 'post-kind', { kind: post.kind })}</p>
      <ul class="rows">${rows}</ul>
      ${writes && begin.length > 0 ? html`<ul class="rows">${begin}</ul>` : ''}
      ${await cardForm(reader, post)}`,
  });
}

import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type CaseId, type PostId, parseId } from '../../../domain/ids.ts';
import { direction, isLanguage, type Language, languages } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { nextState } from '../../../domain/post.ts';
import type { Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase } from '../../../services/cases/find.ts';
import { listCases } from '../../../services/cases/list.ts';
import { createPost } from '../../../services/posts/create.ts';
import { editPost } from '../../../services/posts/edit.ts';
import { listPosts, type Post, readPost } from '../../../services/posts/read.ts';
import { submitPost } from '../../../services/posts/submit.ts';
import { postTextMax, type TextRefusal } from '../../../services/posts/text.ts';
import { withdrawPost } from '../../../services/posts/withdraw.ts';
import { anyRole } from '../../route.ts';
import { readForm } from '../../setup/form.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from '../html/layout.ts';
import { type Reader, readerOf } from '../reader.ts';
import { refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';

const authors: readonly Role[] = ['author'];
const writers: readonly Role[] = ['author', 'translator'];
const withdrawers: readonly Role[] = ['author', 'translator', 'approver'];

const PER_PAGE = 20;
const CASES_MAX = 200;

/** Posts, and the writing of each in each language. */
export const postRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/posts', roles: anyRole, handle: (c) => list(c) },
  { method: 'get', path: '/posts/new', roles: authors, handle: (c) => showNew(c, {}) },
  {
    method: 'post',
    path: '/posts/new',
    roles: authors,
    handle: async (c) => {
      const form = await readForm(c);
      const caseId = parseId<CaseId>(form?.text('case') ?? '');
      const language = form?.text('language') ?? '';
      if (form === null || caseId === null || !isLanguage(language)) return refuse(c, 'incomplete', 400);
      const text = form.exact('text');
      const window = { notBefore: null, notAfter: null };
      const result = await createPost(c.get('ctx'), { caseId, sourceLanguage: language, text, ...window });
      if (result.ok) return onTo(c, `/console/posts/${result.value.postId}/${language}`, 'saved');
      return showNew(c, { text, fault: faultText(c.get('me').language, result.refusal) });
    },
  },
  {
    method: 'get',
    path: '/posts/:postId',
    roles: anyRole,
    handle: async (c) => {
      const post = await postOf(c);
      return post === undefined ? refuse(c, 'post-unknown', 404) : showPost(c, post);
    },
  },
  { method: 'get', path: '/posts/:postId/:language', roles: writers, handle: (c) => edit(c, {}) },
  {
    method: 'post',
    path: '/posts/:postId/:language',
    roles: writers,
    handle: async (c) => {
      const form = await readForm(c);
      const place = placeOf(c);
      const basedOn = Number(form?.text('version'));
      if (form === null || place === null || !Number.isInteger(basedOn)) return refuse(c, 'incomplete', 400);
      const text = form.exact('text');
      const alt = form.text('alt');
      const result = await editPost(c.get('ctx'), {
        ...place,
        text,
        basedOn,
        ...(alt !== '' && { alt }),
      });
      if (result.ok) return onTo(c, addressOf(place), 'saved');
      return edit(c, { text, fault: faultText(c.get('me').language, result.refusal) });
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/submissions',
    roles: writers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, 'post-unknown', 404);
      const result = await submitPost(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place), 'submitted') : refuse(c, result.refusal.code);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/:language/withdrawals',
    roles: withdrawers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, 'post-unknown', 404);
      const result = await withdrawPost(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place), 'withdrawn') : refuse(c, result.refusal.code);
    },
  },
];

interface Place {
  readonly postId: PostId;
  readonly language: Language;
}

function placeOf(c: ConsoleRequest): Place | null {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  const language = c.req.param('language') ?? '';
  return postId === null || !isLanguage(language) ? null : { postId, language };
}

const postAddress = ({ postId }: Pick<Place, 'postId'>) => `/console/posts/${postId}`;
const addressOf = (place: Place) => `${postAddress(place)}/${place.language}`;

async function postOf(c: ConsoleRequest): Promise<Post | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : readPost(c.get('ctx'), postId);
}

function faultText(language: Language, refusal: TextRefusal | { readonly code: string }): string {
  if ('faults' in refusal) {
    const lines = refusal.faults.map(({ line }) =>
      translate(language, 'console-edit-unreadable', { line: String(line ?? 1) }),
    );
    return [...new Set(lines)].join(' ');
  }
  if ('limit' in refusal) {
    const { length, limit } = refusal;
    return translate(language, 'console-edit-too-long', { length: String(length), limit: String(limit) });
  }
  return refusalText(language, refusal.code === 'no-text' ? 'incomplete' : refusal.code);
}

async function list(c: ConsoleRequest): Promise<Response> {
  const { ctx, language, at } = await readerOf(c);
  const before = parseId<PostId>(c.req.query('before') ?? '');
  const found = await listPosts(ctx, { before, limit: PER_PAGE + 1 });
  const shown = found.slice(0, PER_PAGE);
  const rows = await Promise.all(
    shown.map(async (post) => {
      const title = await titleOf({ ctx, language }, post);
      const state = translate(language, 'console-text-state', { state: post.state });
      return html`<li><a href="${postAddress({ postId: post.id })}">${title}</a>
          <span class="hint">${state}. ${at(post.createdAt)}</span></li>`;
    }),
  );
  const last = shown.at(-1);
  return show(c, {
    title: translate(language, 'console-posts-title'),
    body: html`${hasRole(ctx.actor, ...authors) ? html`<p><a class="button" href="/console/posts/new">${translate(language, 'console-post-new')}</a></p>` : ''}
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${found.length > PER_PAGE && last !== undefined ? html`<p><a href="/console/posts?before=${last.id}">${translate(language, 'console-older')}</a></p>` : ''}`,
  });
}

async function titleOf({ ctx, language }: Pick<Reader, 'ctx' | 'language'>, post: Post): Promise<string> {
  const { name } = await findCase(ctx, post.caseId);
  return translate(language, 'console-post-title', { case: localise(name, language) });
}

async function showPost(c: ConsoleRequest, post: Post): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const writes = hasRole(ctx.actor, ...writers);
  const rows = post.translations.map((text) => {
    const place = { postId: post.id, language: text.language };
    const state = translate(language, 'console-text-state', { state: text.state });
    const check = translate(language, 'console-text-check', { check: text.check });
    const open = writes && nextState(text.state, 'edit') !== null;
    return html`<li>
          <h2>${nameOf(language, text.language)}</h2>
          <p>${state}; ${check}</p>
          <p><a href="${addressOf(place)}/approval">${translate(language, 'console-text-title', { language: nameOf(language, text.language) })}</a></p>
          ${open ? html`<p><a href="${addressOf(place)}">${translate(language, 'console-edit-title', { language: nameOf(language, text.language) })}</a></p>` : ''}
          ${nextState(text.state, 'withdraw') !== null && hasRole(ctx.actor, ...withdrawers) ? button(language, `${addressOf(place)}/withdrawals`, 'console-edit-withdraw') : ''}
        </li>`;
  });
  const missing = languages.filter((one) => !post.translations.some((text) => text.language === one));
  const begin = missing.map(
    (one) =>
      html`<li><a href="${addressOf({ postId: post.id, language: one })}">${translate(language, 'console-edit-title', { language: nameOf(language, one) })}</a></li>`,
  );
  return show(c, {
    title: await titleOf(reader, post),
    body: html`<ul class="rows">${rows}</ul>
      ${writes && begin.length > 0 ? html`<ul class="rows">${begin}</ul>` : ''}`,
  });
}

function button(
  language: Language,
  action: string,
  key: 'console-edit-withdraw' | 'console-edit-submit',
): Html {
  return html`<form method="post" action="${action}">
            <button type="submit" class="side">${translate(language, key)}</button>
          </form>`;
}

function nameOf(language: Language, of: Language): string {
  return translate(language, 'language-name', { language: of });
}

interface Filled {
  readonly text?: string;
  readonly fault?: string;
}

async function showNew(c: ConsoleRequest, { text = '', fault }: Filled): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const { items } = await listCases(ctx, { page: 1, perPage: CASES_MAX });
  const body = html`<form method="post" action="/console/posts/new">
        <p class="field"><label for="case">${translate(language, 'console-field-case')}</label>
          <select id="case" name="case">
            ${items.filter(({ status }) => status === 'open').map(({ id, name }) => html`<option value="${id}">${localise(name, language)}</option>`)}
          </select></p>
        <p class="field"><label for="in">${translate(language, 'console-language')}</label>
          <select id="in" name="language">
            ${languages.map((one) => html`<option value="${one}"${one === language ? html` selected` : ''}>${nameOf(language, one)}</option>`)}
          </select></p>
        ${textField(language, null, text)}
        <button type="submit">${translate(language, 'console-edit-save')}</button>
      </form>`;
  const title = translate(language, 'console-post-new');
  return show(c, { title, body, ...(fault !== undefined && { fault }) }, fault === undefined ? 200 : 422);
}

function textField(reader: Language, language: Language | null, text: string): Html {
  const own = language === null ? html` dir="auto"` : html` lang="${language}" dir="${direction(language)}"`;
  // A browser drops the first line break of a text area: one of ours stands before the text's own.
  return html`<div class="field"><label for="text">${translate(reader, 'console-edit-text')}</label>
          <p class="hint" id="text-hint">${translate(reader, 'console-edit-hint')}</p>
          <textarea id="text" name="text" aria-describedby="text-hint" spellcheck="true"${own}>
${text}</textarea></div>`;
}

async function edit(c: ConsoleRequest, { text, fault }: Filled): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const place = placeOf(c);
  const post = place === null ? undefined : await readPost(ctx, place.postId);
  if (place === null || post === undefined) return refuse(c, 'post-unknown', 404);
  const standing = post.translations.find((one) => one.language === place.language);
  const source = post.translations.find((one) => one.language === post.sourceLanguage);
  const written = text ?? standing?.text ?? '';
  const count = { length: String(written.length), limit: String(postTextMax) };
  const submits = standing !== undefined && nextState(standing.state, 'submit') !== null;
  const form = html`<form method="post" action="${addressOf(place)}">
          <input type="hidden" name="version" value="${String(standing?.version ?? 0)}" />
          ${textField(language, place.language, written)}
          <p class="hint">${translate(language, 'console-edit-length', count)}</p>
          ${
            post.mediaId === null
              ? ''
              : html`<p class="field"><label for="alt">${translate(language, 'console-edit-alt')}</label>
          <input type="text" id="alt" name="alt" value="${standing?.alt ?? ''}" lang="${place.language}" dir="${direction(place.language)}" /></p>`
          }
          <button type="submit">${translate(language, 'console-edit-save')}</button>
        </form>
        ${submits ? button(language, `${addressOf(place)}/submissions`, 'console-edit-submit') : ''}`;
  const beside =
    source === undefined || source.language === place.language
      ? ''
      : html`<section>
          <h2>${translate(language, 'console-source-title', { language: nameOf(language, source.language) })}</h2>
          <div class="message" lang="${source.language}" dir="${direction(source.language)}">${source.text}</div>
        </section>`;
  const body = html`<p><a href="${postAddress(place)}">${await titleOf({ ctx, language }, post)}</a></p>
      <div class="beside"><section>${form}</section>${beside}</div>`;
  const title = translate(language, 'console-edit-title', { language: nameOf(language, place.language) });
  return show(c, { title, body, ...(fault !== undefined && { fault }) }, fault === undefined ? 200 : 422);
}

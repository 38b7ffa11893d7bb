import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type PostId, parseId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { findCases, ofCase } from '../../../services/cases/find.ts';
import { claimText } from '../../../services/posts/claim-text.ts';
import { editPost } from '../../../services/posts/edit.ts';
import { listPosts, type Post, readPost } from '../../../services/posts/read.ts';
import { releaseText } from '../../../services/posts/release-text.ts';
import { settleAlt } from '../../../services/posts/settle-alt.ts';
import { submitPost } from '../../../services/posts/submit.ts';
import { withdrawPost } from '../../../services/posts/withdraw.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { olderLink } from '../html/older-link.ts';
import { readParagraphs } from '../html/paragraphs.ts';
import { placeOf, postAddress, textAddress, titleOf } from '../html/posts.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';
import { takeDraft } from './post-draft.ts';
import { showEditor } from './post-editor.ts';
import { putFacts } from './post-facts.ts';
import { showPost, withdrawers, writers } from './post-page.ts';

const authors: readonly Role[] = ['author'];

const PER_PAGE = 20;

/** Posts, and the writing of each in each language. */
export const postRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/posts', roles: anyRole, handle: (c) => list(c) },
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
      if (form.text('put') !== '') return putFacts(c, place, { form, version });
      const text = readParagraphs(form) ?? form.exact('text');
      const alt = form.text('alt');
      const result = await editPost(c.get('ctx'), {
        ...place,
        text,
        basedOn,
        // Emptied, it is taken away; without an image there is no field for it.
        ...(form.all('alt').length > 0 && { alt: alt === '' ? null : alt }),
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
      const deferAlt = (await readForm(c))?.text('deferAlt') === 'yes';
      const result = await submitPost(c.get('ctx'), { ...place, deferAlt });
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
    path: '/posts/:postId/:language/alt-settlements',
    roles: writers,
    handle: async (c) => {
      const place = placeOf(c);
      if (place === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await settleAlt(c.get('ctx'), place);
      return result.ok ? onTo(c, postAddress(place), 'saved') : refuse(c, result.refusal);
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
  return show(c, {
    title: translate(language, 'console-posts-title'),
    body: html`${hasRole(ctx.actor, ...authors) ? html`<p><a class="button" href="/console/posts/new">${translate(language, 'console-post-new')}</a></p>` : ''}
      ${rows.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${rows}</ul>`}
      ${olderLink(language, '/console/posts', found, PER_PAGE)}`,
  });
}

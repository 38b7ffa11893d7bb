import { html } from 'hono/html';
import { type AccountId, type PostId, parseId } from '../../../domain/ids.ts';
import { handedIn } from '../../../domain/post.ts';
import { translate } from '../../../i18n/index.ts';
import {
  isPostRetractable,
  type PostOnAccount,
  postOnAccounts,
} from '../../../services/account-deliveries/on-accounts.ts';
import { retractFromAccount, retractPost } from '../../../services/account-deliveries/retract.ts';
import { stoppers } from '../../../services/accounts/may.ts';
import { findCase } from '../../../services/cases/find.ts';
import { type Post, readPost } from '../../../services/posts/read.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { whatRetractionDoes } from '../html/on-accounts.ts';
import { oneButton } from '../html/one-button.ts';
import { postAddress, titleOf } from '../html/posts.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

/** Where a post that has gone out is taken back, from one account or from all: first what that does, then the deed. */
export const postRetractionRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/posts/:postId/retraction',
    roles: stoppers,
    handle: async (c) => {
      const post = await postOf(c);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      return showPlan(c, post, await postOnAccounts(c.get('ctx'), post.id), null);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/retraction',
    roles: stoppers,
    handle: async (c) => {
      const postId = parseId<PostId>(c.req.param('postId') ?? '');
      if (postId === null) return refuse(c, { code: 'post-unknown' }, 404);
      const result = await retractPost(c.get('ctx'), postId);
      return result.ok ? onTo(c, postAddress({ postId }), 'retracted') : refuse(c, result.refusal);
    },
  },
  {
    method: 'get',
    path: '/posts/:postId/accounts/:accountId/retraction',
    roles: stoppers,
    handle: async (c) => {
      const post = await postOf(c);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      const there = (await postOnAccounts(c.get('ctx'), post.id)).filter(
        ({ accountId }) => accountId === c.req.param('accountId'),
      );
      if (there[0] === undefined) return refuse(c, { code: 'account-unknown' }, 404);
      return showPlan(c, post, there, there[0]);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/accounts/:accountId/retraction',
    roles: stoppers,
    handle: async (c) => {
      const postId = parseId<PostId>(c.req.param('postId') ?? '');
      const accountId = parseId<AccountId>(c.req.param('accountId') ?? '');
      if (postId === null) return refuse(c, { code: 'post-unknown' }, 404);
      if (accountId === null) return refuse(c, { code: 'account-unknown' }, 404);
      const result = await retractFromAccount(c.get('ctx'), { postId, accountId });
      return result.ok ? onTo(c, postAddress({ postId }), 'retracted') : refuse(c, result.refusal);
    },
  },
];

/** What a retraction does, and its button; `only`: from this account. */
async function showPlan(
  c: ConsoleRequest,
  post: Post,
  accounts: readonly PostOnAccount[],
  only: PostOnAccount | null,
): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const address = postAddress({ postId: post.id });
  const does = only === null ? isPostRetractable(post.translations, accounts) : only.isRetractable;
  const action = only === null ? `${address}/retraction` : `${address}/accounts/${only.accountId}/retraction`;
  const waits = post.translations.some(({ state }) => handedIn.includes(state));
  const body = html`<p><a href="${address}">${titleOf(await findCase(ctx, post.caseId), language)}</a></p>
      ${whatRetractionDoes(reader, accounts)}
      ${does ? html`<p>${translate(language, only === null ? 'console-retract-followers' : 'console-retract-elsewhere')}</p>` : ''}
      ${only === null && waits ? html`<p>${translate(language, 'console-retract-waiting')}</p>` : ''}
      ${does ? oneButton(action, translate(language, only === null ? 'console-retract-post' : 'console-retract')) : html`<p>${translate(language, 'console-retract-nothing')}</p>`}`;
  return show(c, { title: translate(language, 'console-retract-title'), body });
}

async function postOf(c: ConsoleRequest): Promise<Post | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : readPost(c.get('ctx'), postId);
}

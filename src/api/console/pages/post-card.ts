import { type PostId, parseId } from '../../../domain/ids.ts';
import { readPost } from '../../../services/posts/read.ts';
import { setPostCard } from '../../../services/posts/set-card.ts';
import { readForm } from '../../form.ts';
import { onTo, refuse } from '../answer.ts';
import { readCardOf, readQuote } from '../card-input.ts';
import { faultsOfIssues } from '../facts-asked.ts';
import type { ConsoleRoute } from '../route.ts';
import { basedOnSheet, sheetChangers } from '../sheet.ts';
import { showPost } from './post-page.ts';

/** A post's card: of a hearing or an incident of its case that is in effect, or of what somebody said. */
export const postCardRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/posts/:postId/card',
    roles: sheetChangers,
    handle: async (c) => {
      const ctx = c.get('ctx');
      const form = await readForm(c);
      const postId = parseId<PostId>(c.req.param('postId') ?? '');
      const basedOn = form && basedOnSheet(form);
      if (postId === null || form === null || basedOn === null) return refuse(c, { code: 'incomplete' }, 400);
      const post = await readPost(ctx, postId);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      if (form.text('of') !== 'quote') {
        const card = readCardOf(form.text('of'));
        if (card === null) return refuse(c, { code: 'incomplete' }, 400);
        const result = await setPostCard(ctx, { postId, basedOn, card });
        return result.ok ? onTo(c, `/console/posts/${postId}`, 'saved') : refuse(c, result.refusal);
      }
      const read = readQuote(form);
      if (!read.ok) {
        const faults = faultsOfIssues(c.get('me').language, read.refusal.issues);
        return showPost(c, post, { form, faults });
      }
      const result = await setPostCard(ctx, { postId, basedOn, card: read.value });
      if (result.ok) return onTo(c, `/console/posts/${postId}`, 'saved');
      return showPost(c, (await readPost(ctx, postId)) ?? post, { form, refusal: result.refusal });
    },
  },
];

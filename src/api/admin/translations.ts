import { createRoute, z } from '@hono/zod-openapi';
import type { PostId } from '../../domain/ids.ts';
import { decidePost } from '../../services/posts/decide.ts';
import { editPost } from '../../services/posts/edit.ts';
import { readPost } from '../../services/posts/read.ts';
import { submitPost } from '../../services/posts/submit.ts';
import { withdrawPost } from '../../services/posts/withdraw.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { body, created, creating, guarded, ok } from '../route.ts';
import { alt, markdown } from '../schemas/text.ts';
import { decision, id, idOf, language, translationState } from '../schemas/words.ts';

const params = z.object({ postId: idOf<PostId>(), language });

const editedText = z
  .strictObject({
    text: markdown,
    alt: alt.nullable().optional().openapi({
      description:
        "What the post's image shows, in this language; what stands there stays when it is left out.",
    }),
    basedOn: z.int('is not a whole number').min(0, 'is below 0').optional().openapi({
      description:
        'The version that you edited, 0 for a new text: the edit is refused when another stands by now.',
    }),
  })
  .openapi('EditedText');

const edit = createRoute({
  method: 'put',
  path: '/posts/{postId}/translations/{language}',
  operationId: 'editPost',
  summary: "Write a post's text in one language; this voids an approval that it had",
  tags: ['posts'],
  ...guarded(['author', 'translator']),
  request: { params, body: body(editedText) },
  responses: ok('The text was written.', z.object({ translationId: id, version: z.int() })),
});

const submit = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/submissions',
  operationId: 'submitPost',
  summary: 'Hand a text to a second person',
  tags: ['posts'],
  ...creating(['author', 'translator']),
  request: { headers: onceHeaders, params },
  responses: created(
    'The text is in review.',
    z.object({
      translationId: id,
      asked: z.int().openapi({ description: 'How many approvers were asked in the bot.' }),
    }),
  ),
});

const decide = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/approvals',
  operationId: 'decidePost',
  summary: 'Approve or reject exactly the version of a text that you read, as the second person',
  tags: ['posts'],
  ...creating(['approver']),
  request: {
    headers: onceHeaders,
    params,
    body: body(
      z
        .strictObject({ version: z.int('is not a whole number').min(1, 'is below 1'), decision })
        .openapi('NewPostDecision'),
    ),
  },
  responses: created('The decision was recorded.', z.object({ state: translationState, language })),
});

const withdraw = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/withdrawals',
  operationId: 'withdrawPost',
  summary: 'Take a text back before it has gone out; its readers get the next language that they read',
  tags: ['posts'],
  ...creating(['author', 'translator', 'approver']),
  request: { headers: onceHeaders, params },
  responses: created('The text was withdrawn.', z.object({ state: translationState })),
});

export function registerTranslations(api: AdminApi): void {
  api.openapi(edit, async (c) => {
    const { text, alt: shown, basedOn } = c.req.valid('json');
    const result = await editPost(c.get('ctx'), {
      ...c.req.valid('param'),
      text,
      ...(shown !== undefined && { alt: shown }),
      ...(basedOn !== undefined && { basedOn }),
    });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 200);
  });

  api.openapi(submit, async (c) => {
    const result = await submitPost(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });

  api.openapi(decide, async (c) => {
    const { postId, language: wanted } = c.req.valid('param');
    const post = await readPost(c.get('ctx'), postId);
    if (post === undefined) return refuse(c, { code: 'post-unknown' });
    const found = post.translations.find((translation) => translation.language === wanted);
    if (found === undefined) return refuse(c, { code: 'no-text', language: wanted });
    const result = await decidePost(c.get('ctx'), { translationId: found.id, ...c.req.valid('json') });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });

  api.openapi(withdraw, async (c) => {
    const result = await withdrawPost(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });
}

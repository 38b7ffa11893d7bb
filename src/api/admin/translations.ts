import { createRoute, z } from '@hono/zod-openapi';
import type { PostId } from '../../domain/ids.ts';
import { isLanguage } from '../../domain/language.ts';
import type { StaffContext } from '../../services/context.ts';
import { claimText } from '../../services/posts/claim-text.ts';
import { decidePost } from '../../services/posts/decide.ts';
import { editPost } from '../../services/posts/edit.ts';
import { findTranslation } from '../../services/posts/find.ts';
import { approvalOutlook } from '../../services/posts/outlook.ts';
import { readPost } from '../../services/posts/read.ts';
import { releaseText } from '../../services/posts/release-text.ts';
import { settleAlt } from '../../services/posts/settle-alt.ts';
import { submitPost } from '../../services/posts/submit.ts';
import { listTextClaims } from '../../services/posts/text-claims.ts';
import { withdrawPost } from '../../services/posts/withdraw.ts';
import type { AdminApi, AdminRequest } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { writeHeaders } from '../middleware/unchanged.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, changing, conditional, created, creating, guarded, ok, tagged } from '../route.ts';
import { alt, markdown } from '../schemas/text.ts';
import { decision, id, idOf, instant, language, translationState } from '../schemas/words.ts';
import { lockedPost } from './post-standing.ts';
import { presentText, translation } from './posts.ts';

const params = z.object({ postId: idOf<PostId>(), language });

const editedText = z
  .strictObject({
    text: markdown,
    alt: alt.nullable().optional().openapi({
      description:
        "What the post's image shows, in this language; what stands there stays when it is left out.",
    }),
  })
  .openapi('EditedText');

const read = createRoute({
  method: 'get',
  path: '/posts/{postId}/translations/{language}',
  operationId: 'readTranslation',
  summary: "A post's text in one language",
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { params },
  responses: tagged('The text.', translation),
});

const tagOfVersion = (version: number) => `"${version}"`;

async function standing(tx: StaffContext, c: AdminRequest): Promise<string | null | undefined> {
  const post = await lockedPost(tx, c);
  const wanted = c.req.param('language') ?? '';
  if (post === undefined || !isLanguage(wanted)) return undefined;
  const found = await findTranslation(tx, post.id, wanted);
  return found === undefined ? null : tagOfVersion(found.version);
}

const edit = createRoute({
  method: 'put',
  path: '/posts/{postId}/translations/{language}',
  operationId: 'editPost',
  summary: "Write a post's text in one language; this voids an approval that it had",
  tags: ['posts'],
  ...changing(['author', 'translator'], 'posts:write', standing),
  request: { headers: writeHeaders, params, body: body(editedText) },
  responses: conditional(tagged('The text was written.', z.object({ translationId: id, version: z.int() }))),
});

const submission = z
  .strictObject({
    deferAlt: z.boolean().default(false).openapi({
      description:
        'For an emergency: its image may go out without words for who cannot see it. Whoever approves it is told, and it is part of what they approve.',
    }),
  })
  .openapi('Submission');

const submit = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/submissions',
  operationId: 'submitPost',
  summary: 'Hand a text to as many people as the policy of the campaign asks for',
  tags: ['posts'],
  ...creating(['author', 'translator'], 'posts:write'),
  request: {
    headers: onceHeaders,
    params,
    body: { required: false, content: { 'application/json': { schema: submission } } },
  },
  responses: created(
    'The text is in review.',
    z.object({
      translationId: id,
      asked: z.int().openapi({ description: 'How many approvers were asked in the bot.' }),
      needed: z.int().openapi({ description: 'How many people have to approve it.' }),
    }),
  ),
});

const progress = z
  .object({
    given: z.int().openapi({ description: 'How many people have approved exactly what stands there now.' }),
    needed: z.int().openapi({ description: 'How many have to, beside its author.' }),
  })
  .openapi('ApprovalProgress');

const outlook = progress
  .extend({
    left: z.int().openapi({
      description:
        'How many people there are beside those who may approve it as it stands. Where fewer are left than it takes, somebody else has to become an approver, or one person to begin it anew as a post of their own.',
    }),
  })
  .openapi('ApprovalOutlook');

const approvals = createRoute({
  method: 'get',
  path: '/posts/{postId}/translations/{language}/approvals',
  operationId: 'readApprovals',
  summary: 'How many approvals a text has, and how many it takes',
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { params },
  responses: ok('As far as it has come, and can come.', outlook),
});

const decide = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/approvals',
  operationId: 'decidePost',
  summary: 'Approve or reject exactly the version of a text that you read, beside its author',
  tags: ['posts'],
  ...creating(['approver'], 'posts:decide'),
  request: {
    headers: onceHeaders,
    params,
    body: body(
      z
        .strictObject({ version: z.int('is not a whole number').min(1, 'is below 1'), decision })
        .openapi('NewPostDecision'),
    ),
  },
  responses: created(
    'The decision was recorded.',
    progress.extend({ state: translationState, language }).openapi('PostDecided'),
  ),
});

const settle = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/alt-settlements',
  operationId: 'settleAlt',
  summary: 'Say that the words for the image, which were put off, stand by now where the text has gone out',
  description:
    'Somebody added them there by hand, or nothing can be added. What was approved stays as it was.',
  tags: ['posts'],
  ...creating(['author', 'translator'], 'posts:write'),
  request: { headers: onceHeaders, params },
  responses: created('Nobody owes them any more.', z.object({ altSettledAt: instant })),
});

const withdraw = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/withdrawals',
  operationId: 'withdrawPost',
  summary: 'Take a text back before it has gone out; its readers get the next language that they read',
  tags: ['posts'],
  ...creating(['author', 'translator', 'approver'], 'posts:write'),
  request: { headers: onceHeaders, params },
  responses: created('The text was withdrawn.', z.object({ state: translationState })),
});

const claims = createRoute({
  method: 'get',
  path: '/posts/{postId}/claims',
  operationId: 'listTextClaims',
  summary: 'Which languages of a post somebody has in hand now',
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { params: params.pick({ postId: true }) },
  responses: ok(
    'Who has which language in hand, and until when unless they save it again.',
    z.object({ items: z.array(z.object({ language, staffId: id, until: instant })) }),
  ),
});

const claim = createRoute({
  method: 'post',
  path: '/posts/{postId}/translations/{language}/claims',
  operationId: 'claimText',
  summary:
    'Take a text in hand, written or not: until half an hour after your last save nobody else writes in it',
  tags: ['posts'],
  ...creating(['author', 'translator'], 'posts:write'),
  request: { headers: onceHeaders, params },
  responses: created('You have it in hand.', z.object({ until: instant })),
});

const release = createRoute({
  method: 'delete',
  path: '/posts/{postId}/translations/{language}/claims',
  operationId: 'releaseText',
  summary: 'Give a text out of your hand',
  tags: ['posts'],
  ...guarded(['author', 'translator'], 'posts:write'),
  request: { params },
  responses: ok('Nobody has it in hand.', z.object({ postId: id, language })),
});

export function registerTranslations(api: AdminApi): void {
  api.openapi(read, async (c) => {
    const { postId, language: wanted } = c.req.valid('param');
    const post = await readPost(c.get('ctx'), postId);
    if (post === undefined) return refuse(c, { code: 'post-unknown' });
    const found = post.translations.find((one) => one.language === wanted);
    if (found === undefined) return refuse(c, { code: 'no-text', language: wanted });
    c.header('ETag', tagOfVersion(found.version));
    return c.json(presentText(found), 200);
  });

  api.openapi(edit, async (c) => {
    const { text, alt: shown } = c.req.valid('json');
    const result = await editPost(c.get('ctx'), {
      ...c.req.valid('param'),
      text,
      ...(shown !== undefined && { alt: shown }),
    });
    if (!result.ok) return refuse(c, result.refusal);
    c.header('ETag', tagOfVersion(result.value.version));
    return c.json(result.value, 200);
  });

  api.openapi(claims, async (c) => {
    const { postId } = c.req.valid('param');
    if ((await readPost(c.get('ctx'), postId)) === undefined) return refuse(c, { code: 'post-unknown' });
    const found = await listTextClaims(c.get('ctx'), postId);
    const items = found.map(({ language: claimed, staffId, expiresAt }) => ({
      language: claimed,
      staffId,
      until: expiresAt.toString(),
    }));
    return c.json({ items }, 200);
  });

  api.openapi(claim, async (c) => {
    const result = await claimText(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ until: result.value.until.toString() }, 201);
  });

  api.openapi(release, async (c) => {
    const result = await releaseText(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 200);
  });

  api.openapi(submit, async (c) => {
    const result = await submitPost(c.get('ctx'), {
      ...c.req.valid('param'),
      deferAlt: c.req.valid('json').deferAlt,
    });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });

  api.openapi(approvals, async (c) => {
    const { postId, language: wanted } = c.req.valid('param');
    const post = await readPost(c.get('ctx'), postId);
    if (post === undefined) return refuse(c, { code: 'post-unknown' });
    const found = post.translations.find((one) => one.language === wanted);
    if (found === undefined) return refuse(c, { code: 'no-text', language: wanted });
    return c.json(await approvalOutlook(c.get('ctx'), post, found), 200);
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

  api.openapi(settle, async (c) => {
    const result = await settleAlt(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ altSettledAt: result.value.settledAt.toString() }, 201);
  });

  api.openapi(withdraw, async (c) => {
    const result = await withdrawPost(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });
}

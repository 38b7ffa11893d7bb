import { createRoute, z } from '@hono/zod-openapi';
import { QUOTE_LINE_MAX, QUOTE_MAX } from '../../domain/card.ts';
import type { AccountId, CaseId, HearingId, IncidentId, MediaId, PostId } from '../../domain/ids.ts';
import type { StaffContext } from '../../services/context.ts';
import { createPost } from '../../services/posts/create.ts';
import type { TranslationRow } from '../../services/posts/find.ts';
import { listPosts, type Post, readPost } from '../../services/posts/read.ts';
import { setPostCard } from '../../services/posts/set-card.ts';
import { setPostEmbargo } from '../../services/posts/set-embargo.ts';
import { setPostKind } from '../../services/posts/set-kind.ts';
import { setPostPhoto } from '../../services/posts/set-photo.ts';
import { setPostSchedule } from '../../services/posts/set-schedule.ts';
import { setPostWarning } from '../../services/posts/set-warning.ts';
import type { AdminApi, AdminRequest } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { changeHeaders, tagOf } from '../middleware/unchanged.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, changing, conditional, created, creating, guarded, ok, tagged } from '../route.ts';
import { page, pageOf, pageQuery } from '../schemas/paging.ts';
import { alt, localisedInput, markdown, plainText, toLocalised } from '../schemas/text.ts';
import { moment } from '../schemas/time.ts';
import {
  contentWarning,
  id,
  idOf,
  instant,
  language,
  postKind,
  translationCheck,
  translationState,
} from '../schemas/words.ts';
import { lockedPost } from './post-standing.ts';

/** A post's text in one language. */
export const translation = z
  .object({
    language,
    state: translationState,
    check: translationCheck,
    version: z.int().openapi({
      description:
        'Rises with every edit; a decision names the one it is about. Between quotation marks it is the ETag of the text.',
    }),
    text: z.string(),
    alt: z.string().nullable().openapi({ description: 'What the image shows, in this language.' }),
    altDeferredAt: instant.nullable().openapi({
      description: 'When it was submitted without that, for an emergency; null once it was edited.',
    }),
    altSettledAt: instant.nullable().openapi({
      description: 'When somebody said that it stands by now where the text has gone out.',
    }),
    cardId: id.nullable().openapi({ description: 'Its card, in place of the image of all languages.' }),
    lastEditorId: id,
    approvalsNeeded: z.int().openapi({
      description: 'By how many people it had to be approved when it was last submitted; 1 before that.',
    }),
    editedAt: instant,
    publishedAt: instant.nullable(),
    retractedAt: instant.nullable().openapi({
      description: 'Since when nobody gets it any more who does not have it.',
    }),
  })
  .openapi('Translation');

const post = z
  .object({
    id,
    caseId: id,
    kind: postKind,
    state: translationState.openapi({ description: 'The furthest that any of its languages has come.' }),
    sourceLanguage: language,
    authorId: id,
    notBefore: instant.nullable(),
    notAfter: instant.nullable(),
    embargoUntil: instant.nullable().openapi({
      description:
        'Contacts of press lists get it before, with this moment stated on top; everybody else not.',
    }),
    warning: contentWarning.nullable(),
    mediaId: id.nullable().openapi({ description: 'The image that it carries in every language.' }),
    card: z
      .enum(['hearing', 'incident', 'quote'])
      .nullable()
      .openapi({ description: 'Of what each of its languages has a card instead.' }),
    createdAt: instant,
    readersLeftOut: z.array(language).openapi({
      description: 'Readers of these languages get nothing: there is no text in any language that they read.',
    }),
    translations: z.array(translation),
  })
  .openapi('Post');

/** Where a post goes beside its followers; nowhere else by default. */
export const whereTo = {
  accountIds: z
    .array(idOf<AccountId>())
    .max(100, 'are too many')
    .default([])
    .openapi({ description: 'Accounts, in the order of their turns.' }),
  gapSeconds: z
    .int('is not a whole number')
    .min(0, 'is negative')
    .max(86_400, 'is more than a day')
    .default(0)
    .openapi({ description: 'Between two accounts.' }),
};

const newPost = z
  .strictObject({
    caseId: idOf<CaseId>(),
    kind: postKind.default('update'),
    sourceLanguage: language,
    text: markdown,
    mediaId: idOf<MediaId>().nullable().default(null),
    alt: alt.nullable().default(null),
    notBefore: moment.nullable().default(null),
    notAfter: moment.nullable().default(null),
    embargoUntil: moment.nullable().default(null),
    warning: contentWarning.nullable().default(null),
    ...whereTo,
  })
  .openapi('NewPost');

const list = createRoute({
  method: 'get',
  path: '/posts',
  operationId: 'listPosts',
  summary: 'The posts of the campaign, newest first',
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { query: pageQuery<PostId>() },
  responses: ok('A page of posts.', pageOf(post)),
});

const create = createRoute({
  method: 'post',
  path: '/posts',
  operationId: 'createPost',
  summary: 'Write a post in its source language, as a draft',
  tags: ['posts'],
  ...creating(['author'], 'posts:write'),
  request: { headers: onceHeaders, body: body(newPost) },
  responses: created('The post was written.', z.object({ id })),
});

const read = createRoute({
  method: 'get',
  path: '/posts/{postId}',
  operationId: 'readPost',
  summary: 'A post with its text in every language',
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { params: z.object({ postId: idOf<PostId>() }) },
  responses: tagged('The post.', post),
});

const voided = z.object({ voided: z.int().openapi({ description: 'How many approvals it voided.' }) });

/** The post with all its texts: what is set here voids the approvals of all. */
async function standing(tx: StaffContext, c: AdminRequest): Promise<string | undefined> {
  const locked = await lockedPost(tx, c);
  const found = locked && (await readPost(tx, locked.id));
  return found && tagOf(present(found));
}

const photo = createRoute({
  method: 'put',
  path: '/posts/{postId}/photo',
  operationId: 'setPostPhoto',
  summary: 'Give a post its image, or none; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(z.strictObject({ mediaId: idOf<MediaId>().nullable() }).openapi('PostPhoto')),
  },
  responses: conditional(ok('The image is set.', voided)),
});

const schedule = createRoute({
  method: 'put',
  path: '/posts/{postId}/schedule',
  operationId: 'setPostSchedule',
  summary: 'Say when a post may go out; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(
      z
        .strictObject({
          notBefore: moment.nullable(),
          notAfter: moment.nullable(),
          embargoUntil: moment.nullable(),
        })
        .openapi('PostSchedule'),
    ),
  },
  responses: conditional(ok('It is set.', voided)),
});

const embargo = createRoute({
  method: 'put',
  path: '/posts/{postId}/embargo',
  operationId: 'setPostEmbargo',
  summary: 'Say until when only contacts may have a post; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(z.strictObject({ embargoUntil: moment.nullable() }).openapi('PostEmbargo')),
  },
  responses: conditional(ok('It is set.', voided)),
});

const warning = createRoute({
  method: 'put',
  path: '/posts/{postId}/warning',
  operationId: 'setPostWarning',
  summary: 'Say of what readers are warned; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(z.strictObject({ warning: contentWarning.nullable() }).openapi('PostWarning')),
  },
  responses: conditional(ok('It is set.', voided)),
});

const kind = createRoute({
  method: 'put',
  path: '/posts/{postId}/kind',
  operationId: 'setPostKind',
  summary: 'Say what a post is; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(z.strictObject({ kind: postKind }).openapi('PostKindChange')),
  },
  responses: conditional(ok('It is set.', voided)),
});

/** What somebody said, as a card shows it. */
export const quoteInput = z.strictObject({
  of: z.literal('quote'),
  words: localisedInput(QUOTE_MAX),
  who: localisedInput(QUOTE_LINE_MAX),
  source: plainText(QUOTE_LINE_MAX).nullable().default(null),
});

const card = createRoute({
  method: 'put',
  path: '/posts/{postId}/card',
  operationId: 'setPostCard',
  summary: 'Give each language of a post a card for its image; this voids the approvals of all its languages',
  description:
    'Of a hearing or an incident as it is in effect, or of what somebody said, drawn in the words of each text that the post has, which also become its alt text. PUT …/photo takes the cards away again.',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: z.object({ postId: idOf<PostId>() }),
    body: body(
      z
        .discriminatedUnion('of', [
          z.strictObject({ of: z.literal('hearing'), hearingId: idOf<HearingId>() }),
          z.strictObject({ of: z.literal('incident'), incidentId: idOf<IncidentId>() }),
          quoteInput,
        ])
        .openapi('PostCard'),
    ),
  },
  responses: conditional(ok('The cards are set.', voided)),
});

export function registerPosts(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { before, limit } = c.req.valid('query');
    const rows = await listPosts(c.get('ctx'), { before: before ?? null, limit: limit + 1 });
    return c.json(page(rows, limit, present), 200);
  });

  api.openapi(create, async (c) => {
    const result = await createPost(c.get('ctx'), c.req.valid('json'));
    if (!result.ok) return refuse(c, result.refusal);
    c.header('Location', `/api/admin/posts/${result.value.postId}`);
    return c.json({ id: result.value.postId }, 201);
  });

  api.openapi(card, async (c) => {
    const ctx = c.get('ctx');
    const { postId } = c.req.valid('param');
    const given = c.req.valid('json');
    const post = await readPost(ctx, postId);
    if (post === undefined) return refuse(c, { code: 'post-unknown' });
    const { sourceLanguage } = post;
    const wanted =
      given.of === 'quote'
        ? {
            ...given,
            words: toLocalised(given.words, sourceLanguage),
            who: toLocalised(given.who, sourceLanguage),
          }
        : given;
    const result = await setPostCard(ctx, { postId, card: wanted });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(photo, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostPhoto(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(schedule, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostSchedule(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(embargo, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostEmbargo(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(warning, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostWarning(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(kind, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostKind(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(read, async (c) => {
    const found = await readPost(c.get('ctx'), c.req.valid('param').postId);
    if (found === undefined) return refuse(c, { code: 'post-unknown' });
    const shown = present(found);
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });
}

/** A post's text in one language, as it is shown. */
export function presentText(text: TranslationRow): z.infer<typeof translation> {
  return {
    language: text.language,
    state: text.state,
    check: text.check,
    version: text.version,
    text: text.text,
    alt: text.alt,
    altDeferredAt: text.altDeferredAt?.toString() ?? null,
    altSettledAt: text.altSettledAt?.toString() ?? null,
    cardId: text.cardId,
    lastEditorId: text.lastEditorId,
    approvalsNeeded: text.approvalsNeeded,
    editedAt: text.editedAt.toString(),
    publishedAt: text.publishedAt?.toString() ?? null,
    retractedAt: text.retractedAt?.toString() ?? null,
  };
}

function present(found: Post): z.infer<typeof post> {
  return {
    id: found.id,
    caseId: found.caseId,
    kind: found.kind,
    state: found.state,
    sourceLanguage: found.sourceLanguage,
    authorId: found.authorId,
    notBefore: found.notBefore?.toString() ?? null,
    notAfter: found.notAfter?.toString() ?? null,
    embargoUntil: found.embargoUntil?.toString() ?? null,
    warning: found.warning,
    mediaId: found.mediaId,
    card: found.card?.of ?? null,
    createdAt: found.createdAt.toString(),
    readersLeftOut: [...found.readersLeftOut],
    translations: found.translations.map(presentText),
  };
}

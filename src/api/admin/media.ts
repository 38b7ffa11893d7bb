import { createRoute, z } from '@hono/zod-openapi';
import type { MediaId } from '../../domain/ids.ts';
import { PIXELS_MAX, type StoredImage, UPLOAD_MAX } from '../../domain/media.ts';
import { addMedia } from '../../services/media/add.ts';
import { readContent, readVisibleMedia } from '../../services/media/read.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { rateHeaders } from '../middleware/rate-limit.ts';
import { uploadTypes } from '../middleware/upload.ts';
import { refuse } from '../problem.ts';
import { anyRole, created, guarded, guardedUpload, ok, otherwise } from '../route.ts';
import { id, idOf } from '../schemas/words.ts';

const image = z
  .object({
    id,
    sha256: z.string().openapi({
      description: 'Of the bytes that are kept, in hexadecimal: what an approval is bound to.',
    }),
    contentType: z.literal('image/jpeg'),
    width: z.int(),
    height: z.int(),
    size: z.int().openapi({ description: 'In bytes.' }),
  })
  .openapi('Image');

const params = z.object({ mediaId: idOf<MediaId>() });
const binary = { schema: { type: 'string', format: 'binary' } } as const;

const add = createRoute({
  method: 'post',
  path: '/media',
  operationId: 'addMedia',
  summary: 'Upload an image for posts; it is kept without what the file told beside its pixels',
  description: `The bytes themselves, as JPEG, PNG or WebP: at most ${UPLOAD_MAX} of them and ${PIXELS_MAX} pixels. The same image uploaded again is the one that is there.`,
  tags: ['media'],
  ...guardedUpload(['author', 'translator'], 'media:write'),
  request: {
    headers: onceHeaders,
    body: { required: true, content: Object.fromEntries(uploadTypes.map((type) => [type, binary])) },
  },
  responses: created('The image as it is kept.', image),
});

const read = createRoute({
  method: 'get',
  path: '/media/{mediaId}',
  operationId: 'readMedia',
  summary: 'What is known of an image',
  tags: ['media'],
  ...guarded(anyRole, 'media:read'),
  request: { params },
  responses: ok('The image, without its bytes.', image),
});

const content = createRoute({
  method: 'get',
  path: '/media/{mediaId}/content',
  operationId: 'readMediaContent',
  summary: 'An image, as readers will get it',
  tags: ['media'],
  ...guarded(anyRole, 'media:read'),
  request: { params },
  responses: {
    200: { description: 'Its bytes.', headers: rateHeaders, content: { 'image/jpeg': binary } },
    default: otherwise,
  },
});

export function registerMedia(api: AdminApi): void {
  api.openapi(add, async (c) => {
    const upload = new Uint8Array(await c.req.arrayBuffer());
    const result = await addMedia(c.get('ctx'), { upload });
    if (!result.ok) return refuse(c, result.refusal);
    c.header('Location', `/api/admin/media/${result.value.mediaId}`);
    return c.json(present(result.value), 201);
  });

  api.openapi(read, async (c) => {
    const found = await readVisibleMedia(c.get('ctx'), c.req.valid('param').mediaId);
    return found === undefined ? refuse(c, { code: 'media-unknown' }) : c.json(present(found), 200);
  });

  api.openapi(content, async (c) => {
    const found = await readVisibleMedia(c.get('ctx'), c.req.valid('param').mediaId);
    const bytes = found && (await readContent(c.get('ctx'), found));
    if (!bytes) return refuse(c, { code: 'media-unknown' });
    return c.body(bytes, 200, { 'Content-Type': found.contentType });
  });
}

function present({ mediaId, ...known }: StoredImage): z.infer<typeof image> {
  return { id: mediaId, ...known };
}

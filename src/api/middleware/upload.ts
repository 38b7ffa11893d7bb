import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { UPLOAD_MAX } from '../../domain/media.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/** What an image may be sent as. What it is, its bytes tell. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

const limit = bodyLimit({
  maxSize: UPLOAD_MAX,
  onError: (c) => {
    // The rest of the body is not read, so the connection cannot carry another request.
    c.header('Connection', 'close');
    return refuse(c, { code: 'image-too-large', limit: UPLOAD_MAX });
  },
});

const type = createMiddleware<AdminEnv>(async (c, next) => {
  const told = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (!uploadTypes.some((known) => known === told)) return refuse(c, { code: 'upload-type-unknown' });
  return next();
});

/** For routes that take a file as their body: its type first, so that nothing else is read at all. */
export const readUpload = every(type, limit);

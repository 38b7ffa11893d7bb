import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import type { HearingFileFormat } from '../../domain/hearing-file/read.ts';
import { FILE_MAX } from '../../domain/hearing-file/said.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/** What a file of hearings may be sent as. */
export const fileTypes = {
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'application/json': 'json',
} as const satisfies Record<string, HearingFileFormat>;

/** In which format a file was sent, by the header; null for another. */
export function fileFormat(contentType: string | undefined): HearingFileFormat | null {
  const told = contentType?.split(';')[0]?.trim().toLowerCase();
  return Object.entries(fileTypes).find(([type]) => type === told)?.[1] ?? null;
}

const limit = bodyLimit({
  maxSize: FILE_MAX,
  onError: (c) => {
    // The rest of the body is not read, so the connection cannot carry another request.
    c.header('Connection', 'close');
    return refuse(c, { code: 'body-too-large', limit: FILE_MAX });
  },
});

const type = createMiddleware<AdminEnv>(async (c, next) => {
  if (fileFormat(c.req.header('Content-Type')) === null) return refuse(c, { code: 'file-type-unknown' });
  return next();
});

/** For routes that take a file of hearings as their body: its type first, so that nothing else is read at all. */
export const readFile = every(type, limit);

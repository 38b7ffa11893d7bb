import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isRecord } from '../domain/is-record.ts';
import type { Upload } from '../http/multipart.ts';

/** The parameters of a call with the files taken out of them, as the transport wants them. */
export interface TakenUploads {
  readonly params: Record<string, unknown>;
  readonly uploads: Record<string, Upload>;
}

/**
 * Takes telegraf's files (`{ source, filename? }`, alone, as `media` or as `thumbnail`, in lists too) out of a
 * payload and leaves references to them. A file given as `{ url }` for us to fetch is refused: give Telegram the
 * address as a string and it fetches it itself. Throws when a path cannot be read.
 */
export async function takeUploads(payload: object): Promise<TakenUploads> {
  const uploads: Record<string, Upload> = {};

  async function take(file: Source): Promise<string> {
    const name = `file${Object.keys(uploads).length}`;
    // Reserved before the file is opened, so that files of one list never get one name.
    uploads[name] = NOT_YET_READ;
    uploads[name] = await read(file);
    return `attach://${name}`;
  }

  async function replace(value: unknown): Promise<unknown> {
    if (isSource(value)) return take(value);
    if (Array.isArray(value)) return Promise.all(value.map(replaceInMedia));
    return replaceInMedia(value);
  }

  async function replaceInMedia(item: unknown): Promise<unknown> {
    if (!isRecord(item) || !('media' in item)) return item;
    const replaced: Record<string, unknown> = { ...item };
    for (const field of ['media', 'thumbnail'] as const) {
      const file = item[field];
      if (isFetchedByUs(file)) throw new Error('A file to upload must be given as source, not as url');
      if (isSource(file)) replaced[field] = await take(file);
    }
    return replaced;
  }

  const params: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (value === undefined || value === null) continue;
    if (FILE_PARAMETERS.has(name) && isFetchedByUs(value)) {
      throw new Error('A file to upload must be given as source, not as url');
    }
    params[name] = await replace(value);
  }
  return { params, uploads };
}

type Source = { readonly source: unknown; readonly filename?: unknown };

const NOT_YET_READ: Upload = { content: new Uint8Array(0), filename: 'file' };

/** The parameters that take a file themselves (Bot API 10.3); `url` means something else in the others. */
const FILE_PARAMETERS = new Set([
  'animation',
  'audio',
  'certificate',
  'document',
  'photo',
  'sticker',
  'thumbnail',
  'video',
  'video_note',
  'voice',
]);

async function read({ source, filename }: Source): Promise<Upload> {
  const named = typeof filename === 'string' ? filename : undefined;
  if (typeof source === 'string') {
    return { content: await openAsBlob(source), filename: named ?? basename(source) };
  }
  if (source instanceof Uint8Array) {
    return { content: new Uint8Array(source), filename: named ?? 'file' };
  }
  // Read to its end first: only then is the length known, and a stream that fails has sent nothing.
  if (source instanceof Readable) {
    return { content: new Uint8Array(await buffer(source)), filename: named ?? 'file' };
  }
  throw new TypeError('The source of a file to upload must be a path, bytes or a readable stream');
}

function isSource(value: unknown): value is Source {
  return isRecord(value) && 'source' in value;
}

function isFetchedByUs(value: unknown): boolean {
  return isRecord(value) && typeof value.url === 'string' && !('type' in value);
}

import type { MediaId } from '../domain/ids.ts';
import type { Photo } from '../domain/media.ts';
import { safeError } from '../domain/safe-error.ts';
import type { Context } from '../services/context.ts';
import { forgetFileId, keepFileId, readFileId } from '../services/media/file-ids.ts';
import { readContent } from '../services/media/read.ts';
import type { CallOptions, Transport } from '../telegram/transport.ts';
import type { Answer } from './answers.ts';
import { type PhotoRequest, withFile } from './prepare.ts';

/** Images that are kept in mind, with room: of what runs there are few. */
const MOST = 256;
/** An upload takes as long as a slow line takes for some megabytes. */
const UPLOAD_TIMEOUT_MS = 120_000;
/** The form's field that holds the file. */
const FIELD = 'image';

/** How an image goes with a call: by Telegram's name for it, or with its bytes, which is then done by nobody else. */
type Way = { readonly fileId: string } | { readonly uploaded: (fileId: string | null) => void };

/**
 * Sends what carries a photo. The first call of an image brings its bytes; those that come meanwhile wait for it, and
 * then all name it as Telegram does. A name that Telegram knows no more is forgotten, and the bytes go once again.
 */
export class Photos {
  readonly #ctx: Context;
  readonly #transport: Transport;
  readonly #names = new Map<MediaId, string>();
  /** What somebody is about to find out: which ends with or without a name. */
  readonly #pending = new Map<MediaId, Promise<void>>();
  /** Those that the database was asked for. */
  readonly #asked = new Set<MediaId>();

  constructor(ctx: Context, transport: Transport) {
    this.#ctx = ctx;
    this.#transport = transport;
  }

  /** Makes the call. Like the transport's it never rejects for what the network, Telegram or the database do. */
  async send(request: PhotoRequest, options: CallOptions): Promise<Answer> {
    try {
      const { answer, lost } = await this.#try(request, options);
      if (lost === null) return answer;
      await this.#forget(request.photo, lost);
      // Nothing of the first was carried out: Telegram refused it for the name.
      return (await this.#try(request, options)).answer;
    } catch (error) {
      this.#ctx.log.warn('photo-not-read', { error: safeError(error) });
      return { kind: 'unsent', code: 'DATABASE' };
    }
  }

  /** `lost`: the name by which Telegram no longer knows the image. */
  async #try(
    request: PhotoRequest,
    options: CallOptions,
  ): Promise<{ readonly answer: Answer; readonly lost: string | null }> {
    const way = await this.#way(request.photo);
    if ('uploaded' in way) return { answer: await this.#upload(request, options, way.uploaded), lost: null };
    const params = withFile(request, way.fileId);
    const answer: Answer = await this.#transport.call(request.method, params, options);
    return { answer, lost: isLost(answer) ? way.fileId : null };
  }

  async #way({ mediaId }: Photo): Promise<Way> {
    for (;;) {
      const pending = this.#pending.get(mediaId);
      if (pending !== undefined) {
        await pending;
        continue;
      }
      const known = this.#names.get(mediaId);
      if (known !== undefined) return { fileId: known };
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#pending.set(mediaId, promise);
      const found = (fileId: string | null) => {
        if (fileId !== null) this.#remember(mediaId, fileId);
        this.#pending.delete(mediaId);
        resolve();
      };
      if (this.#asked.has(mediaId)) return { uploaded: found };
      await this.#ask(mediaId, found);
    }
  }

  async #ask(mediaId: MediaId, found: (fileId: string | null) => void): Promise<void> {
    let fileId: string | null = null;
    try {
      fileId = await readFileId(this.#ctx, mediaId);
      this.#asked.add(mediaId);
    } finally {
      found(fileId);
    }
  }

  async #upload(
    request: PhotoRequest,
    options: CallOptions,
    uploaded: (fileId: string | null) => void,
  ): Promise<Answer> {
    let fileId: string | null = null;
    try {
      const content = await readContent(this.#ctx, request.photo);
      // Gone, or not what was approved: it goes to nobody, and neither does what it stands with.
      if (content === null) return { kind: 'refused', refusal: { class: 'content', code: 'image-changed' } };
      const answer: Answer = await this.#transport.call(
        request.method,
        withFile(request, `attach://${FIELD}`),
        {
          ...options,
          timeoutMs: UPLOAD_TIMEOUT_MS,
          uploads: { [FIELD]: { content, filename: 'image.jpg' } },
        },
      );
      if (answer.kind === 'done') fileId = fileIdOf(answer.result);
      return answer;
    } finally {
      uploaded(fileId);
      if (fileId !== null) await this.#keep(request.photo, fileId);
    }
  }

  /** Its message is out: that the name could not be recorded costs one more upload some day. */
  async #keep({ mediaId }: Photo, fileId: string): Promise<void> {
    try {
      await keepFileId(this.#ctx, { mediaId, fileId });
    } catch (error) {
      this.#ctx.log.warn('file-id-not-kept', { error: safeError(error) });
    }
  }

  async #forget({ mediaId }: Photo, fileId: string): Promise<void> {
    // Somebody may have forgotten it before us, and uploaded the image since.
    if (this.#names.get(mediaId) !== fileId) return;
    this.#names.delete(mediaId);
    await forgetFileId(this.#ctx, { mediaId, fileId });
  }

  #remember(mediaId: MediaId, fileId: string): void {
    this.#names.set(mediaId, fileId);
    const oldest = this.#names.keys().next();
    if (this.#names.size <= MOST || oldest.done) return;
    this.#names.delete(oldest.value);
    this.#asked.delete(oldest.value);
  }
}

function isLost(answer: Answer): boolean {
  if (answer.kind !== 'refused') return false;
  return answer.refusal.class === 'content' && answer.refusal.code === 'file';
}

/** Telegram's name for the photo of a message: of its sizes the last is the largest (Bot API 10.3, `Message.photo`). */
function fileIdOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('photo' in message)) return null;
  const largest: unknown = Array.isArray(message.photo) ? message.photo.at(-1) : null;
  if (typeof largest !== 'object' || largest === null || !('file_id' in largest)) return null;
  return typeof largest.file_id === 'string' ? largest.file_id : null;
}

import { createHash } from 'node:crypto';
import type { UploadedFile } from './multipart.ts';

/** A file that was uploaded once and can be sent again by its file_id. */
export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly bot: number;
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** How many requests brought it. */
  uploads: number;
}

/** The files that bots uploaded. A file_id belongs to one bot and to one kind of file, as with Telegram. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  /** How often all was forgotten: what is uploaded again has another file_id then. */
  #forgotten = 0;

  add(bot: number, kind: StoredFile['kind'], file: UploadedFile): StoredFile {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const id = `${kind === 'photo' ? 'AgAC' : 'BQAC'}${createHash('sha256').update(`${bot} ${kind} ${sha256} ${file.name} ${this.#forgotten}`).digest('base64url')}`;
    const known = this.#files.get(id);
    if (known !== undefined) {
      known.uploads += 1;
      return known;
    }
    const stored: StoredFile = {
      id,
      uniqueId: `AQAD${sha256.slice(0, 16)}`,
      bot,
      kind,
      name: file.name,
      contentType: file.contentType,
      size: file.bytes.length,
      sha256,
      // A copy: the upload is a view of the whole request.
      bytes: Buffer.from(file.bytes),
      uploads: 1,
    };
    this.#files.set(id, stored);
    return stored;
  }

  find(bot: number, id: string): StoredFile | undefined {
    const file = this.#files.get(id);
    return file?.bot === bot ? file : undefined;
  }

  /** Every file_id that was given out names nothing any more, as after a move of a bot's files at Telegram. */
  forget(): void {
    this.#files.clear();
    this.#forgotten += 1;
  }

  list(): readonly StoredFile[] {
    return [...this.#files.values()];
  }
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

/** A file that goes with a form. */
export interface Upload {
  readonly content: Uint8Array<ArrayBuffer> | Blob;
  readonly filename: string;
  /** What is in it; where nothing is said, any bytes. */
  readonly type?: string;
}

/** Fields and files by their names. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Upload>>;
}

const LINE = '\r\n';

/**
 * Fields and files as a form (RFC 7578), to the letter. What the web calls FormData writes every line break of a field
 * anew, as two characters: what stands on a network would then be other words than those that were approved, and entities,
 * which are told by offsets, would lie on other words of a caption than those that they were made for.
 */
export function multipart({ fields, files }: Form): {
  readonly body: Readable;
  readonly headers: Readonly<Record<string, string>>;
} {
  const boundary = `----bray-${randomUUID()}`;
  const head = (name: string, more: string) =>
    Buffer.from(
      `--${boundary}${LINE}content-disposition: form-data; name="${quoted(name)}"${more}${LINE}${LINE}`,
    );
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) => [head(name, ''), Buffer.from(value + LINE)]),
    ...Object.entries(files).flatMap(([name, { content, filename, type = 'application/octet-stream' }]) => [
      head(name, `; filename="${quoted(filename)}"${LINE}content-type: ${type}`),
      content,
      Buffer.from(LINE),
    ]),
    Buffer.from(`--${boundary}--${LINE}`),
  ];
  const length = parts.reduce((sum, part) => sum + (part instanceof Blob ? part.size : part.length), 0);
  return {
    body: Readable.from(bytesOf(parts), { objectMode: false }),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(length),
    },
  };
}

async function* bytesOf(parts: readonly (Uint8Array | Blob)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Blob) yield* part.stream();
    else yield part;
  }
}

/** As HTML's standard has it: what would end the name or its line is written otherwise. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

/** A file that goes with a call. Refer to it in the parameters as `attach://<name>`, or name it as the parameter. */
export interface Upload {
  readonly content: Uint8Array<ArrayBuffer> | Blob;
  readonly filename: string;
}

const LINE = '\r\n';

/**
 * Fields and files as a form (RFC 7578), to the letter. What the web calls FormData writes every line break of a field
 * anew, as two characters: entities, which are told by offsets, would then lie on other words of a caption than those that
 * they were made for.
 */
export function multipart(
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Upload>>,
): { readonly body: Readable; readonly headers: Readonly<Record<string, string>> } {
  const boundary = `----bray-${randomUUID()}`;
  const head = (name: string, more: string) =>
    Buffer.from(
      `--${boundary}${LINE}content-disposition: form-data; name="${quoted(name)}"${more}${LINE}${LINE}`,
    );
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) => [head(name, ''), Buffer.from(value + LINE)]),
    ...Object.entries(files).flatMap(([name, { content, filename }]) => [
      head(name, `; filename="${quoted(filename)}"${LINE}content-type: application/octet-stream`),
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

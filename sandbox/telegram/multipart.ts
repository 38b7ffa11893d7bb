/** A file of a multipart request. */
export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface Multipart {
  readonly fields: ReadonlyMap<string, Buffer>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Reads a multipart/form-data body; null when it is not one. */
export function readMultipart(body: Buffer, contentType: string): Multipart | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return null;
  const fields = new Map<string, Buffer>();
  const files = new Map<string, UploadedFile>();
  const separator = Buffer.from(`--${name}`);
  let at = body.indexOf(separator);
  if (at < 0) return null;
  for (;;) {
    const start = at + separator.length;
    if (body.toString('latin1', start, start + 2) === '--') return { fields, files };
    const end = body.indexOf(`\r\n--${name}`, start, 'latin1');
    const headEnd = body.indexOf('\r\n\r\n', start, 'latin1');
    if (end < 0 || headEnd < 0 || headEnd > end) return null;
    const part = readPartHead(body.toString('utf8', start, headEnd));
    if (part === null) return null;
    const content = body.subarray(headEnd + 4, end);
    if (part.fileName === undefined) fields.set(part.name, content);
    else files.set(part.name, { name: part.fileName, contentType: part.contentType, bytes: content });
    at = end + 2;
  }
}

interface PartHead {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly contentType: string;
}

function readPartHead(head: string): PartHead | null {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1];
  const name = disposition === undefined ? undefined : /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (disposition === undefined || name === undefined) return null;
  return {
    name,
    fileName: /;\s*filename="([^"]*)"/i.exec(disposition)?.[1],
    contentType: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream',
  };
}

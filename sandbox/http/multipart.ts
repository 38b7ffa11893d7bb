/** One part of a form. */
export interface FormPart {
  readonly filename: string | null;
  readonly type: string | null;
  readonly content: Buffer;
}

/** The parts of a multipart form by their names (RFC 7578); null for what is not one. */
export function readForm(contentType: string | undefined, body: Buffer): Map<string, FormPart> | null {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return null;
  const parts = new Map<string, FormPart>();
  const pieces = body.toString('latin1').split(`--${boundary}`);
  if (pieces.length < 3 || !pieces.at(-1)?.startsWith('--')) return null;
  for (const piece of pieces.slice(1, -1)) {
    const end = piece.indexOf('\r\n\r\n');
    const head = Buffer.from(piece.slice(0, end), 'latin1').toString('utf8');
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (end < 0 || name === undefined) return null;
    parts.set(name, {
      filename: /filename="([^"]*)"/.exec(head)?.[1] ?? null,
      type: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? null,
      content: Buffer.from(piece.slice(end + 4, -2), 'latin1'),
    });
  }
  return parts;
}

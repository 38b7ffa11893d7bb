import type { ConsoleRequest } from './env.ts';

/** What a browser sent with the form of a post's image. */
export interface ImageForm {
  readonly basedOn: string;
  /** Its bytes; empty where no file was chosen. */
  readonly upload: Uint8Array<ArrayBuffer>;
}

/** What may be chosen, by the names that they have everywhere. */
export const imageKinds = ['JPEG', 'PNG', 'WebP'] as const;

/** The names of its fields. */
export const imageFields = { basedOn: 'basedOn', file: 'image' } as const;

/** Reads a form with a file; null for what is none: another type, one that broke off, or without its fields. */
export async function readImageForm(c: ConsoleRequest): Promise<ImageForm | null> {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header('Content-Type') ?? '')) return null;
  const form = await parsed(c);
  const basedOn = form?.get(imageFields.basedOn);
  const file = form?.get(imageFields.file);
  if (typeof basedOn !== 'string' || basedOn === '' || file === undefined || file === null) return null;
  // Where no file was chosen some send an empty field instead of a file without a name.
  if (typeof file === 'string') return file === '' ? { basedOn, upload: new Uint8Array() } : null;
  return { basedOn, upload: new Uint8Array(await file.arrayBuffer()) };
}

/** The parser tells by a `TypeError` that a body is not what its type says (Fetch Standard, "formData()"). */
async function parsed(c: ConsoleRequest): Promise<FormData | null> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Sealed lengths come in steps of this many bytes: every chat id, short or long, has the same length. */
export const PADDING_STEP = 32;

/** Appends 0x80 and zeros up to the next step (ISO/IEC 7816-4), so that the length tells nothing. */
export function pad(plain: Uint8Array): Buffer {
  const padded = Buffer.alloc(Math.ceil((plain.length + 1) / PADDING_STEP) * PADDING_STEP);
  padded.set(plain);
  padded[plain.length] = 0x80;
  return padded;
}

/** What was padded; null for anything that `pad` did not make. */
export function unpad(padded: Buffer): Buffer | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== 0x80 || padded.length - end > PADDING_STEP) return null;
  return padded.subarray(0, end);
}

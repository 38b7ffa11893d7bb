const utf8 = new TextEncoder();

/** Bytes of UTF-8. */
export function countBytes(text: string): number {
  return utf8.encode(text).length;
}

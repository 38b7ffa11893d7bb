/** Whether bytes begin as those of a JPEG do. */
export function isJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff));
}

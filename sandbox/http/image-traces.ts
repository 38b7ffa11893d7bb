/**
 * What a JPEG tells beside its pixels, by the segments in its head (ITU-T T.81, B.1.1.3): EXIF and XMP (APP1), colour
 * profiles (APP2), IPTC (APP13), comments; of another kind of image, whether it holds what tags begin with. Nothing of it
 * may reach anybody; null: it tells nothing.
 */
export function traceIn(bytes: Buffer): string | null {
  if (bytes.length < 2 || bytes.readUInt16BE(0) !== 0xffd8)
    return /exif|xmp|[it]txt|adobe/i.test(bytes.toString('latin1')) ? 'a tag' : null;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    // From here on there are pixels.
    if (marker === 0xffda) return null;
    if (marker === 0xfffe) return 'a comment';
    const isOwn = marker === 0xffe0 || marker === 0xffee;
    if (marker >= 0xffe0 && marker <= 0xffef && !isOwn) return `APP${marker - 0xffe0}`;
  }
  return null;
}

import sharp from 'sharp';
import { traceIn } from '../../sandbox/http/image-traces.ts';

/** A JPEG as a camera and an editor leave one: with where it was taken and by whom, which nobody may get. */
export async function taggedImage(background: string, width = 9, height = width): Promise<Buffer> {
  const upload = await sharp({ create: { width, height, channels: 3, background } })
    .withExif({
      IFD0: { Artist: 'Nobody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 33/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Nobody</a></x:xmpmeta>')
    .jpeg()
    .toBuffer();
  if (traceIn(upload) === null) throw new Error('The upload tells nothing that could be taken away.');
  return upload;
}

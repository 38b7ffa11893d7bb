import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeImage, sha256Of } from '../../../src/services/media/image.ts';

/** A picture of red above blue, so that it can be told which side is up. */
function picture(width = 60, height = 40): Sharp {
  const blue = sharp({ create: { width, height, channels: 3, background: '#0000ff' } });
  const red = { create: { width, height: height >> 1, channels: 3, background: '#ff0000' } } as const;
  return blue.composite([{ input: red, gravity: 'north' }]);
}

async function made(upload: Uint8Array) {
  const result = await makeImage(upload);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function refusal(upload: Uint8Array) {
  const result = await makeImage(upload);
  return result.ok ? null : result.refusal;
}

/** A whole PNG of black and white, all black: some kilobytes, however many pixels. */
function blackPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 1 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('an image that is kept', () => {
  const secret = 'Ilham, Baku, 40.4093 N';

  test.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s holds its pixels and nothing else of it',
    async (format) => {
      const upload = await picture()
        .withExif({
          IFD0: { Artist: secret, ImageDescription: secret },
          IFD3: { GPSAreaInformation: secret },
        })
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer();
      expect(upload.includes('Ilham')).toBe(true);
      const { content, contentType, sha256, size, width, height } = await made(upload);
      expect({ contentType, width, height, size }).toEqual({
        contentType: 'image/jpeg',
        width: 60,
        height: 40,
        size: content.length,
      });
      expect(sha256).toBe(sha256Of(content));
      const bytes = Buffer.from(content);
      for (const trace of ['Ilham', 'Baku', 'Exif', 'ICC_PROFILE', 'ns.adobe.com', 'xmpmeta', 'Photoshop']) {
        expect(bytes.includes(trace), trace).toBe(false);
      }
      const { exif, icc, xmp, iptc, comments } = await sharp(content).metadata();
      expect({ exif, icc, xmp, iptc, comments }).toEqual({});
    },
  );

  test('stands as the camera held it, without the note that says so', async () => {
    const upload = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { content, width, height } = await made(upload);
    expect({ width, height }).toEqual({ width: 40, height: 60 });
    const { data } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    // A quarter turn to the right: what was above is on the right.
    expect([data[0]! < 60, data[(40 - 1) * 3]! > 200]).toEqual([true, true]);
  });

  test('is no larger than anybody shows it, and none is made larger', async () => {
    expect(await made(await picture(4000, 1000).jpeg().toBuffer())).toMatchObject({
      width: 2560,
      height: 640,
    });
    expect(await made(await picture(10, 10).png().toBuffer())).toMatchObject({ width: 10, height: 10 });
  });

  test('has white where the upload had nothing', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const upload = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { data } = await sharp((await made(upload)).content)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('of four printing inks is one of three lights, in the same colours', async () => {
    const upload = await picture().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect(await sharp(upload).metadata()).toMatchObject({ space: 'cmyk', channels: 4 });
    const { content } = await made(upload);
    expect(await sharp(content).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    const { data } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0, blue = 0] = data;
    expect([red > 180, green < 90, blue < 90]).toEqual([true, true, true]);
  });

  test('is the same when the same is uploaded again', async () => {
    const upload = await picture().png().toBuffer();
    expect((await made(upload)).sha256).toBe((await made(upload)).sha256);
  });
});

describe('an upload is refused', () => {
  test('without a byte', async () => {
    expect(await refusal(new Uint8Array())).toEqual({ code: 'image-empty' });
  });

  test.each([
    ['a document under the name of an image', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
    ['a drawing, which can hold programs', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['anything', 'no image'],
    ['the beginning of a JPEG', '\xff\xd8\xff\xe0'],
  ])('that is %s', async (_, text) => {
    expect(await refusal(Buffer.from(text, 'latin1'))).toEqual({ code: 'image-unreadable' });
  });

  test.each(['gif', 'tiff'] as const)(
    'that is a %s: only what everybody needs is decoded',
    async (format) => {
      expect(
        await refusal(
          await sharp(await picture().png().toBuffer())
            .toFormat(format)
            .toBuffer(),
        ),
      ).toEqual({
        code: 'image-unreadable',
      });
    },
  );

  test('that is cut off', async () => {
    const noise = {
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    } as const;
    const whole = await sharp(noise).png().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length >> 1))).toEqual({ code: 'image-unreadable' });
  });

  test('of 200 million pixels, by what its head says and before one of them is decoded', async () => {
    const upload = blackPng(20_000, 10_000);
    expect(upload.length).toBeLessThan(200_000);
    const began = performance.now();
    expect(await refusal(upload)).toEqual({
      code: 'image-too-many-pixels',
      pixels: 200_000_000,
      limit: 60_000_000,
    });
    // To decode them takes seconds.
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await refusal(blackPng(3000, 1000))).toBeNull();
  });

  test('of more bytes than one of a camera has', async () => {
    expect(await refusal(new Uint8Array(10 * 1_048_576 + 1))).toEqual({
      code: 'image-too-large',
      limit: 10 * 1_048_576,
    });
  });

  test('that moves', async () => {
    const frames = await Promise.all([
      picture(8, 8).png().toBuffer(),
      picture(8, 8).negate().png().toBuffer(),
    ]);
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect(await refusal(moving)).toEqual({ code: 'image-moves' });
  });

  test('that moves and is a PNG, of which the decoder sees the first picture only', async () => {
    const still = await picture(8, 8).png().toBuffer();
    const control = Buffer.alloc(20);
    control.writeUInt32BE(8, 0);
    control.write('acTL', 4, 'latin1');
    control.writeUInt32BE(2, 8);
    control.writeUInt32BE(crc32(control.subarray(4, 16)), 16);
    // Behind the header: 8 bytes of signature, 25 of IHDR.
    const moving = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
    expect(await refusal(moving)).toEqual({ code: 'image-moves' });
    expect(await refusal(still)).toBeNull();
  });

  test('that is a line', async () => {
    expect(await refusal(await picture(410, 20).png().toBuffer())).toEqual({
      code: 'image-too-narrow',
      limit: 20,
    });
  });
});

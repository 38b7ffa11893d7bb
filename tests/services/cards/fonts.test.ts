import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { bringFonts } from '../../../src/services/cards/fonts.ts';

vi.mock('node:os', async (original) => {
  const real = await original<typeof import('node:os')>();
  return { ...real, tmpdir: vi.fn(real.tmpdir) };
});

test('fonts that could not be brought are brought the next time', async () => {
  vi.mocked(tmpdir).mockReturnValueOnce('/no/such/folder');
  await expect(bringFonts()).rejects.toThrow('ENOENT');
  await expect(bringFonts()).resolves.toBeUndefined();
});

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** `line-process.ts` with all that it imports in one file: it starts in a sixth of the processor's time. */
export interface LineProgram {
  readonly path: string;
  /** For the children's environment: node keeps there what it compiled. */
  readonly env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

export async function bundleLine(): Promise<LineProgram> {
  // Below node_modules: what is left out of the bundle is found from there.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'line-'));
  const bundle = await rolldown({
    input: fileURLToPath(new URL('line-process.ts', import.meta.url)),
    platform: 'node',
    // Native code is in no bundle.
    external: ['sharp'],
    logLevel: 'silent',
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'line.mjs' });
  await bundle.close();
  return {
    path: join(folder, 'line.mjs'),
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

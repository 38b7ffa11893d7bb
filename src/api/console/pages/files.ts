import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ConsoleRoute } from '../route.ts';

const ours = (name: string) => new URL(`../files/${name}`, import.meta.url);

const scripts = 'text/javascript; charset=utf-8';
const files: readonly (readonly [name: string, at: () => URL | string, type: string])[] = [
  ['style.css', () => ours('style.css'), 'text/css; charset=utf-8'],
  ['icon.svg', () => ours('icon.svg'), 'image/svg+xml'],
  ['passkey.js', () => ours('passkey.js'), scripts],
  [
    'webauthn.js',
    () =>
      fileURLToPath(import.meta.resolve('@simplewebauthn/browser')).replace(
        /esm[/\\]index\.js$/,
        'dist/bundle/index.umd.min.js',
      ),
    scripts,
  ],
];

/** What pages need to look right, and to reach a key. */
export const fileRoutes: readonly ConsoleRoute[] = files.map(([name, at, type]) => ({
  method: 'get',
  path: `/${name}`,
  roles: 'nobody',
  handle: async (c) =>
    c.body(new Uint8Array(await readFile(at())), 200, {
      'Content-Type': type,
      'Cache-Control': 'max-age=3600',
    }),
}));

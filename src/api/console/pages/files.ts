import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { icon, sheetWith } from '../../look/files.ts';
import type { ConsoleRoute } from '../route.ts';

const ours = (name: string) => new URL(`../files/${name}`, import.meta.url);

const scripts = 'text/javascript; charset=utf-8';
const files: readonly (readonly [name: string, read: () => Promise<string>, type: string])[] = [
  ['style.css', () => sheetWith(ours('style.css')), 'text/css; charset=utf-8'],
  ['icon.svg', icon, 'image/svg+xml'],
  ['passkey.js', () => readFile(ours('passkey.js'), 'utf8'), scripts],
  ['editor.js', () => readFile(ours('editor.js'), 'utf8'), scripts],
  ['progress.js', () => readFile(ours('progress.js'), 'utf8'), scripts],
  ['webauthn.js', () => readFile(webauthn(), 'utf8'), scripts],
];

function webauthn(): string {
  return fileURLToPath(import.meta.resolve('@simplewebauthn/browser')).replace(
    /esm[/\\]index\.js$/,
    'dist/bundle/index.umd.min.js',
  );
}

/** What pages need to look right, and to reach a key. */
export const fileRoutes: readonly ConsoleRoute[] = files.map(([name, read, type]) => ({
  method: 'get',
  path: `/${name}`,
  roles: 'nobody',
  handle: async (c) =>
    c.body(await read(), 200, {
      'Content-Type': type,
      'Cache-Control': 'max-age=3600',
    }),
}));

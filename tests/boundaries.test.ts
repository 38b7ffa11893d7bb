import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from './helpers/imports.ts';

const ROOT = new URL('..', import.meta.url);

function project(...patterns: string[]): Map<string, string> {
  const paths = globSync(patterns, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}

describe('this project', () => {
  const files = project(
    'src/**/*.{ts,mts,mjs,js}',
    'sandbox/**/*.{ts,mts,mjs,js}',
    'demo/**/*.{ts,mts,mjs,js}',
  );

  test('is read at all', () => {
    expect(files.has('src/domain/clock.ts')).toBe(true);
    expect(files.size).toBeGreaterThan(50);
  });

  test('keeps the import table and has no circles', () => {
    expect(judge(files)).toEqual([]);
  });

  test('has a line in the import table for each of its folders', () => {
    const folders = new Set(
      [...files.keys()].filter((path) => /^src\/[^/]+\//.test(path)).map((path) => path.split('/')[1]),
    );
    for (const folder of folders) {
      // A folder without a line may import nothing, and nothing but main and cli may import it.
      const probe = new Map([[`src/${folder}/probe.ts`, "import '../domain/clock.ts';"]]);
      expect(judge(probe), `src/${folder}`).toEqual([]);
    }
  });

  test('says follow, follower and subscriber, never the other word', () => {
    const word = /subscription/i;
    const texts = new Map([...project('src/**/*.ts', 'demo/**/*.ts', 'drizzle/*.sql')]);
    const lines = [...texts].flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (word.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(lines).toEqual([]);
  });
});

describe('the judge', () => {
  const one = (path: string, text: string) => judge(new Map([[path, text]]));

  test.each([
    ["import { x } from '../services/a.ts';"],
    ["import '../services/a.ts';"],
    ["import type { X } from '../services/a.ts';"],
    ["import { type X } from '../services/a.ts';"],
    ["import x, * as y from '../services/a.ts';"],
    ["export { x } from '../services/a.ts';"],
    ["export type { X } from '../services/a.ts';"],
    ["export * from '../services/a.ts';"],
    ["export * as y from '../services/a.ts';"],
    ["const x = await import('../services/a.ts');"],
    ['const x = await import(`../services/a.ts`);'],
    ["type X = import('../services/a.ts').X;"],
    ["let x: typeof import('../services/a.ts');"],
    ["import x = require('../services/a.ts');"],
    ["const x = require('../services/a.ts');"],
    ["const x = new URL('../services/a.ts', import.meta.url);"],
    ["import { x } from '../../src/services/a.ts';"],
    ["import { x } from './../services/deep/a.ts';"],
  ])('refuses in domain: %s', (text) => {
    expect(one('src/domain/probe.ts', text)).toEqual([
      expect.stringMatching(/^src\/domain\/probe\.ts:1 .*domain may not import services$/),
    ]);
  });

  test('is not taken in by comments and strings', () => {
    expect(
      one('src/domain/probe.ts', "// import '../services/a.ts'\nconst x = \"import '../services/a.ts'\";"),
    ).toEqual([]);
  });

  test('names the line', () => {
    expect(one('src/db/x.ts', "\n\nimport '../services/a.ts';")).toEqual([
      'src/db/x.ts:3 imports ../services/a.ts: db may not import services',
    ]);
  });

  test.each([
    ['src/i18n/x.ts', '../db/client.ts'],
    ['src/db/x.ts', '../crypto/seal.ts'],
    ['src/telegram/x.ts', '../i18n/x.ts'],
    ['src/services/x.ts', '../telegram/x.ts'],
    ['src/services/x.ts', '../networks/x.ts'],
    ['src/services/posts/x.ts', '../../bots/x.ts'],
    ['src/api/x.ts', '../db/client.ts'],
    ['src/api/x.ts', '../telegram/x.ts'],
    ['src/scheduler/jobs/x.ts', '../../telegram/x.ts'],
    ['src/sender/x.ts', '../db/schema/index.ts'],
    ['src/bots/x.ts', '../crypto/seal.ts'],
    ['src/networks/mastodon.ts', '../telegram/x.ts'],
    ['src/networks/mastodon.ts', '../db/client.ts'],
    ['src/services/x.ts', '../http/x.ts'],
    ['src/http/x.ts', '../telegram/x.ts'],
    ['src/config.ts', './db/client.ts'],
    ['src/domain/x.ts', '../main.ts'],
    ['src/services/x.ts', '../beside-main.ts'],
    ['src/services/x.ts', '../../sandbox/x.ts'],
    ['src/main.ts', '../demo/x.ts'],
    ['src/cli/x.ts', '../../sandbox/x.ts'],
    ['src/unheard-of/x.ts', '../domain/x.ts'],
    ['sandbox/x.ts', '../src/domain/clock.ts'],
    ['sandbox/telegram/x.ts', '../../src/main.ts'],
    ['src/domain/x.ts', 'node:fs'],
    ['src/services/x.ts', '/etc/x.ts'],
  ])('refuses %s importing %s', (path, specifier) => {
    expect(one(path, `import type { X } from '${specifier}';`)).toHaveLength(1);
  });

  test.each([
    ['src/domain/x.ts', './y.ts'],
    ['src/db/x.ts', '../domain/y.ts'],
    ['src/services/x.ts', '../db/schema/index.ts'],
    ['src/networks/telegram.ts', '../telegram/x.ts'],
    ['src/networks/mastodon.ts', '../http/x.ts'],
    ['src/telegram/x.ts', '../http/x.ts'],
    ['src/bots/telegram/x.ts', '../../services/context.ts'],
    ['src/sender/x.ts', '../telegram/x.ts'],
    ['src/main.ts', './sender/x.ts'],
    ['src/beside-main.ts', './services/context.ts'],
    ['src/domain/x.ts', 'node:crypto'],
    ['src/cli/x.ts', '../crypto/seal.ts'],
    ['demo/x.ts', '../src/main.ts'],
    ['demo/x.ts', '../sandbox/x.ts'],
    ['src/services/x.ts', 'drizzle-orm'],
  ])('allows %s importing %s', (path, specifier) => {
    expect(one(path, `import { x } from '${specifier}';`)).toEqual([]);
  });

  test('allows services the types of config and nothing else of it', () => {
    expect(one('src/services/x.ts', "import type { Config } from '../config.ts';")).toEqual([]);
    expect(one('src/services/x.ts', "import { type Config } from '../config.ts';")).toEqual([]);
    expect(one('src/services/x.ts', "import { parseConfig } from '../config.ts';")).toHaveLength(1);
    expect(one('src/services/x.ts', "import { type Config, parseConfig } from '../config.ts';")).toHaveLength(
      1,
    );
  });

  test('refuses an import that it cannot read', () => {
    expect(one('src/main.ts', 'await import(name);')).toHaveLength(1);
  });

  test('finds a circle, through types too', () => {
    const files = new Map([
      ['src/domain/a.ts', "import './b.ts';"],
      ['src/domain/b.ts', "export type { X } from './c.ts';"],
      ['src/domain/c.ts', "import type { X } from './a.ts';"],
      ['src/domain/d.ts', "import './a.ts';"],
    ]);
    expect(judge(files)).toEqual([
      'files import each other in a circle: src/domain/a.ts -> src/domain/b.ts -> src/domain/c.ts -> src/domain/a.ts',
    ]);
  });
});

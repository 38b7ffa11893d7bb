import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What is exported for tests alone, by why no program asks for it. */
const forTests = new Set([
  // A new table must stand in one of two lists; programs go through the other one.
  'notBackedUp',
  // A new sealed column must stand in the list that resealing walks.
  'resealedColumns',
]);

test('nothing is exported that no program uses: what only a test calls is kept alive by it', () => {
  const programs = globSync('{src,demo,bench,scripts,sandbox}/**/*.{ts,mjs}', { cwd: root });
  const texts = new Map(programs.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const uses = new Map<string, number>();
  for (const text of texts.values()) {
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const unused = [...texts]
    // A table may be asked for in SQL alone.
    .filter(([path]) => /^src\/(?!i18n\/generated\/|db\/schema\/)/.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm)]
        .map(([, name]) => name ?? '')
        .filter((name) => uses.get(name) === 1 && !forTests.has(name))
        .map((name) => `${path}: ${name}`),
    );
  expect(unused).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');

/** The rows of the table of attacks, which is the first, by their cells. */
const rows = (security.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Who |'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

test('every control that SECURITY.md tells of names what shows it, and that is there', () => {
  const scripts: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
  expect(rows.length).toBeGreaterThan(25);
  for (const cells of rows) {
    expect(cells, cells.join(' | ')).toHaveLength(4);
    const shown = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    expect(shown, cells[1]).not.toEqual([]);
    for (const name of shown) {
      const script = /^npm run ([\w:]+)$/.exec(name)?.[1];
      if (script !== undefined) expect(scripts, name).toHaveProperty([script]);
      else
        expect(globSync(name.endsWith('/') ? `${name}**/*.test.ts` : name, { cwd: root }), name).not.toEqual(
          [],
        );
    }
  }
});

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = globSync(['*.md', '{docs,demo,sandbox}/*.md'], { cwd: root });

/** Where the links of a page lead within the project, from its root. */
function linksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^(?:https?:|#)/.test(target))
    .map((target) => relative(root, join(root, dirname(page), target.replace(/#.*$/, ''))));
}

test('every link leads somewhere, and from the README one comes to every page', () => {
  for (const page of pages) {
    for (const target of linksOf(page))
      expect(existsSync(join(root, target)), `${page}: ${target}`).toBe(true);
  }
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const target of linksOf(page)) if (target.endsWith('.md')) reached.add(target);
  }
  expect([...reached].toSorted()).toEqual(pages.toSorted());
});

test('every npm script that a page or a program names is there', () => {
  const scripts: unknown = JSON.parse(read('package.json')).scripts;
  const programs = globSync('{src,demo,bench,scripts,sandbox}/**/*.{ts,mjs}', { cwd: root });
  for (const path of [...pages, ...programs]) {
    for (const [, name] of read(path).matchAll(/npm run (?:--silent )?([a-z][a-z0-9:]*)/g)) {
      expect(scripts, path).toHaveProperty([name ?? '']);
    }
  }
});

test('ARCHITECTURE.md names each room of the house, and no other', () => {
  const house = read('ARCHITECTURE.md').split('```')[1] ?? '';
  const inHouse = (name: string) =>
    new RegExp(`(?<![\\w-])${name.replace('.', '\\.')}(?![\\w-])`).test(house);
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !/^\.|^(?:node_modules|coverage|data|build)$/.test(one.name))
    .map(({ name }) => name);
  const rooms = readdirSync(join(root, 'src')).map((name) => name.replace(/\.ts$/, ''));
  const passages = readdirSync(join(root, 'src/api'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);
  expect([...folders, ...rooms, ...passages].filter((name) => !inHouse(name))).toEqual([]);
  const named = [...house.matchAll(/^(?: {2})?([\w-]+)\/ /gm)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !folders.includes(name) && !rooms.includes(name))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { preloads } from '../helpers/preloads.ts';

/** Hooks that are registered first are asked last: what reaches this one has not been answered by the preload. */
const COUNTING = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  globalThis.asked = [];
  registerHooks({ resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (/drizzle-orm.*[.]js$/.test(found.url)) globalThis.asked.push(found.url);
    return found;
  } });
`)}`;

/** Imports what we import of drizzle-orm, in two modules, and tells what came of it. */
const PROGRAM = `
  const names = ['drizzle-orm', 'drizzle-orm/pg-core', 'drizzle-orm/postgres-js'];
  const twice = await Promise.all(names.map(async (name) => {
    const again = 'data:text/javascript,' + encodeURIComponent('export * from ' + JSON.stringify(import.meta.resolve(name)));
    return [await import(name), await import(again)];
  }));
  const required = process.getBuiltinModule('node:module').createRequire(process.cwd() + '/x.js')('drizzle-orm');
  console.log(JSON.stringify({
    exported: twice.map(([module]) => Object.keys(module)),
    same: twice.every(([one, two]) => Object.keys(one).every((name) => one[name] === two[name])),
    required: Object.keys(required).length,
    asked: globalThis.asked.length,
  }));
`;

interface Found {
  readonly exported: readonly (readonly string[])[];
  /** Whether there is one of each module, however it is asked for. */
  readonly same: boolean;
  readonly required: number;
  /** How many imported modules of drizzle-orm Node had to find out about itself. */
  readonly asked: number;
}

function imported(words: readonly string[]): Found {
  const args = ['--import', COUNTING, ...words, '--input-type=module', '--eval', PROGRAM];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

test('under the preload drizzle-orm is the same, and Node reads its package file seldom', () => {
  const slow = imported([]);
  const quick = imported(preloads);
  expect(quick.exported).toEqual(slow.exported);
  expect(quick.required).toBe(slow.required);
  expect(quick.same).toBe(true);
  expect(slow.asked).toBeGreaterThan(100);
  expect(quick.asked).toBeLessThan(20);
});

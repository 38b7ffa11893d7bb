import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preloads } from '../helpers/preloads.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const program = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await scratchFolder('demo-');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A demo on the test's data folder; `url` resolves once it says what to open. */
function startDemo(): {
  child: ChildProcess;
  url: Promise<string>;
  ended: Promise<number | null>;
  said: () => string;
} {
  const child = spawn(
    process.execPath,
    [...preloads, program, '--port', '0', '--data', folder, '--scene', 'from-the-start'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>();
  const hear = (text: string) => {
    said += text;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (found !== undefined) resolve(found);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('exit', (code) => {
    end(code);
    reject(new Error(`The demo ended before it was ready: ${said}`));
  });
  return { child, url, ended, said: () => said };
}

test('starts, survives a SIGKILL on the same data, and ends in order at Ctrl-C', async () => {
  const killed = startDemo();
  const first = await killed.url;
  expect((await fetch(`${first}/time`)).status).toBe(200);
  killed.child.kill('SIGKILL');
  await killed.ended;

  const again = startDemo();
  const second = await again.url;
  expect((await fetch(`${second}/time`)).status).toBe(200);
  expect(again.said()).not.toContain('making a new PostgreSQL');
  again.child.kill('SIGINT');
  expect({ code: await again.ended, said: again.said() }).toEqual({
    code: 0,
    said: expect.stringContaining('Ending'),
  });
});

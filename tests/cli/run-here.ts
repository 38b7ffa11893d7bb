import { vi } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** Carries out a command in this process, in this environment; answers what it printed. */
export async function runHere(args: string[], env: Record<string, string>) {
  const printed = { stdout: '', stderr: '' };
  const onto = (stream: keyof typeof printed) => (text: unknown) => {
    printed[stream] += String(text);
    return true;
  };
  const onLine = (stream: keyof typeof printed) => (line: string) => onto(stream)(`${line}\n`);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(onLine('stdout')),
    vi.spyOn(console, 'error').mockImplementation(onLine('stderr')),
    vi.spyOn(process.stdout, 'write').mockImplementation(onto('stdout')),
    vi.spyOn(process.stderr, 'write').mockImplementation(onto('stderr')),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return { code: await run(args), ...printed };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

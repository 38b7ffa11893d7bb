import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Whether somebody sits at a terminal who can be asked. */
export function somebodyIsThere(): boolean {
  return process.stdin.isTTY === true;
}

/**
 * Asks at the terminal without showing what is typed. Null when `signal` gives the question up, or the person
 * does (Ctrl-C, Ctrl-D).
 */
export async function askHidden(question: string, signal?: AbortSignal): Promise<string | null> {
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: muted, terminal: true });
  // Only now: the terminal itself would show what is typed before.
  process.stderr.write(question);
  const { promise: answered, resolve } = Promise.withResolvers<string | null>();
  const giveUp = () => resolve(null);
  terminal.once('line', resolve);
  terminal.once('close', giveUp);
  terminal.once('SIGINT', giveUp);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await answered;
  } finally {
    signal?.removeEventListener('abort', giveUp);
    terminal.close();
    process.stderr.write('\n');
  }
}

import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

/*
 * Where shares are given to a sealed process: a socket in the data folder, which only who runs the service can open (0700 and
 * 0600), so that no share ever crosses a network. One for each process; it is gone once the process has its keys.
 */

const folderIn = (dataFolder: string) => join(dataFolder, 'unseal');

/** A share has 80 characters; whatever is longer was not meant for us. */
const MAX_BYTES = 1_000;

/** What sun_path of Linux holds, without its final zero; macOS four less (unix(7), sys/un.h). */
const MAX_PATH = 103;

const answers = z.object({
  outcome: z.enum(['taken', 'enough', 'not-a-share', 'mistyped', 'other-set', 'given-already', 'forged']),
  /** With `taken`: how many have been given, and how many are needed. */
  given: z.int().optional(),
  need: z.int().optional(),
});

/** What a sealed process answers to a share. */
export type ShareAnswer = Readonly<z.infer<typeof answers>>;

/** Listens for shares; each is given to `give`, whose answer is told. Throws `CannotStart` where there can be no socket. */
export async function openUnsealSocket(
  dataFolder: string,
  give: (share: string) => Promise<ShareAnswer>,
): Promise<{ close(): Promise<void> }> {
  const folder = folderIn(dataFolder);
  const path = join(folder, `${process.pid}.sock`);
  if (Buffer.byteLength(path) > MAX_PATH) {
    throw new CannotStart(
      `The path of DATA_FOLDER is too long for a socket in it (${path}): choose one that is shorter.`,
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  // Of a process of this number that was killed.
  await rm(path, { force: true });
  const server = createServer((asked, answer) => {
    const answered = tooLong(asked)
      ? Promise.resolve({ outcome: 'not-a-share' } as const)
      : text(asked).then(give);
    answered.then(
      (told) => answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told)),
      () => answer.writeHead(500).end(),
    );
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(path, resolve);
  await promise;
  await chmod(path, 0o600);
  return {
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeIdleConnections();
      }),
  };
}

/** A body without a length could go on for ever. */
function tooLong({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return !(length <= MAX_BYTES);
}

/** A process that waits for shares. Answers null when it has gone, or has its keys. */
export type SealedProcess = (share: string) => Promise<ShareAnswer | null>;

/** The sealed processes of this data folder, as far as they have left a socket; some may be gone. */
export async function sealedProcesses(dataFolder: string): Promise<readonly SealedProcess[]> {
  const folder = folderIn(dataFolder);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.sock'))
    .map((name) => (share) => giveTo(join(folder, name), share));
}

async function giveTo(socketPath: string, share: string): Promise<ShareAnswer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage | null>();
  const asked = request({
    socketPath,
    method: 'POST',
    path: '/shares',
    headers: { 'Content-Length': Buffer.byteLength(share) },
  });
  asked.once('response', resolve);
  asked.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ECONNREFUSED' || error.code === 'ENOENT' || error.code === 'ECONNRESET'
      ? resolve(null)
      : reject(error),
  );
  asked.end(share);
  const answer = await promise;
  if (answer === null) return null;
  const told = await text(answer);
  return answer.statusCode === 200 ? answers.parse(JSON.parse(told)) : null;
}

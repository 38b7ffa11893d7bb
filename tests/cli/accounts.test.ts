import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOn } from '../../sandbox/email/report.ts';
import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import { systemClock } from '../../src/clock.ts';
import { writeKeyFile } from '../../src/crypto/key-file.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { foundCampaign } from '../../src/services/campaigns/found.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';
import { runHere } from './run-here.ts';

const entry = new URL('../../src/cli/main.ts', import.meta.url).pathname;
let database: TestDatabase;
let folder: string;
let standIn: MastodonStandIn;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bray-cli-'));
  standIn = await MastodonStandIn.start();
  await writeKeyFile(join(folder, 'keys.json'), generateKeys());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await foundCampaign(
    { db: database.db, clock: systemClock, log },
    {
      campaign: { name: 'Free the Donkeys', languages: ['en'], zone: 'Asia/Baku' },
      coordinator: { name: 'Leyla', reads: ['en'], language: 'en' },
    },
  );
});
afterAll(async () => {
  await standIn.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const env = () => ({ DATABASE_URL: database.url, DATA_FOLDER: folder });

/** With credentials as whoever pipes them gives them: never on the command line. */
const connect = (lines: string) => give(['accounts', 'connect', 'mastodon', '--language', 'en'], lines);

async function give(
  args: string[],
  lines: string,
  other: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env(), ...other },
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.stdin.end(lines);
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('close', resolve);
  return { code: await promise, said };
}

test('an operator connects an account, pauses it and lets it go on', async () => {
  const { token } = standIn.createAccount('bray');
  const connected = await connect(`server=${standIn.url}\ntoken=${token}\n`);
  expect(connected).toMatchObject({ code: 0, said: expect.stringContaining('Connected: @bray@') });
  expect(connected.said).not.toContain(token);
  const listed = await runHere(['accounts', 'list'], env());
  expect(listed.stdout).toMatch(/mastodon {2}en {2}@bray@\S+ {2}active/);
  const id = listed.stdout.split(' ')[0] ?? '';
  expect((await runHere(['accounts', 'pause', id], env())).stdout).toBe('The account is paused.\n');
  expect((await runHere(['accounts', 'resume', id], env())).stdout).toBe('The account is active.\n');
  expect((await runHere(['accounts', 'disconnect', id], env())).stdout).toBe(
    'The account is disconnected.\n',
  );
  expect(await runHere(['accounts', 'resume', id], env())).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('accounts reconnect'),
  });
});

test('what is wrong with credentials is said with what helps: at the network, on the way there, and in a field', async () => {
  const { token } = standIn.createAccount('wrong');
  for (const [lines, fault, remedy] of [
    [`server=${standIn.url}\ntoken=${token}x\n`, 'Mastodon does not take these credentials.', 'copied whole'],
    [`server=http://127.0.0.1:9\ntoken=${token}\n`, 'could not be reached', 'address of the server'],
    [`server=${standIn.url}\n`, '"token" is missing', 'Copy the access token'],
  ] as const) {
    const { code, said } = await connect(lines);
    expect([code, said]).toEqual([1, expect.stringContaining(fault)]);
    expect(said).toContain(remedy);
    expect(said).not.toContain(token);
  }
});

test('a file of contacts in another encoding is refused, since nobody could read what was lost', async () => {
  const file = join(folder, 'contacts.csv');
  const lines =
    'address,name,outlet,topic,consentedOn,consent,source\na@b.example,Zoë,Le Quotidien,,2009-01-01,said,asked\n';
  await writeFile(file, Buffer.from(lines, 'latin1'));
  expect(await runHere(['contacts', 'import', randomUUID(), file], env())).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not in UTF-8. Save it'),
  });
});

test('a mail that came back is read from standard input, and one that is about no contact is no fault', async () => {
  const about = `Message-ID: <${randomUUID()}@campaign.example>\r\n\r\n`;
  const report = reportOn(about, { status: '5.1.1', action: 'failed', returns: 'head' });
  expect(await give(['contacts', 'bounce'], report)).toEqual({
    code: 0,
    said: 'This report is about no mail to a contact. Nothing was changed.\n',
  });
  const away = { DATABASE_URL: database.url.replace(/@[^/]+/, '@127.0.0.1:9') };
  expect(await give(['contacts', 'bounce'], report, away)).toEqual({
    code: 75,
    said: expect.stringContaining('The mail was not taken in. Give it again later.'),
  });
});

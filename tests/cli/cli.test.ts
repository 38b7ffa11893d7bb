import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { readKeyFile, writeKeyFile } from '../../src/crypto/key-file.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createPartnerSecrets, partnerSecretsKey } from '../../src/crypto/partner-secrets.ts';
import { createSealer } from '../../src/crypto/seal.ts';
import { binding } from '../../src/domain/bindings.ts';
import { type BotId, type CampaignId, newId, type SubscriberId } from '../../src/domain/ids.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { signAuditHead } from '../../src/services/audit-entries/sign-head.ts';
import type { Context } from '../../src/services/context.ts';
import { sayKeysInUse } from '../../src/services/keys/in-use.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';
import { runHere } from './run-here.ts';

const execute = promisify(execFile);
const entry = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const donkeys = new URL('../../demo/cases/donkey-bloggers.json', import.meta.url).pathname;

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bray-cli-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Carries out a command with the configuration that an operator would have set. */
const bray = (args: string[], env: Record<string, string> = {}) =>
  runHere(args, { DATABASE_URL: database.url, DATA_FOLDER: folder, ...env });

describe('the command line', () => {
  test('takes an operator from nothing to a case with staff, and says what is next', async () => {
    const early = await bray(['status']);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('campaign create') });

    const founded = await bray([
      'campaign',
      'create',
      '--name',
      'Free them',
      '--languages',
      'az,en',
      '--zone',
      'Asia/Baku',
    ]);
    expect(founded).toMatchObject({ code: 0, stdout: expect.stringContaining('staff add') });

    const unusable = await bray(['campaign', 'reserve', '--bot', 'second']);
    expect(unusable).toMatchObject({ code: 1, stderr: expect.stringContaining('ends in "bot"') });
    await bray(['campaign', 'reserve', '--bot', '@second_bot', '--channel', 't.me/bray_news']);
    const reserve = await bray(['campaign', 'reserve', '--channel', 'none']);
    expect(reserve).toMatchObject({ code: 0, stdout: 'bot:      second_bot\nchannel:  none\n' });

    const policy = await bray(['campaign', 'approvals', '--update', '2']);
    expect(policy).toMatchObject({ code: 0, stdout: 'update:         2\npress release:  2\n' });
    expect(await bray(['campaign', 'approvals', '--update', '0'])).toMatchObject({ code: 1 });

    const staff = await bray([
      'staff',
      'add',
      '--name',
      'Aysel',
      '--roles',
      'author,approver',
      '--reads',
      'az,en',
    ]);
    expect(staff.stdout).toMatch(/bray_[\w-]{43}/);
    expect(staff.stdout).toMatch(/start=staff_link_[\w-]{24}(?![\w-])/);
    const token = /bray_[\w-]{43}/.exec(staff.stdout)?.[0] ?? '';
    expect(JSON.stringify(await database.sql`select t::text from staff_tokens t`)).not.toContain(token);

    const [member] = await database.sql`select id from staff`;
    expect(await bray(['staff', 'invite', member?.id])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('STAFF_ORIGIN'),
    });
    const scoped = await bray([
      'staff',
      'token',
      member?.id,
      '--scopes',
      'posts:read,pauses:write',
      '--days',
      '7',
    ]);
    expect(scoped.stdout).toMatch(/\(7 days\):\s+bray_[\w-]{43}\n\s+for: posts:read pauses:write/);
    expect(await bray(['staff', 'token', member?.id, '--scopes', 'posts'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Choose from accounts:read'),
    });
    const tokens = (await bray(['staff', 'tokens'])).stdout.trim().split('\n');
    expect(tokens[0]).toMatch(/never used {2}for: all that their roles allow$/);
    expect(tokens[1]).toMatch(/until \S+Z {2}never used {2}for: posts:read pauses:write$/);
    const ended = ['staff', 'revoke-token', tokens[1]?.split(' ')[0] ?? ''];
    expect((await bray(ended)).stdout).toContain('no longer counts');
    expect((await bray(ended)).stderr).toContain('staff tokens');
    expect((await bray(['staff', 'tokens'])).stdout.trim().split('\n')).toHaveLength(1);
    const site = { STAFF_ORIGIN: 'https://staff.example.org' };
    const invited = await bray(['staff', 'invite', member?.id], site);
    const invitation = /https:\/\/staff\.example\.org\/console\/invitations\/([\w-]{43})/.exec(
      invited.stdout,
    )?.[1];
    expect(JSON.stringify(await database.sql`select i::text from invitations i`)).not.toContain(invitation);

    expect(await bray(['case', 'import', donkeys, '--dry-run'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('11 hearings'),
    });
    expect(await database.sql`select 1 from cases`).toHaveLength(0);
    expect(await bray(['case', 'import', donkeys])).toMatchObject({ code: 0 });
    for (const options of [['--dry-run'], []]) {
      expect(await bray(['case', 'import', donkeys, ...options])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('never used again'),
      });
    }

    const status = await bray(['status']);
    expect(status.stdout).toMatch(/^\s*1 {2}cases$/m);

    const saved = join(folder, 'bray.backup.gz');
    expect(await bray(['backup', saved])).toMatchObject({ code: 0 });
    expect((await stat(saved)).mode & 0o077).toBe(0);
    expect(await bray(['backup', saved])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Name a new one'),
    });
    expect(await bray(['restore', saved])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('in this database'),
    });
  });

  test('names every fault of a case file with its place', async () => {
    const file = JSON.parse(await readFile(donkeys, 'utf8'));
    file.zone = 'Baku';
    file.hearings[0].sources = [];
    file.events[0].what = { xx: 'what' };
    const path = join(folder, 'faulty.json');
    await writeFile(path, JSON.stringify(file));
    const refusal = await bray(['case', 'import', path]);
    expect(refusal.code).toBe(1);
    for (const place of ['hearings.0.sources', 'events.0.what']) expect(refusal.stderr).toContain(place);
  });

  test('names every fault of the configuration at once, before anything is done', async () => {
    const refusal = await bray(['status'], { PORT: 'many', ROLES: 'king', DATABASE_URL: 'mysql://x' });
    expect(refusal.code).toBe(1);
    for (const name of ['PORT', 'ROLES', 'DATABASE_URL']) expect(refusal.stderr).toContain(name);
    expect(refusal.stderr).not.toContain('mysql://x');
  });

  test('makes keys under a passphrase, never over others', async () => {
    const env = { KEYS_PASSPHRASE: 'five small words suffice', KEYS_FILE: join(folder, 'keys.json') };
    expect(await bray(['keys', 'generate'], env)).toMatchObject({ code: 0 });
    const before = await readFile(env.KEYS_FILE, 'utf8');
    expect(await bray(['keys', 'generate'], env)).toMatchObject({ code: 1 });
    expect(await readFile(env.KEYS_FILE, 'utf8')).toBe(before);
    expect(before).not.toContain('private');
  });

  test('puts a key file under a passphrase, under another one and under none, and the keys stay the same', async () => {
    const env = { KEYS_FILE: join(folder, 'wrapped-keys.json') };
    const keys = generateKeys();
    await writeKeyFile(env.KEYS_FILE, keys);
    const change = (...more: string[]) => ['keys', 'passphrase', ...more];
    const next = join(folder, 'next');
    const from = async (text: string, more: Record<string, string> = {}) => {
      await writeFile(next, `${text}\n`);
      return bray(change('--from', next), { ...env, ...more });
    };
    expect(await from('too short')).toMatchObject({ code: 1, stderr: expect.stringContaining('12') });
    expect(await from('five small words suffice')).toMatchObject({ code: 0 });
    expect(await readFile(env.KEYS_FILE, 'utf8')).not.toContain('private');
    // The one before comes from the folder of credentials; without it nothing is changed.
    expect(await from('six small words are better')).toMatchObject({ code: 1 });
    await writeFile(join(folder, 'keys-passphrase'), 'five small words suffice\n');
    const credentials = { CREDENTIALS_DIRECTORY: folder };
    expect(await from('six small words are better', credentials)).toMatchObject({ code: 0 });
    const after = await bray(change('--remove'), { ...env, ...credentials });
    expect(after).toMatchObject({ code: 1, stderr: expect.stringContaining('passphrase') });
    const KEYS_PASSPHRASE = 'six small words are better';
    expect(await bray(change('--remove'), { ...env, KEYS_PASSPHRASE })).toMatchObject({ code: 0 });
    const read = await readKeyFile(env.KEYS_FILE);
    expect(read.ok && ringToText(read.keys)).toEqual(ringToText(keys));
    await rm(join(folder, 'keys-passphrase'));
  });

  test('adds to a key file of an earlier version what it lacks, and leaves the rest as it is', async () => {
    const env = { KEYS_FILE: join(folder, 'old-keys.json') };
    const keys = generateKeys();
    const old = { ...keys, web: null, public: { ...keys.public, web: null } };
    await writeKeyFile(env.KEYS_FILE, old);
    expect(await bray(['keys', 'complete'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Added'),
    });
    const read = await readKeyFile(env.KEYS_FILE);
    if (!read.ok) throw new Error(read.fault);
    const { web, public: open, ...rest } = ringToText(read.keys);
    expect(web?.approvalSigning.public).toBe(open.web);
    expect({ ...rest, public: { ...open, web: null }, web: null }).toEqual(ringToText(old));
    expect(await bray(['keys', 'complete'], env)).toMatchObject({
      stdout: expect.stringContaining('nothing'),
    });
    // What opens partners' secrets is what a whole file of that time led to, so that those which are kept still open.
    const ids = { partner: 'p', secret: 's' };
    const kept = createPartnerSecrets(partnerSecretsKey(keys.bot.inbox)).seal(Buffer.from('secret'), ids);
    const key = read.keys.web?.partnerSecrets;
    expect(key && createPartnerSecrets(key).open(kept, ids)).toEqual(Buffer.from('secret'));
  });

  test('seals anew only once nobody works with older keys, and says what keeps the older ones, by count', async () => {
    const env = { KEYS_FILE: join(folder, 'rotated-keys.json') };
    const keys = generateKeys();
    await writeKeyFile(env.KEYS_FILE, keys);
    const [campaign] = await database.sql<{ id: CampaignId }[]>`select id from campaigns`;
    const botId = newId<BotId>();
    await database.sql`
      insert into bots (id, campaign_id, telegram_id, username, created_at)
      values (${botId}, ${campaign?.id ?? null}, '77', 'x', now())`;
    const ctx: Context = {
      db: database.db,
      clock: systemClock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      actor: { kind: 'job', name: 'test' },
      campaignId: campaign?.id ?? newId<CampaignId>(),
      botId,
      seal: createSealer(keys.public.sealing, systemClock).seal,
      pinned: keys.public,
      networks: openNetworks().networks,
    };
    const end = await sayKeysInUse(ctx, { epoch: 1, failed: () => undefined });
    expect(await bray(['keys', 'rotate'], env)).toMatchObject({ code: 0 });
    expect(await bray(['keys', 'reseal'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Start each process of the service again'),
    });
    await end();
    const broken = newId<SubscriberId>();
    const sealed = ctx.seal('77', binding.subscriberChat(newId<SubscriberId>()));
    await database.sql`
      insert into subscribers (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
      values (${broken}, ${ctx.campaignId}, ${botId}, '\\x00', ${Buffer.from(sealed)}, 'private', 'en', 'active', now())`;
    const started = await sayKeysInUse(ctx, { epoch: 2, failed: () => undefined });
    expect(await bray(['keys', 'reseal'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 open with none of the keys'),
    });
    await started();
    const early = await bray(['keys', 'forget-old'], env);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('ends on 20') });
    expect(early.stderr).toContain('1 values open with none of the keys in this file (1 of subscribers)');
    await database.sql`update audit_entries set at = at - interval '7 days' where verb = 'keys/reseal'`;
    const kept = await readKeyFile(env.KEYS_FILE);
    expect(await bray(['keys', 'forget-old'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--despite-unreadable'),
    });
    const same = await readKeyFile(env.KEYS_FILE);
    expect(same.ok && ringToText(same.keys)).toEqual(kept.ok && ringToText(kept.keys));
    expect(await bray(['keys', 'forget-old', '--despite-unreadable'], env)).toMatchObject({ code: 0 });
    const left = await readKeyFile(env.KEYS_FILE);
    expect(left.ok && left.keys.sender?.sealing.map(({ epoch }) => epoch)).toEqual([2]);
    await database.sql`delete from subscribers where id = ${broken}`;
  });

  test('divides the keys among five people, of whom three open them, and leaves the file as it is', async () => {
    const env = { KEYS_FILE: join(folder, 'to-share.json') };
    const keys = generateKeys();
    await writeKeyFile(env.KEYS_FILE, keys);
    const shared = { KEYS_FILE: join(folder, 'shared.json') };
    const papers = join(folder, 'papers');
    await mkdir(papers);
    const share = ['keys', 'share', shared.KEYS_FILE, '--of', '5', '--need', '3'];
    expect(await bray([...share, '--need', '6'], env)).toMatchObject({ code: 1 });
    expect(await bray([...share, '--folder', papers], env)).toMatchObject({ code: 0 });
    expect((await readKeyFile(env.KEYS_FILE)).ok).toBe(true);
    const files = (await readdir(papers)).toSorted().map((name) => join(papers, name));
    expect(files).toHaveLength(5);
    for (const file of files) expect((await stat(file)).mode & 0o077).toBe(0);

    const three = files.slice(2);
    expect(await bray(['keys', 'combine', '--from', ...three], shared)).toMatchObject({ code: 0 });
    const two = await bray(['keys', 'combine', '--from', ...three.slice(1)], shared);
    expect(two).toMatchObject({ code: 1, stderr: expect.stringContaining('not enough') });
    const twice = await bray(['keys', 'combine', '--from', ...three.slice(1), ...three.slice(1)], shared);
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('already') });
    const again = join(folder, 'again.json');
    const combine = ['keys', 'combine', again, '--no-passphrase', '--from', ...three];
    expect(await bray(combine, shared)).toMatchObject({ code: 0 });
    const read = await readKeyFile(again);
    expect(ringToText(read.ok ? read.keys : expect.unreachable())).toEqual(ringToText(keys));
    expect(await bray(combine, env)).toMatchObject({ stderr: expect.stringContaining('without shares') });

    // As people get them: on paper, from what was printed.
    const printed = await bray(['keys', 'share', join(folder, 'shared-2.json')], env);
    expect(printed.stdout.match(/^ {4}(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/gm)).toHaveLength(20);
  });

  test('gives a process a key file with the keys of its roles and no other', async () => {
    const env = { KEYS_PASSPHRASE: 'five small words suffice', KEYS_FILE: join(folder, 'whole-keys.json') };
    const part = join(folder, 'web-keys.json');
    await bray(['keys', 'generate'], env);
    expect(await bray(['keys', 'part', 'web,king', part], env)).toMatchObject({ code: 1 });
    expect(await bray(['keys', 'part', 'web', part], env)).toMatchObject({ code: 0 });
    const read = await readKeyFile(part, { passphrase: env.KEYS_PASSPHRASE });
    if (!read.ok) throw new Error(read.fault);
    expect(read.keys).toMatchObject({ bot: null, sender: null, scheduler: null });
    expect(read.keys.web?.partnerSecrets).not.toBeNull();
    expect(
      await bray(['keys', 'part', 'sender', join(folder, 'x.json')], { ...env, KEYS_FILE: part }),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('lacks the keys of: sender'),
    });
    expect(await bray(['keys', 'complete'], { ...env, KEYS_FILE: part })).toMatchObject({
      stdout: expect.stringContaining('nothing'),
    });
  });

  test('goes through the audit log with the pinned key, and tells what was changed', async () => {
    const keys = generateKeys();
    const env = { KEYS_FILE: join(folder, 'audit-keys.json') };
    await writeKeyFile(env.KEYS_FILE, keys);
    const [campaign] = await database.sql<{ id: CampaignId }[]>`select id from campaigns`;
    if (campaign === undefined) throw new Error('no campaign');
    await signAuditHead({
      db: database.db,
      clock: systemClock,
      log: { info() {}, warn() {}, error() {} },
      actor: { kind: 'job', name: 'test' },
      campaignId: campaign.id,
      signingKey: keys.scheduler.signing,
    });
    const path = join(folder, 'audit.jsonl');
    expect(await bray(['audit', 'export', path])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 times'),
    });
    const shown = /audit log: +(\S{43})/.exec((await bray(['keys', 'show'], env)).stdout)?.[1] ?? '';
    const verify = (...more: string[]) => bray(['audit', 'verify', '--public-key', shown, ...more]);
    expect(await verify('--against', path)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing was'),
    });
    await database.sql`update audit_entries set verb = 'cases/exported' where verb = 'cases/import'`;
    expect(await bray(['audit', 'verify'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/entry \d+ \(.*\) is not what was linked/),
    });
    await database.sql`delete from audit_heads`;
    await database.sql`delete from audit_links`;
    expect(await verify('--against', path)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ends before'),
    });
  });

  test('prints how somebody who may make roles lets a user work as each of them, and migrates for those who may not', async () => {
    const { code, stdout } = await bray(['database', 'roles', 'so"me']);
    expect(code).toBe(0);
    for (const role of ['bray_web', 'bray_bot', 'bray_scheduler', 'bray_sender', 'bray_migrate']) {
      expect(stdout).toContain(`create role ${role} nologin`);
      expect(stdout).toContain(`grant ${role} to "so""me"`);
    }
    expect(stdout).toContain('grant create on database');
    expect(await bray(['database', 'migrate'])).toMatchObject({ stdout: expect.stringContaining('ready') });
  });

  test('helps', async () => {
    const help = await bray(['--help']);
    expect(help.code).toBe(0);
    for (const command of [
      'campaign',
      'staff',
      'case',
      'hearings',
      'partners',
      'accounts',
      'keys',
      'status',
      'broadcasts',
      'audit',
      'backup',
      'restore',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${command}`, 'm'));
    }
    expect(await bray(['bakcup', 'x'])).toMatchObject({ code: 1, stderr: expect.stringContaining('backup') });
  });

  test('runs as a process, whose exit code tells how it went', async () => {
    const fine = await execute(process.execPath, [entry, '--help']);
    expect(fine.stdout).toContain('Usage: bray');
    const wrong = execute(process.execPath, [entry, 'restore', join(folder, 'nothing')], {
      env: { PATH: process.env.PATH, DATABASE_URL: database.url },
    });
    await expect(wrong).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no such file') });
  });
});

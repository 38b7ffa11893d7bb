import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeKeyFile } from '../../src/crypto/key-file.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import { type TestCampaign, testCampaign } from '../helpers/campaign.ts';
import { runHere } from './run-here.ts';

let campaign: TestCampaign;
let folder: string;
let token: string;
beforeAll(async () => {
  campaign = await testCampaign({ at: Temporal.Now.instant().toString() });
  folder = await mkdtemp(join(tmpdir(), 'bray-hearings-'));
  await writeKeyFile(join(folder, 'keys.json'), campaign.keys);
  token = await issueToken(campaign.operator, (await campaign.staff(['lawyer'])).id);
});
afterAll(async () => {
  await campaign.close();
  await rm(folder, { recursive: true, force: true });
});

const here = (args: string[], env: Record<string, string> = {}) =>
  runHere(args, { DATABASE_URL: campaign.url, DATA_FOLDER: folder, ...env });
const bray = (args: string[], env: Record<string, string> = {}) => here(['hearings', 'import', ...args], env);

test('fewer approvals take two of the staff by their tokens, made for that, and never the operator alone', async () => {
  const lower = ['campaign', 'approvals', '--press-release', '1'];
  expect(await here(lower)).toMatchObject({ code: 1, stderr: expect.stringContaining('BRAY_TOKEN') });
  const tokens = [];
  for (const role of ['admin', 'coordinator'] as const)
    tokens.push(await issueToken(campaign.operator, (await campaign.staff([role])).id));
  const narrow = await issueToken(campaign.operator, (await campaign.staff(['admin'])).id, {
    scopes: ['campaign:read'],
  });
  const lacking = await here(lower, { BRAY_TOKEN: narrow });
  expect(lacking).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('lacks the scope campaign:write'),
  });
  const [one = '', two = ''] = tokens;
  for (const BRAY_TOKEN of [one, one]) {
    const { stdout } = await here(lower, { BRAY_TOKEN });
    expect(stdout).toMatch(/take a second .* until \S+Z.*press release: {2}2\n$/s);
  }
  expect((await here(lower, { BRAY_TOKEN: two })).stdout).toMatch(/press release: {2}1\n$/);
});

test('an operator sees what a file would change, and records it under a colleague’s token', async () => {
  const path = join(folder, 'hearings.csv');
  const from = ['--case', 'donkey-bloggers', '--source', 'the court'];
  const year = Temporal.Now.plainDateISO().year + 1;
  const row = (time: string) => `id,date,time,court\n7,${year}-03-02,${time},Sabail Court\n`;
  await writeFile(path, row('15:00'));
  const dry = await bray([path, ...from]);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain(`line 2  7  donkey-bloggers  NEW\n    ${year}-03-02 15:00 Asia/Baku, (`);
  expect(dry.stdout).toContain('1 new. Nothing was recorded; say --apply to do so.');
  expect(await campaign.sql`select 1 from hearings`).toHaveLength(0);

  expect(await bray([path, ...from, '--apply'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('BRAY_TOKEN'),
  });
  const wrong = await bray([path, ...from, '--apply'], { BRAY_TOKEN: 'bray_nobody' });
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('not valid') });
  const applied = await bray([path, ...from, '--apply'], { BRAY_TOKEN: token });
  expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('waits for a second person') });
  expect(await campaign.sql`select state from hearing_revisions`).toEqual([{ state: 'in_review' }]);

  await writeFile(path, row('10:30'));
  expect((await bray([path, ...from])).stdout).toContain('MOVED EARLIER\n    time: 15:00 -> 10:30');
});

test('an operator is told every fault with its line, and nothing is recorded', async () => {
  const path = join(folder, 'faulty.csv');
  await writeFile(path, 'id,date\n1,11.11.2009\n2,2009-11-31\n');
  const dry = await bray([path, '--case', 'donkey-bloggers']);
  expect(dry.stdout).toMatch(/line 2 {2}1 {2}REFUSED\n {4}date: .*\nline 3 {2}2 {2}REFUSED/);
  const applied = await bray([path, '--case', 'donkey-bloggers', '--apply'], { BRAY_TOKEN: token });
  expect(applied).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was recorded') });
  await writeFile(path, 'id,day\n');
  expect(await bray([path])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/line 1: date .*\n.*line 1: day/),
  });
  expect(await bray([join(folder, 'x.xls')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('.csv'),
  });
});

import { readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { staff } from '../../src/db/schema/index.ts';
import type { ServiceProcess } from '../service/process.ts';
import { type SetUpTrial, setUpTrial } from './set-up-trial.ts';
import { campaignFields, firstVisitor, printedLink, Visitor } from './visitor.ts';
import { escaped, passphrase, say } from './walk.ts';

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

/** What a request gets that names us by another name: `fetch` refuses to send another Host. */
function statusAs(link: string, name: string): Promise<number | undefined> {
  const { port, pathname } = new URL(link);
  return new Promise((resolve, reject) => {
    request({ port, path: pathname, headers: { Host: `${name}:${port}` } }, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .once('error', reject)
      .end();
  });
}

describe('before one process, step by step', () => {
  let open: SetUpTrial;
  let service: ServiceProcess;
  let visitor: Visitor;

  beforeAll(async () => {
    open = await setUpTrial();
    service = open.trial.start();
  });
  afterAll(() => open.close());

  test('nobody but the first browser gets anything, and no other site can send a form', async () => {
    const link = await printedLink(service);
    const { origin, pathname } = new URL(link);
    const stranger = new Visitor(link);
    const nothing = await stranger.get('/anything');
    expect(nothing).toMatchObject({ status: 503, text: 'Not available.\n' });
    for (const path of [
      '/',
      '/setup',
      '/setup/style.css',
      `/setup/${'x'.repeat(43)}`,
      '/openapi.json',
      '/readyz',
    ]) {
      expect(await stranger.get(path), path).toMatchObject({ status: 503, text: nothing.text });
    }
    expect((await stranger.get('/healthz')).text).toBe('{"ok":true}');
    // Previews and browsers that look ahead leave the link as it is.
    await fetch(link, { method: 'HEAD' });
    expect((await stranger.get(pathname, { 'Sec-Purpose': 'prefetch' })).status).toBe(503);

    // A name that another site points at this machine is not ours.
    expect(await statusAs(link, 'evil.example')).toBe(421);

    visitor = await firstVisitor(service, 'fa');
    const cookie = (await fetch(link)).headers.get('set-cookie');
    expect(cookie).toBeNull();
    const second = await new Visitor(link).get(pathname, { 'Accept-Language': 'de-DE,fr;q=0.5' });
    expect(second.status).toBe(410);
    expect(plain(second.text)).toContain(escaped(say('de', 'setup-error-link')));
    expect(await visitor.heading()).toBe(say('fa', 'setup-bot-title'));
    expect((await visitor.get(pathname)).status).toBe(303);

    const form = { token: open.bot.token };
    for (const headers of [
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { Origin: undefined },
      { Origin: origin.replace('127.0.0.1', 'localhost') },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      expect((await visitor.post('bot', form, headers)).status, JSON.stringify(headers)).toBe(403);
    }
    expect((await new Visitor(link).post('bot', form)).status).toBe(503);
    expect((await visitor.post('nonsense', form)).status).toBe(503);
    expect((await visitor.post('bot', { token: 'x'.repeat(40_000) })).status).toBe(413);
    expect((await visitor.post('bot', form, { 'Content-Type': 'text/plain' })).status).toBe(400);
    expect(await visitor.heading()).toBe(say('fa', 'setup-bot-title'));

    const page = await visitor.get('/setup');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|<style| style=| on\w+=/);
  });

  test('a token that is none, that Telegram does not know, that another service uses or that cannot be asked about is told apart', async () => {
    const { telegram, bot } = open;
    const other = telegram.standIn.createBot();
    await fetch(`${telegram.url}/bot${other.token}/setWebhook`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: 'https://other.example/hook' }),
    });
    for (const [token, key] of [
      ['', 'setup-bot-token-label'],
      ['hello', 'setup-bot-malformed'],
      [`${bot.token.slice(0, -1)}?`, 'setup-bot-malformed'],
      [`999${bot.token}`, 'setup-bot-wrong'],
      [other.token, 'setup-bot-has-webhook'],
    ] as const) {
      const answer = await visitor.post('bot', { token });
      expect(answer.status, token).toBe(422);
      expect(plain(answer.text)).toContain(escaped(say('fa', key)));
      expect(answer.text).toContain('aria-invalid="true"');
    }
    await telegram.close();
    const unreachable = await visitor.post('bot', { token: bot.token });
    expect(unreachable.text).toContain(escaped(say('fa', 'setup-bot-unreachable')));
    open.telegram = await startTelegramStandIn({ port: Number(new URL(telegram.url).port) });
    open.telegram.standIn.createBot({ token: bot.token });
    expect((await visitor.post('bot', { token: `  ${bot.token}\n` })).status).toBe(303);
    expect(await visitor.heading()).toBe(say('fa', 'setup-campaign-title'));
    // Back, for whoever pasted the token of another bot.
    await visitor.post('back');
    expect(await visitor.heading()).toBe(say('fa', 'setup-bot-title'));
  });

  test('everything that is wrong with the campaign is named at once, and nothing is founded', async () => {
    await visitor.post('bot', { token: open.bot.token });
    const wrong = { name: '🫏🫏', languages: ['xx'], zone: 'baku', coordinator: ' ', reads: [] };
    const { status, text } = await visitor.post('campaign', wrong);
    expect(status).toBe(422);
    for (const field of ['name', 'languages', 'zone', 'coordinator', 'reads']) {
      expect(text).toContain(`id="${field}-fault"`);
      expect(text).toContain(`<a href="#${field}">`);
    }
    expect(plain(text)).toContain('Asia/Baku');
    // What was typed is still there, as text and not as markup.
    const typed = await visitor.post('campaign', { ...wrong, coordinator: '"><script>1</script>' });
    expect(typed.text).toContain('value="&quot;&gt;&lt;script&gt;1&lt;/script&gt;"');
    expect(await open.database.sql`select 1 from campaigns`).toHaveLength(0);
  });

  test('a form that is sent twice founds one campaign', async () => {
    const { database } = open;
    const both = await Promise.all([1, 2].map(() => visitor.post('campaign', campaignFields)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await database.sql`select 1 from campaigns`).toHaveLength(1);
    expect(await database.db.select({ roles: staff.roles }).from(staff)).toEqual([
      { roles: ['author', 'approver', 'coordinator', 'admin'] },
    ]);
    expect(await visitor.heading()).toBe(say('fa', 'setup-passphrase-title'));
  });

  test('passphrases that differ or are too short lock nothing', async () => {
    const differ = await visitor.post('passphrase', { passphrase, repeat: `${passphrase} ` });
    expect(differ.text).toContain(escaped(say('fa', 'setup-passphrase-differ')));
    const short = await visitor.post('passphrase', { passphrase: 'donkey', repeat: 'donkey' });
    expect(plain(short.text)).toContain(escaped(say('fa', 'setup-passphrase-too-short', { min: 12 })));
    expect(differ.text + short.text).not.toContain(passphrase);
    expect(await readdir(open.trial.folder)).not.toContain('data');
  });
});

describe('a key file', () => {
  let open: SetUpTrial;
  beforeEach(async () => {
    open = await setUpTrial();
  });
  afterEach(() => open.close());

  /** Goes as far as the form for the passphrase, sends it, and answers what came back. */
  async function lock(service: ServiceProcess): Promise<string> {
    const visitor = await firstVisitor(service);
    await visitor.post('bot', { token: open.bot.token });
    await visitor.post('campaign', campaignFields);
    return (await visitor.post('passphrase', { passphrase, repeat: passphrase })).text;
  }

  test('whose folder cannot be had is named, and the form comes back', async () => {
    const { folder, start } = open.trial;
    await writeFile(join(folder, 'file'), '');
    const answer = await lock(start({ KEYS_FILE: join(folder, 'file', 'keys.json') }));
    expect(plain(answer)).toContain(join(folder, 'file'));
  });

  test('that is damaged or missing is told at the start, and never replaced by new keys', async () => {
    const { folder, start } = open.trial;
    const service = start();
    await lock(service);
    await service.end('SIGTERM');
    const elsewhere = start({ KEYS_FILE: join(folder, 'not-plugged-in', 'keys.json') });
    expect(await elsewhere.exited).toBe(1);
    expect(elsewhere.errors()).toContain('is missing, and this database was used with one');
    await writeFile(join(folder, 'data', 'keys.json'), '{"format":"bray keys"', { mode: 0o600 });
    const damaged = start();
    expect(await damaged.exited).toBe(1);
    expect(damaged.errors()).toMatch(/^The key file .* cannot be used: altered\. .*\n$/);
  });
});

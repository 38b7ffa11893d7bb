import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingPauses } from '../../../src/services/pauses/standing.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
let holder: KeyHolder;

beforeAll(async () => {
  world = await consoleWorld();
  holder = await withKey(world, await world.staff(['approver']), world.site);
});
afterAll(() => world.close());

const send = (path: string, init?: Parameters<ConsoleWorld['send']>[2]) => world.send(holder, path, init);

describe('a form of another site', () => {
  test.each<[string, Record<string, string>]>([
    ['names its origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['is on a sister of our domain', { Origin: 'http://evil.localhost:8080', 'Sec-Fetch-Site': 'same-site' }],
    [
      'has an origin that begins like ours',
      { Origin: 'http://localhost:80', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['hides where it comes from', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['says that it is ours, and its browser says that it is not', { 'Sec-Fetch-Site': 'cross-site' }],
    ['is JSON', { Origin: 'https://evil.example', 'Content-Type': 'application/json' }],
    ['is plain text', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
    ['names no origin', { Origin: '' }],
  ])('that %s stops nothing', async (_, headers) => {
    const answer = await send('/console/pauses', { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(403);
    expect(await standingPauses(world.operator)).toEqual([]);
  });

  test('does not reach the admin API either, whatever it carries; a program does', async () => {
    const client = await world.client(await world.staff(['coordinator']));
    const post = (headers: Record<string, string>) =>
      world.request('/api/admin/cases', {
        method: 'POST',
        headers: { Authorization: `Bearer ${client.token}`, 'Content-Type': 'application/json', ...headers },
        body: '{}',
      });
    expect(await post({ 'Sec-Fetch-Site': 'cross-site' })).toMatchObject({
      status: 403,
      json: { code: 'other-site' },
    });
    expect(await post({ 'Sec-Fetch-Site': 'same-site' })).toMatchObject({ status: 403 });
    expect((await post({})).status).toBe(422);
  });

  test('one of our own does what it says', async () => {
    expect((await send('/console/pauses', { method: 'POST' })).status).toBe(303);
    expect(await standingPauses(world.operator)).toHaveLength(1);
  });
});

describe('a form that is too large', () => {
  test('is refused before it is read, with and without its length, signed in or not', async () => {
    const body = 'x'.repeat(300_000);
    const whole = await send('/console/pauses', { method: 'POST', body });
    expect(whole.status).toBe(413);
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { Cookie: '' } } as const;
    expect((await send('/console/sign-in', init)).status).toBe(413);
  });
});

describe('a session', () => {
  test('is not the one that somebody put into the browser before', async () => {
    const planted = 'A'.repeat(43);
    const answer = await send('/console', { headers: { Cookie: `__Host-bray=${planted}` } });
    expect(answer.status).toBe(303);
    const page = await (await send('/console/sign-in', { headers: { Cookie: '' } })).text();
    const challenge = /name="challenge" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const options = JSON.parse(
      (/data-options="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"'),
    ) as { challenge: string };
    const body = new URLSearchParams({ challenge, answer: holder.key.sign(options.challenge) });
    const signedIn = await send('/console/sign-in', {
      method: 'POST',
      headers: { Cookie: `__Host-bray=${planted}` },
      body,
    });
    expect(signedIn.status).toBe(303);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-bray=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(cookie).not.toContain(planted);
    expect((await send('/console', { headers: { Cookie: `__Host-bray=${planted}` } })).status).toBe(303);
    expect((await send('/console', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  test('is over when it is signed out of, also for whoever kept a copy of its cookie', async () => {
    const leaver = await withKey(world, await world.staff(['translator']), world.site);
    const asks = async () => (await world.send(leaver, '/console/keys')).status;
    expect(await asks()).toBe(200);
    const out = await world.send(leaver, '/console/sign-out', { method: 'POST' });
    expect(out.headers.getSetCookie().join()).toMatch(/__Host-bray=; .*Max-Age=0/);
    expect(await asks()).toBe(303);
  });

  test('is not taken from anywhere but its cookie', async () => {
    for (const path of [`/console/keys?bray=${holder.cookie}`, `/console/keys?__Host-bray=${holder.cookie}`])
      expect((await send(path, { headers: { Cookie: '' } })).status).toBe(303);
    // A name that another host of the domain could set.
    expect((await send('/console/keys', { headers: { Cookie: `bray=${holder.cookie}` } })).status).toBe(303);
    const bearer = { Cookie: '', Authorization: `Bearer ${holder.cookie}` };
    expect((await send('/console/keys', { headers: bearer })).status).toBe(303);
    expect((await world.request('/api/admin/cases', { headers: bearer })).status).toBe(401);
  });

  test('leads on to a page of ours after signing in, wherever the address points', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/console/../api',
      '/console?x=//e',
      'javascript:1',
    ]) {
      const page = await (await send(`/console/sign-in?to=${encodeURIComponent(to)}`)).text();
      expect(/name="to" value="([^"]*)"/.exec(page)?.[1]).toBe('/console');
    }
    const page = await (await send('/console/sign-in?to=/console/keys')).text();
    expect(page).toContain('value="/console/keys"');
  });

  test('is not asked for by a page of another site: its browser keeps the cookie back, and asks once more', async () => {
    const answer = await send('/console/keys', { headers: { Cookie: '', 'Sec-Fetch-Site': 'cross-site' } });
    expect([answer.status, answer.headers.get('refresh')]).toEqual([200, '0; url=/console/keys']);
  });
});

/** By its headers an answer that came over TLS lets nothing of others in, and itself into nobody's frame. */
function expectClosed(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/);
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
}

test.each(['/console', '/console/sign-in', '/console/keys', '/console/nothing', '/console/style.css'])(
  '%s lets nothing of others in, and itself into nobody’s frame',
  async (path) => {
    const { headers } = await send(path);
    expectClosed(headers);
    expect(headers.get('referrer-policy')).toMatch(/^(?:same-origin|no-referrer)$/);
    if (!path.endsWith('.css')) expect(headers.get('cache-control')).toBe('no-store');
  },
);

test.each(['/openapi.json', '/docs', '/api/admin/cases', '/healthz', '/unsubscribe/x', '/nothing'])(
  '%s is as closed, though it is no page of the console',
  async (path) => {
    const asked = async (headers: Record<string, string> = {}) =>
      (await fetch(world.site.origin + path, { headers, redirect: 'manual' })).headers;
    const headers = await asked({ 'X-Forwarded-Proto': 'https' });
    expectClosed(headers);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await asked()).get('strict-transport-security')).toBe(null);
    // Nothing of ours may be read by a page of another site.
    expect((await asked({ Origin: 'https://evil.example' })).get('access-control-allow-origin')).toBe(null);
  },
);

test('pages carry no script or style of their own', async () => {
  for (const path of ['/console', '/console/sign-in', '/console/keys']) {
    const page = await (await send(path)).text();
    expect(page).not.toMatch(/ style=| on\w+=|javascript:|<style|<script(?! src="\/console\/)/);
  }
});

test('the console answers at its own host and nowhere else', async () => {
  const elsewhere = await world.request('/console', {
    headers: { Cookie: `__Host-bray=${holder.cookie}` },
  });
  expect(elsewhere.status).toBe(421);
  expect(elsewhere.text).not.toContain('donkey');
});

test('what is logged of it names no person, code or key', async () => {
  await send('/console/invitations/secret-code-that-nobody-may-read');
  const lines = world.logged.join('');
  expect(lines).toContain('/console/invitations/:code');
  expect(lines).not.toMatch(/secret-code|Staff approver|Leyla/);
  expect(lines).not.toContain(holder.cookie);
});

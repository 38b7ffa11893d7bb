import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AccountId, newId } from '../../src/domain/ids.ts';
import type { Access } from '../../src/domain/network.ts';
import { whyNotRecognised } from '../../src/domain/not-recognised.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { must } from '../helpers/must.ts';

let reached = 0;
const inner = createServer((socket) => {
  reached += 1;
  socket.destroy();
});
const email = { publicUrl: 'https://campaign.example.org', farewell: () => 'End it' };

beforeEach(async () => {
  reached = 0;
  await new Promise<void>((listening) => inner.listen(0, '::', listening));
});
afterEach(() => new Promise((closed) => inner.close(closed)));

/** Those whose server somebody names who connects an account. */
const named = ['mastodon', 'bluesky', 'wordpress', 'email'] as const;

const given: Readonly<Record<(typeof named)[number], (server: string) => Readonly<Record<string, string>>>> =
  {
    mastodon: (server) => ({ server: `http://${server}`, token: 'token' }),
    bluesky: (server) => ({ server: `http://${server}`, identifier: 'us.example.org', password: 'password' }),
    wordpress: (server) => ({
      server: `http://${server}/blog`,
      user: 'user',
      password: 'abcd efgh ijkl mnop qrst uvwx',
    }),
    email: (server) => ({
      server: `smtp://${server}`,
      user: 'user',
      password: 'password',
      from: 'us@example.org',
    }),
  };

test.each(named)(
  'an account on %s leads over the internet alone where staff name its server',
  async (network) => {
    const address = inner.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const accessTo = (server: string): Access => ({
      accountId: newId<AccountId>(),
      credentials: must(outer.networks[network].readCredentials(given[network](server))),
    });
    const [outer, all] = [
      openNetworks({ email, publicOnly: true }),
      openNetworks({ email, timeoutMs: 2000 }),
    ];
    try {
      for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
        const outcome = await outer.networks[network].check(accessTo(`${host}:${port}`));
        expect(outcome, host).toEqual({ kind: 'not-done', code: 'ADDRESS_NOT_PUBLIC' });
        if (outcome.kind !== 'recognised')
          expect(whyNotRecognised(network, outcome).remedy).toContain('accounts connect');
        expect(reached, host).toBe(0);
      }
      // Whoever sits at the machine does reach it, or the test says nothing.
      await all.networks[network].check(accessTo(`127.0.0.1:${port}`));
      expect(reached).toBeGreaterThan(0);
    } finally {
      await Promise.all([outer.close(), all.close()]);
    }
  },
);

test('a mail server whose name did not lead anywhere is not looked up again in another way', async () => {
  const address = inner.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const failing = ((_name: string, _options: object, told: (error: Error) => void) =>
    told(Object.assign(new Error('Try again'), { code: 'EAI_AGAIN' }))) as typeof dns.lookup;
  const inward = ((_name: string, told: (error: null, addresses: string[]) => void) =>
    told(null, ['127.0.0.1'])) as typeof dns.resolve4;
  vi.spyOn(dns, 'lookup').mockImplementation(failing);
  vi.spyOn(dns.Resolver.prototype, 'resolve4').mockImplementation(inward);
  syncBuiltinESMExports();
  const outer = openNetworks({ email, publicOnly: true });
  try {
    const outcome = await outer.networks.email.check({
      accountId: newId<AccountId>(),
      credentials: must(outer.networks.email.readCredentials(given.email(`mail.example.org:${port}`))),
    });
    expect(outcome).toEqual({ kind: 'not-done', code: 'EAI_AGAIN' });
    expect(reached).toBe(0);
  } finally {
    await outer.close();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  }
});

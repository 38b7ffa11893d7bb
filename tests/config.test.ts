import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Config, configNames, parseConfig, Secret } from '../src/config.ts';

const token = `123456789:${'Ab-_'.repeat(9)}`;

function parsed(env: Record<string, string | undefined>): Config {
  const result = parseConfig(env);
  if (!result.ok) throw new Error(result.faults.map(({ name, fault }) => `${name} ${fault}`).join('; '));
  return result.config;
}

function faults(env: Record<string, string | undefined>): Record<string, string> {
  const result = parseConfig(env);
  if (result.ok) throw new Error('no fault was found');
  return Object.fromEntries(result.faults.map(({ name, fault }) => [name, fault]));
}

describe('an empty environment', () => {
  test('is enough to start on: everything in one process, polling, an embedded database, nobody else let in', () => {
    const config = parsed({});
    expect(config).toMatchObject({
      database: { url: null, own: {} },
      web: { host: '127.0.0.1', port: 8080 },
      telegram: { token: null, apiRoot: 'https://api.telegram.org', intake: { mode: 'polling' }, rate: 30 },
      keys: { passphrase: null },
      logLevel: 'info',
    });
    expect([...config.roles]).toEqual(['web', 'bot', 'scheduler', 'sender']);
    expect(config.keys.file).toBe(`${config.dataFolder}/keys.json`);
  });

  test('is what empty values come to', () => {
    const empty = Object.fromEntries(configNames.map((name) => [name, '']));
    expect(inspect(parsed(empty))).toBe(inspect(parsed({})));
  });
});

test('.env.example lists every setting, and none that is not read', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const listed = [...example.matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name);
  // The command line alone reads BRAY_TOKEN.
  expect(listed.toSorted()).toEqual([...configNames, 'BRAY_TOKEN'].toSorted());
});

describe('faults', () => {
  const wrong = {
    DATABASE_URL: 'mysql://user:hunter2@host/db',
    ROLES: 'web,hunter2',
    PORT: '70000',
    TELEGRAM_BOT_TOKEN: 'hunter2',
    TELEGRAM_API_ROOT: 'hunter2',
    TELEGRAM_MODE: 'hunter2',
    PUBLIC_URL: 'http://hunter2.example',
    TELEGRAM_WEBHOOK_SECRET: 'hunter2',
    TELEGRAM_RATE: 'hunter2',
    FACEBOOK_GRAPH_ROOT: 'hunter2',
    FACEBOOK_GRAPH_VERSION: 'hunter2',
    X_API_ROOT: 'hunter2',
    LOG_LEVEL: 'hunter2',
  };

  test('are all named at once, each with a remedy, and never with the value', () => {
    const found = faults(wrong);
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(wrong).toSorted());
    expect(JSON.stringify(found)).not.toMatch(/hunter2|70000/);
    for (const fault of Object.values(found)) expect(fault.length).toBeGreaterThan(20);
  });

  test('never quote what was given, whatever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...configNames), fc.stringMatching(/^[%~]{12,20}$/), (name, value) => {
        const result = parseConfig({ TELEGRAM_MODE: 'webhook', [name]: value });
        if (!result.ok) expect(JSON.stringify(result.faults)).not.toContain(value);
      }),
    );
  });

  test('name everything that a webhook needs and does not have', () => {
    const found = faults({ TELEGRAM_MODE: 'webhook' });
    expect(Object.keys(found).toSorted()).toEqual([
      'PUBLIC_URL',
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_WEBHOOK_SECRET',
    ]);
  });

  test('hide no other fault', () => {
    const found = faults({ TELEGRAM_MODE: 'webhook', PORT: 'x', TELEGRAM_RATE: '-1' });
    expect(Object.keys(found).toSorted()).toEqual([
      'PORT',
      'PUBLIC_URL',
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_RATE',
      'TELEGRAM_WEBHOOK_SECRET',
    ]);
  });

  test('are named once, however many parts of a value are wrong', () => {
    const result = parseConfig({ ROLES: 'web,x,y' });
    expect(result).toMatchObject({ ok: false, faults: [{ name: 'ROLES' }] });
  });

  test('lie in a rate that would switch the limit off by a slip', () => {
    expect(parsed({ TELEGRAM_RATE: ' ' }).telegram.rate).toBe(30);
    expect(parsed({ TELEGRAM_RATE: '0' }).telegram.rate).toBe(0);
    for (const rate of ['-0.5', '0x0', '1001', 'Infinity']) {
      expect(faults({ TELEGRAM_RATE: rate })).toHaveProperty('TELEGRAM_RATE');
    }
  });

  test.each([['0'], ['65535']])('do not lie in port %s', (port) => {
    expect(parsed({ PORT: port }).web.port).toBe(Number(port));
  });

  test.each([['-1'], ['65536'], ['80.5'], ['http'], ['0x50'], ['1e3']])('lie in port %s', (port) => {
    expect(faults({ PORT: port })).toHaveProperty('PORT');
  });
});

describe('a webhook', () => {
  const env = {
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://bray.example.org',
    TELEGRAM_WEBHOOK_SECRET: 's'.repeat(32),
    TELEGRAM_BOT_TOKEN: token,
  };

  test('is taken up with its address and secret', () => {
    const { intake } = parsed(env).telegram;
    if (intake.mode !== 'webhook') throw new Error('polling');
    expect(intake.publicUrl).toBe('https://bray.example.org');
    expect(intake.secret.reveal()).toBe('s'.repeat(32));
  });

  test('is not taken up unless it is asked for', () => {
    expect(parsed({ ...env, TELEGRAM_MODE: 'polling' }).telegram.intake).toEqual({ mode: 'polling' });
  });
});

test('a public address is https, or http to a stand-in on this machine only', () => {
  for (const local of ['http://127.0.0.1:8443', 'http://localhost:1/', 'http://[::1]:2']) {
    expect(parsed({ PUBLIC_URL: local }).web.publicUrl).toBe(local.replace(/\/$/, ''));
  }
  for (const other of ['http://bray.example.org', 'http://127.0.0.1.example.org', 'http://10.0.0.1']) {
    expect(faults({ PUBLIC_URL: other })).toHaveProperty('PUBLIC_URL');
  }
  expect(parsed({}).web.publicUrl).toBeNull();
  // Nothing on a follower's phone leads to this machine.
  expect(parsed({ PUBLIC_URL: 'http://localhost:8080' }).web.followersUrl).toBeNull();
  expect(parsed({ PUBLIC_URL: 'https://bray.example.org' }).web.followersUrl).toBe(
    'https://bray.example.org',
  );
});

test('roles are read with blanks around them', () => {
  expect([...parsed({ ROLES: 'bot, sender' }).roles]).toEqual(['bot', 'sender']);
});

test('an address of the Bot API loses its last slashes, so that paths can be put behind it', () => {
  expect(parsed({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081//' }).telegram.apiRoot).toBe(
    'http://127.0.0.1:8081',
  );
});

test('a secret shows itself to nobody who does not ask for it by name', () => {
  const secret = new Secret('hunter2');
  const shown = [
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: { secret } }, { depth: 9 }),
  ];
  expect(shown.join()).not.toContain('hunter2');
  expect(
    inspect(parsed({ TELEGRAM_BOT_TOKEN: token, KEYS_PASSPHRASE: 'hunter2' }), { depth: 9 }),
  ).not.toMatch(/hunter2|Ab-_/);
  expect(secret.reveal()).toBe('hunter2');
});

test('a staff site is read with the domain that its passkeys are bound to, or refused with what to write', () => {
  expect(parsed({}).web.staffSite).toBeNull();
  expect(parsed({ STAFF_ORIGIN: 'https://staff.example.org' }).web.staffSite).toEqual({
    origin: 'https://staff.example.org',
    rpId: 'staff.example.org',
  });
  const refused = parseConfig({ STAFF_ORIGIN: 'http://192.0.2.1' });
  expect(refused).toMatchObject({ ok: false, faults: [{ name: 'STAFF_ORIGIN' }] });
  expect(JSON.stringify(refused)).not.toContain('192.0.2.1');
});

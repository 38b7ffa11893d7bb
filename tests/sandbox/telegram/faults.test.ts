import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/telegram/faults.ts';
import { bench } from './helper.ts';

/** One message that meets a fault: what the client saw and what the ledger has. */
async function meet(fault: Fault) {
  const made = await bench();
  const { url, bot, user, standIn } = made;
  standIn.addFault({ fault, method: 'sendMessage' });
  const started = performance.now();
  const seen = await fetch(`${url}/bot${bot.token}/sendMessage?chat_id=${user}&text=x`)
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch((error: Error) => ({ status: 0, body: String(error.cause ?? error) }));
  return { ...made, ...seen, ms: performance.now() - started, ledger: standIn.ledger({ chat: user }) };
}

describe('before acceptance: nothing is in the ledger', () => {
  test.each([
    [{ kind: 'reset', accepted: false }, 0],
    [{ kind: 'status', status: 500, accepted: false }, 500],
    [{ kind: 'status', status: 503, accepted: false }, 503],
    [{ kind: 'html', status: 502, accepted: false }, 502],
    [{ kind: 'too many requests', retryAfter: 7 }, 429],
    [{ kind: 'too many requests', retryAfter: null }, 429],
    [{ kind: 'bad request', description: 'BUTTON_TYPE_INVALID' }, 400],
    [{ kind: 'frozen' }, 400],
    [{ kind: 'unauthorized' }, 401],
  ] satisfies [Fault, number][])('%o', async (fault, status) => {
    const met = await meet(fault);
    expect(met.status).toBe(status);
    expect(met.ledger).toEqual([]);
    // It happens once, and the next request passes.
    expect((await met.call('sendMessage', { chat_id: met.user, text: 'x' })).ok).toBe(true);
  });
});

describe('after acceptance: the ledger has it, without an answer', () => {
  test.each([
    [{ kind: 'reset', accepted: true }, 0],
    [{ kind: 'status', status: 500, accepted: true }, 500],
    [{ kind: 'html', status: 502, accepted: true }, 502],
    [{ kind: 'truncated' }, 0],
  ] satisfies [Fault, number][])('%o', async (fault, status) => {
    const { status: seen, ledger, standIn, user } = await meet(fault);
    expect(seen).toBe(status);
    expect(ledger).toMatchObject([{ text: 'x', answered: false }]);
    expect(standIn.messages({ chat: user }).at(-1)).toMatchObject({ text: 'x' });
  });
});

test('HTML is HTML, and retry_after is there or not', async () => {
  expect((await meet({ kind: 'html', status: 502, accepted: false })).body).toContain('<html>');
  const told = await meet({ kind: 'too many requests', retryAfter: 7 });
  expect(JSON.parse(told.body)).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  const untold = await meet({ kind: 'too many requests', retryAfter: null });
  expect(JSON.parse(untold.body).parameters).toBeUndefined();
  expect(JSON.parse((await meet({ kind: 'frozen' })).body).description).toBe(
    'Bad Request: FROZEN_METHOD_INVALID',
  );
});

test('a stall delays the acceptance, or the answer only', async () => {
  const before = await meet({ kind: 'stall', ms: 200, accepted: false });
  expect(before.ms).toBeGreaterThan(195);
  expect(before.status).toBe(200);
  const { call, standIn, user } = await bench();
  standIn.addFault({ fault: { kind: 'stall', ms: 300, accepted: true } });
  const answer = call('sendMessage', { chat_id: user, text: 'x' });
  await expect.poll(() => standIn.ledger({ chat: user }).length, { interval: 5 }).toBe(1);
  const accepted = performance.now();
  expect((await answer).ok).toBe(true);
  expect(performance.now() - accepted).toBeGreaterThan(200);
});

test('refused connections are destroyed before anything is read', async () => {
  const { call, standIn, user } = await bench();
  await call('getMe');
  standIn.addFault({ fault: { kind: 'refuse' }, times: 2 });
  const failed = () => expect(call('sendMessage', { chat_id: user, text: 'x' })).rejects.toThrow();
  await failed();
  await failed();
  expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(true);
  expect(standIn.ledger({ chat: user })).toHaveLength(1);
});

test('nobody listens while it is down', async () => {
  const { call, standIn } = await bench();
  standIn.goDown({ ms: 200 });
  const error: Error = await call('getMe').then(
    () => new Error('it answered'),
    (failure: Error) => failure,
  );
  expect(String(error.cause)).toContain('ECONNREFUSED');
  await expect
    .poll(() =>
      call('getMe').then(
        (answer) => answer.ok,
        () => false,
      ),
    )
    .toBe(true);
});

test('a fault keeps to its method, chat and bot, after as many requests as it skips, as often as planned', async () => {
  const { call, standIn, user } = await bench();
  const other = standIn.createUser().id;
  standIn.userStarts({ user: other });
  standIn.addFault({ fault: { kind: 'unauthorized' }, method: 'sendMessage', chat: user, skip: 1, times: 2 });
  const send = async (chat_id: number) => (await call('sendMessage', { chat_id, text: 'x' })).ok;
  expect((await call('getMe')).ok).toBe(true);
  expect(await send(other)).toBe(true);
  expect([await send(user), await send(user), await send(user), await send(user)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  standIn.addFault({ fault: { kind: 'unauthorized' }, bot: 1 });
  expect(await send(user)).toBe(true);
  standIn.clearFaults();
  expect(standIn.faults()).toEqual([]);
});

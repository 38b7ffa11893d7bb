import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BotLimits,
  DEFAULT_RATES,
  type LimitedChat,
  RATE_MODELS,
  type RateModel,
} from '../../../sandbox/telegram/limits.ts';
import { bench, until } from './helper.ts';

const chat = (id: number, kind: LimitedChat['kind'] = 'private'): LimitedChat => ({
  id,
  kind,
  pace: { paidUpTo: Number.NEGATIVE_INFINITY },
});

/** Sends to ever new chats at the given instants; returns the instants that were let through. */
function admitted(model: RateModel, instants: readonly number[], paid = false): number[] {
  const limits = new BotLimits({ ...DEFAULT_RATES, model });
  return instants.filter((now, index) => limits.admit(chat(index), paid, now) === 0);
}

const most = (instants: readonly number[], window: number): number =>
  Math.max(0, ...instants.map((from) => instants.filter((at) => at >= from && at < from + window).length));

const everyMs = (count: number) => Array.from({ length: count }, (_, i) => 10_000 + i);

describe('30 per second and bot', () => {
  test('a sliding log lets 30 through in any second', () => {
    const through = admitted('sliding log', everyMs(5000));
    expect(most(through, 1000)).toBe(30);
    expect(through.length).toBe(150);
  });

  test('a fixed window lets 30 through between two ticks, 60 around one', () => {
    const through = admitted('fixed window', everyMs(5000));
    expect(through.length).toBe(150);
    const around = [...Array(40).keys()]
      .flatMap(() => [10_999])
      .concat([...Array(40).keys()].map(() => 11_000));
    expect(admitted('fixed window', around).length).toBe(60);
  });

  test('a small bucket takes 5 at once and 30 a second', () => {
    expect(admitted('small bucket', Array(20).fill(10_000)).length).toBe(5);
    expect(admitted('small bucket', everyMs(10_000)).length).toBeCloseTo(305, -1);
  });

  test('paid broadcasts have a thousand', () => {
    expect(admitted('sliding log', Array(1500).fill(10_000), true).length).toBe(1000);
  });

  test('off lets everything through', () => {
    expect(admitted('off', Array(5000).fill(10_000)).length).toBe(5000);
  });

  test('no model ever lets more than 60 through in a second, and waiting as told always helps', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RATE_MODELS.filter((m) => m !== 'off')),
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 200 }),
        (model, gaps) => {
          const limits = new BotLimits({ ...DEFAULT_RATES, model });
          const through: number[] = [];
          let now = 5000;
          for (const [index, gap] of gaps.entries()) {
            now += gap;
            const wait = limits.admit(chat(index), false, now);
            if (wait > 0) {
              now += wait;
              expect(limits.admit(chat(index), false, now)).toBe(0);
            }
            through.push(now);
          }
          expect(most(through, 1000)).toBeLessThanOrEqual(60);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('one per second and chat, 20 per minute and group', () => {
  const through = (target: LimitedChat, instants: readonly number[]) => {
    const limits = new BotLimits({ ...DEFAULT_RATES, model: 'sliding log' });
    return instants.filter((now) => limits.admit(target, false, now) === 0);
  };

  test('a chat takes a burst of 3, then one per second', () => {
    expect(through(chat(1), Array(10).fill(10_000)).length).toBe(3);
    expect(through(chat(1), everyMs(10_000)).length).toBe(12);
  });

  test('a group takes 20 a minute', () => {
    const instants = Array.from({ length: 120 }, (_, i) => 10_000 + i * 1000);
    expect(through(chat(-1, 'group'), instants).length).toBe(40);
    expect(through(chat(1), instants).length).toBe(120);
  });
});

describe('over HTTP', () => {
  test('429 says when to come back, and was not delivered', async () => {
    let now = 0;
    const { call, standIn, user } = await bench({ rates: { model: 'sliding log' }, monotonic: () => now });
    const send = () => call('sendMessage', { chat_id: user, text: 'x' });
    for (let i = 0; i < 3; i++) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({
      status: 429,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    expect(standIn.ledger({ chat: user })).toHaveLength(3);
    expect(standIn.counts().sendMessage).toMatchObject({ accepted: 3, tooManyRequests: 1, refused: 0 });
    expect(standIn.refusals()).toEqual([]);
    now = 1000;
    expect((await send()).ok).toBe(true);
  });

  test('edits count like messages; answers to taps and deletions do not', async () => {
    const { call, standIn, user } = await bench({ rates: { model: 'sliding log' }, monotonic: () => 0 });
    const { result } = await call('sendMessage', { chat_id: user, text: '0' });
    const at = { chat_id: user, message_id: result.message_id };
    expect((await call('editMessageText', { ...at, text: '1' })).ok).toBe(true);
    expect((await call('editMessageText', { ...at, text: '2' })).ok).toBe(true);
    expect((await call('editMessageText', { ...at, text: '3' })).error_code).toBe(429);
    for (let i = 0; i < 40; i++) {
      const { queryId } = standIn.userTaps({ user, messageId: 1, button: { data: 'x' } });
      expect((await call('answerCallbackQuery', { callback_query_id: queryId })).ok).toBe(true);
    }
    expect((await call('deleteMessage', at)).ok).toBe(true);
  });

  test('messages that end in 403 count too', async () => {
    const { call, standIn, user } = await bench({
      rates: { model: 'sliding log', perSecond: 2 },
      monotonic: () => 0,
    });
    standIn.userBlocks({ user });
    const send = async () => (await call('sendMessage', { chat_id: user, text: 'x' })).error_code;
    expect([await send(), await send(), await send()]).toEqual([403, 403, 429]);
  });

  test('a silent delay answers late instead of refusing, up to its sum', async () => {
    const { call, standIn, user } = await bench({
      rates: { model: 'sliding log', chatBurst: 1, silentDelayMs: 1500 },
    });
    const send = () => call('sendMessage', { chat_id: user, text: 'x' });
    await send();
    const started = performance.now();
    expect((await send()).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(900);
    standIn.setRates({ silentDelayMs: 100 });
    await send();
    expect((await send()).error_code).toBe(429);
  });

  test('more than 310 messages that wait for one chat are a fault of their own: a minute off, after 3 s', async () => {
    const rates = { model: 'sliding log', chatBurst: 1, chatPerSecond: 1 / 7, silentDelayMs: 8000 } as const;
    const { call, standIn, user } = await bench({ rates });
    const send = () => call('sendMessage', { chat_id: user, text: 'x' });
    expect((await send()).ok).toBe(true);
    const waiting = Array.from({ length: 310 }, () => send().catch(() => null));
    const [bot] = standIn.core.bots.values();
    await until(() => bot!.chats.get(user)!.sleeping === 310);
    const started = performance.now();
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 60 } });
    expect(performance.now() - started).toBeGreaterThan(2950);
    expect(waiting).toHaveLength(310);
  });

  test('limits are per bot', async () => {
    const { call, standIn, user, url } = await bench({
      rates: { model: 'sliding log', perSecond: 1 },
      monotonic: () => 0,
    });
    const other = standIn.createBot();
    standIn.userStarts({ user, bot: other.id });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(true);
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(false);
    expect((await fetch(`${url}/bot${other.token}/sendMessage?chat_id=${user}&text=x`)).status).toBe(200);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/telegram/faults.ts';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { type RenderedMessage, sendMessageParams } from '../../src/domain/message.ts';
import { type SendOutcome, sendOutcome } from '../../src/domain/outcome.ts';
import { startLimiter } from '../../src/telegram/limiter.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';

const message: RenderedMessage = { text: 'Hearing on Wednesday.', entities: [], buttons: [] };

let telegram: RunningStandIn;
let bot: { id: number; token: string };
let transport: Transport;

beforeEach(async () => {
  telegram = await startTelegramStandIn();
  bot = telegram.standIn.createBot();
  transport = createTransport({ apiRoot: telegram.url, token: bot.token, timeoutMs: 500 });
});

afterEach(async () => {
  await transport.close();
  await telegram.close();
});

function newFollower(): number {
  const { id } = telegram.standIn.createUser({ firstName: 'Aysel' });
  telegram.standIn.userStarts({ user: id });
  return id;
}

async function send(chat: number, rendered = message): Promise<SendOutcome> {
  return sendOutcome(await transport.call('sendMessage', { chat_id: chat, ...sendMessageParams(rendered) }));
}

const arrived = (chat: number) => telegram.standIn.ledger({ chat }).length;

describe('what Telegram says of a chat', () => {
  it('is sent, with the id of the message', async () => {
    const chat = newFollower();
    expect(await send(chat)).toEqual({ kind: 'sent', messageId: expect.any(Number) });
    expect(arrived(chat)).toBe(1);
  });

  it('is unreachable after a block and a deactivation, and before a start', async () => {
    const [blocked, deactivated] = [newFollower(), newFollower()];
    const { id: never } = telegram.standIn.createUser({ firstName: 'Never' });
    telegram.standIn.userBlocks({ user: blocked });
    telegram.standIn.userDeactivates({ user: deactivated });
    expect(await send(blocked)).toMatchObject({ refusal: { class: 'unreachable', reason: 'blocked' } });
    expect(await send(deactivated)).toMatchObject({
      refusal: { class: 'unreachable', reason: 'deactivated' },
    });
    const outcome = await send(never);
    expect(outcome.kind === 'refused' && outcome.refusal.class).toMatch(/^(unreachable|chat-not-found)$/);
  });

  it('is not found, gone, or moved to a new id', async () => {
    const owner = newFollower();
    expect(await send(99)).toMatchObject({ refusal: { class: 'chat-not-found' } });

    const moved = telegram.standIn.createGroup({ owner, members: [bot.id] }).id;
    const successor = telegram.standIn.migrateGroup({ chat: moved }).id;
    const migrated = await send(moved);
    expect(
      migrated.kind === 'refused' && migrated.refusal.class === 'migrated' && migrated.refusal.to(),
    ).toBe(successor);

    const kicked = telegram.standIn.createGroup({ owner, members: [bot.id] }).id;
    telegram.standIn.setMember({ chat: kicked, user: bot.id, status: 'kicked' });
    expect(await send(kicked)).toMatchObject({ refusal: { class: 'chat-gone', reason: 'kicked' } });
  });

  it('is a fault of the content', async () => {
    const chat = newFollower();
    const tooLong = { ...message, text: 'x'.repeat(4097) };
    expect(await send(chat, tooLong)).toMatchObject({ refusal: { class: 'content', code: 'too-long' } });
    expect(await send(chat, { ...message, text: '' })).toMatchObject({
      refusal: { class: 'content', code: 'empty' },
    });
    const button = { ...message, buttons: [[{ text: 'x', data: 'x'.repeat(65) }]] };
    expect(await send(chat, button)).toMatchObject({ refusal: { class: 'content', code: 'markup' } });
  });

  it('is that the token is wrong', async () => {
    const stranger = createTransport({ apiRoot: telegram.url, token: '1:unknown' });
    expect(await stranger.call('getMe')).toMatchObject({ refusal: { class: 'bot-stopped' } });
    await stranger.close();
  });
});

describe('a fault on the way', () => {
  const cases: [Fault, SendOutcome['kind'], arrives: boolean][] = [
    [{ kind: 'reset', accepted: false }, 'unknown', false],
    [{ kind: 'reset', accepted: true }, 'unknown', true],
    [{ kind: 'stall', ms: 1500, accepted: true }, 'unknown', true],
    [{ kind: 'status', status: 500, accepted: false }, 'unknown', false],
    [{ kind: 'status', status: 502, accepted: true }, 'unknown', true],
    [{ kind: 'html', status: 200, accepted: true }, 'unknown', true],
    [{ kind: 'html', status: 403, accepted: false }, 'unknown', false],
    [{ kind: 'truncated' }, 'unknown', true],
    [{ kind: 'too many requests', retryAfter: 5 }, 'refused', false],
    [{ kind: 'too many requests', retryAfter: null }, 'refused', false],
    [{ kind: 'frozen' }, 'refused', false],
    [{ kind: 'unauthorized' }, 'refused', false],
  ];

  it.each(cases)('%o is %s', async (fault, kind, arrives) => {
    const chat = newFollower();
    telegram.standIn.addFault({ fault, times: 1 });
    expect((await send(chat)).kind).toBe(kind);
    // Never sent twice; and what is not `unknown` has certainly not arrived.
    expect(arrived(chat)).toBe(arrives ? 1 : 0);
    telegram.standIn.clearFaults();
    expect((await send(chat)).kind).toBe('sent');
    expect(arrived(chat)).toBe(arrives ? 2 : 1);
  });

  it('that breaks the connection before a byte is read is never taken for sent', async () => {
    const chat = newFollower();
    telegram.standIn.addFault({ fault: { kind: 'refuse' }, times: 1 });
    // Whether our bytes had left already is a race; that it knows which is the point.
    expect((await send(chat)).kind).toMatch(/^(unsent|unknown)$/);
    expect(arrived(chat)).toBe(0);
  });

  it('is unsent when Telegram is not there at all', async () => {
    const chat = newFollower();
    expect((await send(chat)).kind).toBe('sent');
    telegram.standIn.goDown({ ms: 400 });
    await expect.poll(async () => (await send(chat)).kind).toBe('unsent');
    expect(arrived(chat)).toBe(1);
    await expect.poll(async () => (await send(chat)).kind, { timeout: 5000 }).toBe('sent');
  });
});

describe('the limiter over real HTTP, on real clocks', () => {
  it('lets out close to 30 a second without one refusal', async () => {
    const chats = Array.from({ length: 200 }, newFollower);
    const limiter = startLimiter({}, performance.now());
    const outcomes: Promise<SendOutcome>[] = [];
    let wake = () => {};
    const started = performance.now() + 1000;
    while (performance.now() < started + 4000) {
      const wait = limiter.nextSlot(performance.now());
      if (wait > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, wait);
        });
        continue;
      }
      const id = `${outcomes.length}`;
      const chat = chats[outcomes.length % chats.length]!;
      limiter.sent(id, { key: `${chat}`, kind: 'private' }, performance.now());
      outcomes.push(
        send(chat).then((outcome) => {
          limiter.answered(id, performance.now(), outcome);
          wake();
          return outcome;
        }),
      );
    }
    const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['sent']));
    expect(kinds.length).toBeGreaterThan(0.9 * 4 * 30);
    expect(telegram.standIn.busiest({ windowMs: 1000 })).toBeLessThanOrEqual(30);
  });
});

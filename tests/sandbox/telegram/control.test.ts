import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StandInClient } from '../../../sandbox/telegram/control/client.ts';
import { bench } from './helper.ts';

describe('the ledger', () => {
  test('has what was accepted, per chat and in order, with both clocks', async () => {
    const { call, standIn, user } = await bench();
    const other = standIn.createUser().id;
    standIn.userStarts({ user: other });
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] };
    const before = Number(process.hrtime.bigint()) / 1e6;
    await call('sendMessage', { chat_id: user, text: '<b>1</b>', parse_mode: 'HTML', reply_markup });
    await call('sendMessage', { chat_id: other, text: '2' });
    await call('sendMessage', { chat_id: user, text: '' });
    await call('sendMessage', { chat_id: user, text: '3' });
    const after = Number(process.hrtime.bigint()) / 1e6;
    const entries = standIn.ledger({ chat: user });
    expect(entries.map((e) => e.text)).toEqual(['1', '3']);
    expect(entries[0]).toMatchObject({
      method: 'sendMessage',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
      replyMarkup: reply_markup,
      answered: true,
    });
    const { monotonic, wall } = entries[0]!.acceptedAt;
    expect(monotonic).toBeGreaterThan(before);
    expect(monotonic).toBeLessThan(after);
    expect(Math.abs(Date.now() - wall)).toBeLessThan(5000);
    const all = standIn.ledger();
    expect(all.map((e) => e.text)).toEqual(['1', '2', '3']);
    expect(standIn.ledger({ since: all[0]!.seq }).map((e) => e.text)).toEqual(['2', '3']);
    expect(standIn.ledger({ since: all[0]!.seq, limit: 1 }).map((e) => e.text)).toEqual(['2']);
    expect(standIn.counts().sendMessage).toMatchObject({ accepted: 3, refused: 1 });
  });

  test.each(['full', 'compact'] as const)(
    'in %s mode tells what is missing, double or unanswered',
    async (ledger) => {
      const { call, standIn, user, bot } = await bench({ ledger, tag: /#(\w+)/, recentMessages: 2 });
      const { firstId } = standIn.createUsers({ count: 3, bot: bot.id });
      const send = (chat_id: number, tag: string) => call('sendMessage', { chat_id, text: `News #${tag}` });
      for (let i = 0; i < 3; i++) await send(firstId + i, 'one');
      await send(firstId, 'two');
      await send(firstId, 'two');
      standIn.addFault({ fault: { kind: 'truncated' } });
      await expect(send(firstId + 1, 'two')).rejects.toThrow();
      expect(standIn.tallies()).toEqual([
        { tag: 'one', messages: 3, chats: 3, repeatedChats: 0, unanswered: 0 },
        { tag: 'two', messages: 3, chats: 2, repeatedChats: 1, unanswered: 1 },
      ]);
      expect(standIn.messagesPerChat()).toEqual([
        [firstId, 3],
        [firstId + 1, 2],
        [firstId + 2, 1],
      ]);
      expect(standIn.busiest({ windowMs: 60_000 })).toBe(6);
      expect(standIn.ledger({ chat: user })).toEqual([]);
    },
  );

  test('in compact mode keeps groups and channels whole, and the recent messages editable', async () => {
    const { call, standIn, user, bot } = await bench({ ledger: 'compact', recentMessages: 2 });
    const chat = standIn.createGroup({ owner: user, supergroup: true }).id;
    standIn.setMember({ chat, user: bot.id, status: 'member' });
    await call('sendMessage', { chat_id: chat, text: 'to the group' });
    expect(standIn.ledger({ chat }).map((e) => e.text)).toEqual(['to the group']);
    const send = async (text: string) =>
      (await call('sendMessage', { chat_id: user, text })).result.message_id;
    const first = await send('a');
    await send('b');
    const last = await send('c');
    const edit = (message_id: number) => call('editMessageText', { chat_id: user, message_id, text: 'new' });
    expect((await edit(last)).ok).toBe(true);
    expect((await edit(first)).description).toBe('Bad Request: message to edit not found');
  });
});

describe('the control API', () => {
  test('drives everything from outside, typed', async () => {
    const { url, user, call } = await bench();
    const client = new StandInClient(url);
    const { updateId } = await client.run('user-sends', { user, text: 'salam' });
    expect(await client.run('updates', {})).toMatchObject([{ update_id: updateId, state: 'queued' }]);
    expect(await client.run('user-blocks', { user })).toBeNull();
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).error_code).toBe(403);
    expect(await client.run('clock', { now: '2009-11-10T20:00:00Z' })).toMatchObject({
      now: expect.stringMatching(/^2009-11-10T20:00:0/),
    });
    await client.run('user-unblocks', { user });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).result.date).toBe(
      Date.UTC(2009, 10, 10, 20) / 1000,
    );
    await client.run('rates', { model: 'sliding log', chatBurst: 1 });
    await call('sendMessage', { chat_id: user, text: 'x' });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).error_code).toBe(429);
    await expect(client.run('user-sends', { user: 1, text: 'x' })).rejects.toThrow('there is no such person');
  });

  test('refuses what it does not know', async () => {
    const { url } = await bench();
    const post = (name: string, body: string) => fetch(`${url}/control/${name}`, { method: 'POST', body });
    expect((await post('unknown', '{}')).status).toBe(404);
    expect((await post('user-sends', '{"user":"x"}')).status).toBe(400);
    expect((await post('user-sends', '{"usr":1,"user":1,"text":"x"}')).status).toBe(400);
    expect((await post('user-sends', '{')).status).toBe(400);
    expect((await fetch(`${url}/control/user-sends`)).status).toBe(405);
  });

  test('answers GET for what only looks, to a page of any origin', async () => {
    const { url, user } = await bench();
    const response = await fetch(`${url}/control/messages?chat=${user}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ ok: true, result: [{ text: '/start' }] });
    const preflight = await fetch(`${url}/control/user-sends`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
  });

  test('streams events, and takes up where a stream broke off', async () => {
    const { url, call, user, standIn, bot } = await bench();
    const listen = async (since?: string) => {
      const abort = new AbortController();
      onTestFinished(() => abort.abort());
      const headers: Record<string, string> = since === undefined ? {} : { 'Last-Event-ID': since };
      const response = await fetch(`${url}/control/events?bot=${bot.id}`, { signal: abort.signal, headers });
      let text = '';
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const next = async (kind: string) => {
        for (;;) {
          const event = new RegExp(`id: (\\d+)\\nevent: ${kind}\\ndata: (.*)\\n\\n`).exec(text);
          if (event !== null) return { id: event[1]!, data: JSON.parse(event[2]!) };
          const { value, done } = await reader.read();
          if (done) throw new Error('the stream ended');
          text += value;
        }
      };
      return { next, stop: () => abort.abort() };
    };
    const first = await listen();
    const { result } = await call('sendMessage', { chat_id: user, text: 'birinci' });
    const event = await first.next('message');
    expect(event.data).toMatchObject({ bot: bot.id, chat: user, message: { text: 'birinci' } });
    first.stop();
    await call('editMessageText', { chat_id: user, message_id: result.message_id, text: 'ikinci' });
    const second = await listen(event.id);
    expect((await second.next('message-edited')).data.message.text).toBe('ikinci');
    const { queryId } = standIn.userTaps({ user, messageId: result.message_id, button: { data: 'x' } });
    await second.next('update-queued');
    await call('answerCallbackQuery', { callback_query_id: queryId, text: 'Done', show_alert: true });
    expect((await second.next('callback-answered')).data).toMatchObject({
      text: 'Done',
      show_alert: true,
      user,
    });
    await call('deleteMessage', { chat_id: user, message_id: result.message_id });
    expect((await second.next('message-deleted')).data).toMatchObject({
      chat: user,
      message_id: result.message_id,
    });
    await call('getUpdates', { offset: -1 });
    standIn.userBlocks({ user });
    expect((await second.next('state')).data).toMatchObject({ chat: user, state: 'blocked' });
    standIn.setClock({ now: '2009-11-11T06:30:00Z' });
    expect((await second.next('clock')).data.now).toMatch(/^2009-11-11T06:30/);
  });
});

test('runs as a process of its own and ends on SIGTERM', async () => {
  const child = spawn(process.execPath, [
    'sandbox/telegram/main.ts',
    '--rates',
    'off',
    '--ledger',
    'compact',
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = JSON.parse(String(line));
  const bot = await new StandInClient(url).run('create-bot', {});
  expect((await fetch(`${url}/bot${bot.token}/getMe`)).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { API_METHOD_COUNT, API_VERSION } from '../../../sandbox/telegram/api.ts';
import { bench } from './helper.ts';

describe('the Bot API it knows', () => {
  test('is 10.3 with all of its methods', () => {
    expect(API_VERSION).toBe('Bot API 10.3');
    expect(API_METHOD_COUNT).toBe(185);
  });

  test('is the committed description, without the prose', () => {
    const file = JSON.parse(readFileSync('sandbox/telegram/api-10.3.json', 'utf8'));
    expect(file.methods.sendMessage).toMatchObject({ chat_id: 'Integer|String!', text: 'String!' });
    expect(file.source).toContain('core.telegram.org');
  });
});

describe('how parameters arrive', () => {
  const text = 'Məhkəmə iclası: 15:00';

  test('as JSON', async () => {
    const { call, user } = await bench();
    expect((await call('sendMessage', { chat_id: user, text })).result.text).toBe(text);
  });

  test('in the query of a GET', async () => {
    const { raw, user } = await bench();
    const answer = await raw(`sendMessage?chat_id=${user}&text=${encodeURIComponent(text)}`, {
      method: 'GET',
    });
    expect(answer.result).toMatchObject({ text });
  });

  test('as a form, nested values as JSON in a string', async () => {
    const { raw, user } = await bench();
    const keyboard = { inline_keyboard: [[{ text: 'Stop', callback_data: 'stop' }]] };
    const body = new URLSearchParams({
      chat_id: String(user),
      text,
      disable_notification: 'true',
      reply_markup: JSON.stringify(keyboard),
    });
    const answer = await raw('sendMessage', { method: 'POST', body });
    expect(answer.result).toMatchObject({ text, reply_markup: keyboard });
  });

  test('as multipart', async () => {
    const { raw, user } = await bench();
    const body = new FormData();
    body.set('chat_id', String(user));
    body.set('text', text);
    body.set('entities', JSON.stringify([{ type: 'bold', offset: 0, length: 7 }]));
    const answer = await raw('sendMessage', { method: 'POST', body });
    expect(answer.result.entities).toEqual([{ type: 'bold', offset: 0, length: 7 }]);
  });

  test('split inside a UTF-8 character and pipelined: two answers in order', async () => {
    const { running, bot, user } = await bench();
    const request = (words: string) => {
      const body = Buffer.from(JSON.stringify({ chat_id: user, text: words }));
      const head = `POST /bot${bot.token}/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
      return Buffer.concat([Buffer.from(head), body]);
    };
    const both = Buffer.concat([request('birinci ə'), request('ikinci ə')]);
    const socket = connect(running.port, '127.0.0.1');
    let answers = '';
    socket.on('data', (chunk) => {
      answers += chunk.toString('utf8');
    });
    const cut = both.indexOf(Buffer.from('ə')) + 1;
    socket.write(both.subarray(0, cut));
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.write(both.subarray(cut));
    await expect.poll(() => answers.match(/HTTP\/1.1 200/g)?.length).toBe(2);
    socket.destroy();
    expect(answers.indexOf('birinci ə')).toBeGreaterThan(0);
    expect(answers.indexOf('ikinci ə')).toBeGreaterThan(answers.indexOf('birinci ə'));
  });

  test('pipelined behind an answer that takes its time', async () => {
    const { running, standIn, bot } = await bench();
    standIn.addFault({ fault: { kind: 'stall', ms: 50, accepted: false }, method: 'getMe' });
    const socket = connect(running.port, '127.0.0.1');
    let answers = '';
    socket.on('data', (chunk) => {
      answers += chunk.toString('utf8');
    });
    socket.write(
      ['getMe', 'getWebhookInfo'].map((m) => `GET /bot${bot.token}/${m} HTTP/1.1\r\n\r\n`).join(''),
    );
    await expect.poll(() => answers.match(/HTTP\/1.1 200/g)?.length).toBe(2);
    socket.destroy();
    expect(answers.indexOf('pending_update_count')).toBeGreaterThan(answers.indexOf('is_bot'));
  });

  test('in a chunked body', async () => {
    const { raw, user } = await bench();
    const bytes = new TextEncoder().encode(JSON.stringify({ chat_id: user, text }));
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 20));
        controller.enqueue(bytes.slice(20));
        controller.close();
      },
    });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await raw('sendMessage', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect(answer.result.text).toBe(text);
  });
});

describe('what is refused', () => {
  const json = { 'Content-Type': 'application/json' };

  test.each([
    ['an unknown method', 'sendTelepathy', {}, 404, 'Not Found: method not found'],
    ['a missing chat', 'sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
    ['a missing text', 'sendMessage', { chat_id: 1 }, 400, 'Bad Request: message text is empty'],
    [
      'another missing parameter',
      'sendChatAction',
      { chat_id: 1 },
      400,
      'Bad Request: parameter "action" is required',
    ],
    [
      'an ill-typed text',
      'sendMessage',
      { chat_id: 1, text: 5 },
      400,
      "Bad Request: can't parse text: String expected",
    ],
    [
      'null',
      'sendMessage',
      { chat_id: 1, text: null },
      400,
      "Bad Request: can't parse text: String expected",
    ],
    [
      'an ill-typed nested field',
      'sendMessage',
      { chat_id: 1, text: 'x', link_preview_options: { is_disabled: 'perhaps' } },
      400,
      "Bad Request: can't parse link_preview_options.is_disabled: Boolean expected",
    ],
    [
      'a missing nested field',
      'setMyCommands',
      { commands: [{ command: 'start' }] },
      400,
      'Bad Request: can\'t parse commands[0]: field "description" is required',
    ],
    [
      'a scope that does not exist',
      'setMyCommands',
      { commands: [], scope: { type: 'everybody' } },
      400,
      "Bad Request: can't parse scope: BotCommandScope expected",
    ],
  ])('%s', async (_, method, parameters, status, description) => {
    const { call, standIn } = await bench();
    const answer = await call(method, parameters);
    expect(answer).toMatchObject({ status, ok: false, error_code: status, description });
    expect(standIn.refusals()).toMatchObject([{ code: status, description }]);
  });

  test.each([
    ['broken JSON', '{"chat_id": 1, ', json],
    ['JSON that is no object', '[1]', json],
    ['half a surrogate pair', '{"chat_id": 5000001, "text": "\\ud83d"}', json],
    [
      'invalid UTF-8 in a form',
      'chat_id=1&text=%FF',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
    ],
    ['multipart without a boundary', 'x', { 'Content-Type': 'multipart/form-data' }],
  ])('%s', async (_, body, headers) => {
    const { raw } = await bench();
    expect(await raw('sendMessage', { method: 'POST', headers, body })).toMatchObject({
      status: 400,
      error_code: 400,
    });
  });

  test('invalid UTF-8 in JSON that would be right otherwise', async () => {
    const { raw, user } = await bench();
    const body = Buffer.from(`{"chat_id":${user},"text":"Bak\xff"}`, 'latin1');
    const answer = await raw('sendMessage', { method: 'POST', headers: json, body });
    expect(answer.description).toBe('Bad Request: strings must be encoded in UTF-8');
  });

  test("somebody else's token is unauthorized, no token is not found", async () => {
    const { url } = await bench();
    expect((await fetch(`${url}/bot12345:unknown/getMe`)).status).toBe(401);
    expect((await fetch(`${url}/botnothing/getMe`)).status).toBe(404);
  });

  test('a known method that is not simulated answers so, after its parameters were checked', async () => {
    const { call, user, standIn } = await bench();
    expect(await call('sendDice', { chat_id: 'x', emoji: 4 })).toMatchObject({ status: 400 });
    expect(await call('sendDice', { chat_id: user })).toMatchObject({
      status: 501,
      description: 'Method known, not simulated: sendDice',
    });
    expect(standIn.counts().sendDice).toMatchObject({ accepted: 0, refused: 1, notSimulated: 1 });
  });

  test('a parameter that the Bot API does not have passes, as with Telegram, but is listed', async () => {
    const { call, user, standIn } = await bench();
    const parameters = {
      chat_id: user,
      text: 'x',
      disable_web_page_preview: true,
      link_preview_options: { of: 1 },
    };
    expect((await call('sendMessage', parameters)).ok).toBe(true);
    expect(standIn.unknownParameters().map((u) => u.parameter)).toEqual([
      'disable_web_page_preview',
      'link_preview_options.of',
    ]);
  });
});

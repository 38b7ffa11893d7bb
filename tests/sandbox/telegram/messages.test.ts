import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bench } from './helper.ts';

/** The smallest PNG. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files', () => {
  const upload = (chat: number, kind: string, bytes: Buffer, caption = 'A caption') => {
    const body = new FormData();
    body.set('chat_id', String(chat));
    body.set('caption', caption);
    body.set(kind, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'picture.png');
    return { method: 'POST', body };
  };

  test('a photo is uploaded once and sent again by its file_id; the ledger knows its hash', async () => {
    const { raw, call, standIn, user, url, bot } = await bench();
    const first = await raw('sendPhoto', upload(user, 'photo', PIXEL));
    expect(first.result).toMatchObject({
      caption: 'A caption',
      photo: [{ width: 1, height: 1, file_size: PIXEL.length }],
    });
    const { file_id } = first.result.photo[0]!;
    const again = await call('sendPhoto', { chat_id: user, photo: file_id });
    expect(again.result.photo[0]?.file_id).toBe(file_id);
    const hash = createHash('sha256').update(PIXEL).digest('hex');
    expect(standIn.ledger().map((e) => e.fileSha256)).toEqual([hash, hash]);
    expect(standIn.files()).toHaveLength(1);
    const download = await fetch(`${url}/file/bot${bot.token}/${file_id}`);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(PIXEL);
  });

  test('a file_id is of one kind and of one bot', async () => {
    const { raw, call, standIn, user, url } = await bench();
    const { result } = await raw('sendDocument', upload(user, 'document', PIXEL));
    expect(result.document).toMatchObject({ file_name: 'picture.png', mime_type: 'image/png' });
    const { file_id } = result.document;
    expect((await call('sendPhoto', { chat_id: user, photo: file_id })).description).toBe(
      "Bad Request: can't use file of type Document as Photo",
    );
    const other = standIn.createBot();
    standIn.userStarts({ user, bot: other.id });
    const answer = await fetch(`${url}/bot${other.token}/sendDocument?chat_id=${user}&document=${file_id}`);
    expect(await answer.json()).toMatchObject({
      description: 'Bad Request: wrong file identifier/HTTP URL specified',
    });
  });

  test('what is no picture, is empty or is a URL', async () => {
    const { raw, call, user } = await bench();
    expect((await raw('sendPhoto', upload(user, 'photo', Buffer.from('no picture')))).description).toBe(
      'Bad Request: IMAGE_PROCESS_FAILED',
    );
    expect((await raw('sendDocument', upload(user, 'document', Buffer.alloc(0)))).description).toBe(
      'Bad Request: file must be non-empty',
    );
    expect((await call('sendPhoto', { chat_id: user, photo: 'https://example.org/a.png' })).error_code).toBe(
      501,
    );
    expect((await call('sendPhoto', { chat_id: user, photo: 'attach://nothing' })).ok).toBe(false);
  });

  test('a caption has 1024 UTF-16 units', async () => {
    const { raw, user } = await bench();
    expect((await raw('sendPhoto', upload(user, 'photo', PIXEL, 'ə'.repeat(1024)))).ok).toBe(true);
    expect((await raw('sendPhoto', upload(user, 'photo', PIXEL, 'ə'.repeat(1025)))).description).toBe(
      'Bad Request: message caption is too long',
    );
  });
});

describe('editing', () => {
  const sent = async () => {
    const made = await bench();
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] };
    const { result } = await made.call('sendMessage', { chat_id: made.user, text: 'before', reply_markup });
    const at = { chat_id: made.user, message_id: result.message_id as number };
    return { ...made, at, reply_markup };
  };

  test('changes the text and takes away the keyboard that is not given again', async () => {
    const { call, standIn, at, user } = await sent();
    const { result } = await call('editMessageText', { ...at, text: 'after' });
    expect(result).toMatchObject({
      message_id: at.message_id,
      text: 'after',
      edit_date: expect.any(Number),
    });
    expect(result).not.toHaveProperty('reply_markup');
    expect(standIn.messages({ chat: user }).at(-1)).toMatchObject({ text: 'after' });
    expect(standIn.ledger({ chat: user }).map((e) => [e.method, e.text])).toEqual([
      ['sendMessage', 'before'],
      ['editMessageText', 'after'],
    ]);
  });

  test('without a change is refused, for text and for keyboard', async () => {
    const { call, at, reply_markup } = await sent();
    const unchanged = /^Bad Request: message is not modified/;
    expect((await call('editMessageText', { ...at, text: 'before', reply_markup })).description).toMatch(
      unchanged,
    );
    expect((await call('editMessageReplyMarkup', { ...at, reply_markup })).description).toMatch(unchanged);
    expect((await call('editMessageReplyMarkup', at)).ok).toBe(true);
  });

  test('of messages of others, and of none, is refused', async () => {
    const { call, at } = await sent();
    expect((await call('editMessageText', { ...at, message_id: 1, text: 'x' })).description).toBe(
      "Bad Request: message can't be edited",
    );
    expect((await call('editMessageText', { ...at, message_id: 999, text: 'x' })).description).toBe(
      'Bad Request: message to edit not found',
    );
    expect((await call('editMessageText', { message_id: 1, text: 'x' })).description).toBe(
      'Bad Request: chat_id is empty',
    );
  });

  test('keeps to the rules of a new message', async () => {
    const { call, at } = await sent();
    expect((await call('editMessageText', { ...at, text: '' })).description).toBe(
      'Bad Request: message text is empty',
    );
    expect((await call('editMessageText', { ...at, text: '<b>', parse_mode: 'HTML' })).ok).toBe(false);
  });
});

describe('deleting', () => {
  test('takes a message away, once', async () => {
    const { call, standIn, user } = await bench();
    const { result } = await call('sendMessage', { chat_id: user, text: 'x' });
    const at = { chat_id: user, message_id: result.message_id };
    expect((await call('deleteMessage', at)).result).toBe(true);
    expect(standIn.messages({ chat: user }).map((m) => m.message_id)).not.toContain(result.message_id);
    expect((await call('deleteMessage', at)).description).toBe('Bad Request: message to delete not found');
  });

  test('ends 48 hours after the message by the calendar that was set', async () => {
    const { call, standIn, user } = await bench();
    standIn.setClock({ now: '2009-11-09T12:00:00Z', rate: 0 });
    const { result } = await call('sendMessage', { chat_id: user, text: 'x' });
    expect(result.date).toBe(Date.UTC(2009, 10, 9, 12) / 1000);
    const at = { chat_id: user, message_id: result.message_id };
    standIn.setClock({ now: '2009-11-11T12:00:00Z', rate: 0 });
    expect((await call('deleteMessage', at)).description).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
    standIn.setClock({ now: '2009-11-11T11:59:59Z', rate: 0 });
    expect((await call('deleteMessage', at)).result).toBe(true);
  });

  test('several at once skips what cannot be deleted', async () => {
    const { call, standIn, user } = await bench();
    const ids = [];
    for (const text of ['a', 'b', 'c'])
      ids.push((await call('sendMessage', { chat_id: user, text })).result.message_id);
    expect((await call('deleteMessages', { chat_id: user, message_ids: [ids[0], 999, ids[2]] })).result).toBe(
      true,
    );
    expect(standIn.messages({ chat: user }).map((m) => m.text)).toEqual(['/start', 'b']);
    const many = Array.from({ length: 101 }, (_, i) => i + 1);
    expect((await call('deleteMessages', { chat_id: user, message_ids: many })).ok).toBe(false);
  });

  test("of others' messages in a group needs the right", async () => {
    const { call, standIn, user, bot } = await bench();
    const chat = standIn.createGroup({ owner: user, supergroup: true }).id;
    standIn.setMember({ chat, user: bot.id, status: 'member' });
    const { messageId } = standIn.userSends({ user, chat, text: 'hello' });
    const remove = () => call('deleteMessage', { chat_id: chat, message_id: messageId });
    expect((await remove()).ok).toBe(false);
    standIn.setMember({ chat, user: bot.id, status: 'administrator', rights: { can_delete_messages: true } });
    expect((await remove()).result).toBe(true);
  });
});

describe('repeating', () => {
  test('a copy has no origin, a forward has one', async () => {
    const { call, standIn, user } = await bench();
    const other = standIn.createUser().id;
    standIn.userStarts({ user: other });
    const { result } = await call('sendMessage', { chat_id: user, text: 'x' });
    const from = { chat_id: other, from_chat_id: user, message_id: result.message_id };
    const copy = await call('copyMessage', from);
    expect(Object.keys(copy.result)).toEqual(['message_id']);
    const forward = await call('forwardMessage', from);
    expect(forward.result).toMatchObject({ text: 'x', forward_origin: { type: 'user', date: result.date } });
    expect(standIn.messages({ chat: other }).map((m) => m.text)).toEqual(['/start', 'x', 'x']);
    expect((await call('copyMessage', { ...from, message_id: 999 })).description).toBe(
      'Bad Request: message to copy not found',
    );
  });

  test('a reply names a message of the chat', async () => {
    const { call, user } = await bench();
    const reply = (reply_parameters: object) =>
      call('sendMessage', { chat_id: user, text: 'x', reply_parameters });
    expect((await reply({ message_id: 1 })).result.reply_to_message).toMatchObject({ text: '/start' });
    expect((await reply({ message_id: 99 })).description).toBe(
      'Bad Request: message to be replied not found',
    );
    expect((await reply({ message_id: 99, allow_sending_without_reply: true })).ok).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../sandbox/telegram/text/html.ts';
import { bench } from './helper.ts';

describe('HTML', () => {
  test.each([
    ['<b>a</b> <i>b</i>', 'a b', ['bold 0 1', 'italic 2 1']],
    ['<b>a<u>b</u></b>c', 'abc', ['bold 0 2', 'underline 1 1']],
    ['1 &lt; 2 &amp;&#33; &copy;', '1 < 2 &! &copy;', []],
    ['😀<s>x</s>', '😀x', ['strikethrough 2 1']],
    ['<tg-spoiler>x</tg-spoiler><span class="tg-spoiler">y</span>', 'xy', ['spoiler 0 1', 'spoiler 1 1']],
    ['<blockquote expandable>x</blockquote>', 'x', ['expandable_blockquote 0 1']],
    ['<a href="https://example.org/?a=1&amp;b=2">x</a>', 'x', ['text_link 0 1']],
    ['<pre><code class="language-js">x</code></pre>', 'x', ['pre 0 1']],
    ['<b></b>x', 'x', []],
    ['<a href="https://example.org/?a>b">x</a>', 'x', ['text_link 0 1']],
  ])('%s', async (html, text, entities) => {
    const { call, user } = await bench();
    const { result } = await call('sendMessage', { chat_id: user, text: html, parse_mode: 'HTML' });
    expect(result.text).toBe(text);
    const found = (result.entities ?? []).map((e) => `${e.type} ${e.offset} ${e.length}`);
    expect(found).toEqual(entities);
  });

  test.each([
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['ə<div>x</div>', 'Unsupported start tag "div" at byte offset 2'],
    ['x <', 'Unclosed start tag at byte offset 2'],
    ['1 < 2 > 0', 'Unsupported start tag "" at byte offset 2'],
    ['<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href="javascript:alert(1)">x</a>', 'Tag "a" has no valid href at byte offset 0'],
  ])('refuses %s', async (html, fault) => {
    const { call, user } = await bench();
    expect(await call('sendMessage', { chat_id: user, text: html, parse_mode: 'HTML' })).toMatchObject({
      error_code: 400,
      description: `Bad Request: can't parse entities: ${fault}`,
    });
  });

  test('whatever is escaped comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(parseHtml(`<b>${escaped}</b>`)).toEqual({
          text,
          entities: text === '' ? [] : [{ type: 'bold', offset: 0, length: text.length }],
        });
      }),
    );
  });

  test('MarkdownV2 is not simulated, and says so; an unknown mode is refused', async () => {
    const { call, user } = await bench();
    expect(
      (await call('sendMessage', { chat_id: user, text: '*x*', parse_mode: 'MarkdownV2' })).error_code,
    ).toBe(501);
    expect((await call('sendMessage', { chat_id: user, text: 'x', parse_mode: 'BBCode' })).error_code).toBe(
      400,
    );
  });
});

describe('entities', () => {
  const fault = async (text: string, entity: object) => {
    const { call, user } = await bench();
    const { description } = await call('sendMessage', { chat_id: user, text, entities: [entity] });
    return description;
  };

  test('past the end of the text', async () => {
    expect(await fault('abc', { type: 'bold', offset: 1, length: 3 })).toMatch(
      'ends after the end of the text',
    );
  });
  test('before its start', async () => {
    expect(await fault('abc', { type: 'bold', offset: -1, length: 2 })).toMatch('begins before the start');
  });
  test('empty', async () => {
    expect(await fault('abc', { type: 'bold', offset: 1, length: 0 })).toMatch('is empty');
  });
  test('that begin inside a surrogate pair', async () => {
    expect(await fault('😀x', { type: 'bold', offset: 1, length: 2 })).toMatch(
      'begins in a middle of a UTF-16 symbol',
    );
  });
  test('that end inside a surrogate pair', async () => {
    expect(await fault('x😀', { type: 'bold', offset: 0, length: 2 })).toMatch(
      'ends in a middle of a UTF-16 symbol',
    );
  });
  test('of an unknown type', async () => {
    expect(await fault('abc', { type: 'loud', offset: 0, length: 1 })).toMatch('type "loud" is unsupported');
  });
  test('text_link without a url', async () => {
    expect(await fault('abc', { type: 'text_link', offset: 0, length: 1 })).toMatch(
      'field "url" is required',
    );
  });
  test('together with parse_mode', async () => {
    const { call, user } = await bench();
    const entities = [{ type: 'bold', offset: 0, length: 1 }];
    const answer = await call('sendMessage', { chat_id: user, text: 'abc', parse_mode: 'HTML', entities });
    expect(answer.description).toMatch('exclude each other');
  });

  test('move with what is trimmed and removed', async () => {
    const { call, user } = await bench();
    const text = '  \u202bابجد\u202c\r\nx ';
    const entities = [{ type: 'bold', offset: 3, length: 4 }];
    const { result } = await call('sendMessage', { chat_id: user, text, entities });
    expect(result).toMatchObject({ text: 'ابجد\nx', entities: [{ type: 'bold', offset: 0, length: 4 }] });
  });

  test('that Telegram finds by itself are added', async () => {
    const { call, user } = await bench();
    const text = 'See /hearings, https://example.org/a. @bray_test_bot #donkey a@b.org 1/2';
    const { result } = await call('sendMessage', { chat_id: user, text });
    const words = result.entities?.map((e) => [e.type, text.slice(e.offset, e.offset + e.length)]);
    expect(words).toEqual([
      ['bot_command', '/hearings'],
      ['url', 'https://example.org/a'],
      ['mention', '@bray_test_bot'],
      ['hashtag', '#donkey'],
      ['email', 'a@b.org'],
    ]);
  });
});

describe('lengths, in UTF-16 units after entities', () => {
  test.each([
    ['nothing', '', 'Bad Request: message text is empty'],
    ['only blanks', ' \n ', 'Bad Request: message text is empty'],
    ['only tags', '<b> </b>', 'Bad Request: message text is empty'],
    ['4097 letters', 'ə'.repeat(4097), 'Bad Request: message is too long'],
    ['2049 pairs', '😀'.repeat(2049), 'Bad Request: message is too long'],
  ])('%s is refused', async (_, text, description) => {
    const { call, user } = await bench();
    expect((await call('sendMessage', { chat_id: user, text, parse_mode: 'HTML' })).description).toBe(
      description,
    );
  });

  test.each([
    ['4096 letters', 'ə'.repeat(4096)],
    ['2048 pairs', '😀'.repeat(2048)],
    ['4096 after entities', `<b>${'x'.repeat(4095)}&amp;</b>`],
  ])('%s pass', async (_, text) => {
    const { call, user } = await bench();
    expect((await call('sendMessage', { chat_id: user, text, parse_mode: 'HTML' })).ok).toBe(true);
  });
});

describe('keyboards', () => {
  const send = async (button: object) => {
    const { call, user } = await bench();
    return call('sendMessage', { chat_id: user, text: 'x', reply_markup: { inline_keyboard: [[button]] } });
  };

  test.each([
    ['no data', { text: 'a', callback_data: '' }, 'Bad Request: BUTTON_DATA_INVALID'],
    ['65 bytes', { text: 'a', callback_data: 'x'.repeat(65) }, 'Bad Request: BUTTON_DATA_INVALID'],
    [
      '33 letters of two bytes',
      { text: 'a', callback_data: 'ə'.repeat(33) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    ['no action', { text: 'a' }, /Text buttons are unallowed/],
    ['two actions', { text: 'a', callback_data: 'x', url: 'https://example.org' }, /exactly one action/],
    ['no text', { text: ' ', callback_data: 'x' }, /text is empty/],
    ['no valid url', { text: 'a', url: 'not a url' }, /is invalid: Wrong HTTP URL/],
    ['an unknown style', { text: 'a', callback_data: 'x', style: 'loud' }, /invalid button style/],
  ])('%s is refused', async (_, button, description) => {
    expect((await send(button)).description).toMatch(description);
  });

  test.each([
    ['64 bytes', { text: 'a', callback_data: 'ə'.repeat(32) }],
    ['a link', { text: 'a', url: 'https://example.org/x' }],
    ['text to copy', { text: 'a', copy_text: { text: 'x' } }],
  ])('%s pass', async (_, button) => {
    expect((await send(button)).result.reply_markup?.inline_keyboard).toEqual([[button]]);
  });

  test('a hundred buttons pass, a hundred and one do not', async () => {
    const { call, user } = await bench();
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => [{ text: 'a', callback_data: `${i}` }]);
    const answer = (count: number) =>
      call('sendMessage', { chat_id: user, text: 'x', reply_markup: { inline_keyboard: rows(count) } });
    expect((await answer(100)).ok).toBe(true);
    expect((await answer(101)).description).toBe('Bad Request: reply markup is too long');
  });
});

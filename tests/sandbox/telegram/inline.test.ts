import { describe, expect, test } from 'vitest';
import type { StandInEvent } from '../../../sandbox/telegram/events.ts';
import { bench } from './helper.ts';

const article = (id: string) => ({
  type: 'article',
  id,
  title: 't',
  input_message_content: { message_text: 'm' },
});

describe('an inline query', () => {
  test('is answered once, with ids that differ', async () => {
    const { call, standIn, user } = await bench();
    const { queryId } = standIn.userAsksInline({ user, query: 'donkey' });
    const answer = (...ids: string[]) =>
      call('answerInlineQuery', { inline_query_id: queryId, results: ids.map(article) });
    expect((await answer('1', '1')).description).toBe('Bad Request: RESULT_ID_DUPLICATE');
    expect((await answer('1', '2')).result).toBe(true);
    expect((await answer('1')).ok).toBe(false);
  });

  test('has results that are judged as the messages that they become, and one can be sent', async () => {
    const { call, standIn, user } = await bench();
    const { queryId } = standIn.userAsksInline({ user, query: 'donkey' });
    const answer = (result: object, more: object = {}) =>
      call('answerInlineQuery', {
        inline_query_id: queryId,
        results: [{ ...article('1'), ...result }],
        ...more,
      });
    for (const [result, more] of [
      [{ title: ' ' }, {}],
      [{ title: undefined }, {}],
      [{ input_message_content: { message_text: '' } }, {}],
      [{ input_message_content: { message_text: 'x'.repeat(4097) } }, {}],
      [
        {
          input_message_content: {
            message_text: 'm',
            entities: [{ type: 'bold', offset: 0, length: 2 }, { type: 'nothing' }],
          },
        },
        {},
      ],
      [{ reply_markup: { inline_keyboard: [[{ text: 'Open', url: 'not a link' }]] } }, {}],
      [{}, { next_offset: 'x'.repeat(65) }],
      [{}, { cache_time: 'long' }],
    ] as const) {
      expect(await answer(result, more), JSON.stringify([result, more])).toMatchObject({ ok: false });
    }
    expect(standIn.inlineAnswer({ queryId })).toBeNull();
    expect((await answer({})).result).toBe(true);
    expect(standIn.inlineAnswer({ queryId })).toMatchObject({ cacheTime: 300, isPersonal: false });
    standIn.userStarts({ user });
    standIn.userChoosesInline({ user, queryId, resultId: '1' });
    expect(standIn.messages({ chat: user }).at(-1)).toMatchObject({
      text: 'm',
      from: { id: user },
      via_bot: { username: 'bray_test_bot' },
    });
    expect(() => standIn.userChoosesInline({ user, queryId, resultId: '2' })).toThrow('no such result');
  });

  test('has at most 50 results, ids of 1 to 64 bytes, and a button that does exactly one thing', async () => {
    const { call, standIn, user } = await bench();
    const { queryId } = standIn.userAsksInline({ user, query: 'donkey' });
    const answer = async (ids: readonly string[], more: object = {}) => {
      const results = ids.map(article);
      return (await call('answerInlineQuery', { inline_query_id: queryId, results, ...more })).description;
    };
    const many = (count: number) => Array.from({ length: count }, (_, i) => String(i));
    expect(await answer(many(51))).toBe('Bad Request: RESULTS_TOO_MUCH');
    expect(await answer([''])).toBe('Bad Request: RESULT_ID_INVALID');
    expect(await answer(['x'.repeat(65)])).toBe('Bad Request: RESULT_ID_INVALID');
    // 22 letters of three bytes each.
    expect(await answer(['ქ'.repeat(22)])).toBe('Bad Request: RESULT_ID_INVALID');
    for (const button of [
      { text: 'Open' },
      { text: ' ', start_parameter: 'cases' },
      { text: 'Open', start_parameter: '' },
      { text: 'Open', start_parameter: 'x'.repeat(65) },
      { text: 'Open', start_parameter: 'two words' },
      { text: 'Open', start_parameter: 'cases', web_app: { url: 'https://example.org/' } },
      { text: 'Open', web_app: { url: 'http://example.org/' } },
    ])
      expect(await answer(['1'], { button }), JSON.stringify(button)).toMatch(/^Bad Request: /);
    expect(standIn.inlineAnswer({ queryId })).toBeNull();
    const button = { text: 'Open', start_parameter: 'x'.repeat(64) };
    expect(await answer([...many(49), 'x'.repeat(64)], { button, cache_time: -5 })).toBeUndefined();
    expect(standIn.inlineAnswer({ queryId })).toMatchObject({ button, cacheTime: 0 });
  });

  test('is not asked again while its answer may be kept: for everybody, or for whoever asked', async () => {
    let now = 0;
    const { call, standIn, user } = await bench({ monotonic: () => now });
    const other = standIn.createUser().id;
    const ask = (who: number, query: string, offset = '') =>
      standIn.userAsksInline({ user: who, query, offset });
    const answer = (queryId: string, more: object) =>
      call('answerInlineQuery', { inline_query_id: queryId, results: [article('1')], ...more });
    await answer(ask(user, 'for all').queryId, { cache_time: 10 });
    await answer(ask(user, 'for one').queryId, { cache_time: 10, is_personal: true });
    await answer(ask(user, 'not kept').queryId, { cache_time: 0 });
    const again = ask(other, 'for all');
    expect(again.updateId).toBeNull();
    expect(standIn.inlineAnswer({ queryId: again.queryId })?.results).toHaveLength(1);
    expect(ask(user, 'for one').updateId).toBeNull();
    for (const asked of [
      ask(other, 'for one'),
      ask(user, 'not kept'),
      ask(user, 'for all', '1'),
      ask(user, 'For all'),
    ])
      expect(asked.updateId).not.toBeNull();
    now = 9_999;
    expect(ask(user, 'for all').updateId).toBeNull();
    // Being given again does not make it last.
    now = 10_000;
    expect(ask(user, 'for all').updateId).not.toBeNull();
  });

  test('says where it was typed, and the page hears its answer', async () => {
    const { call, standIn, user } = await bench();
    const heard: StandInEvent[] = [];
    standIn.listen((event) => heard.push(event));
    const group = standIn.createGroup({ owner: user, supergroup: true }).id;
    const typeOf = (chat?: number) => {
      standIn.userAsksInline({ user, query: 'donkey', ...(chat !== undefined && { chat }) });
      return standIn.updates().at(-1)?.update.inline_query;
    };
    expect(typeOf()).toMatchObject({ chat_type: 'private', query: 'donkey', offset: '', from: { id: user } });
    expect(typeOf(user)).toMatchObject({ chat_type: 'sender' });
    expect(typeOf(group)).toMatchObject({ chat_type: 'supergroup' });
    const { queryId } = standIn.userAsksInline({ user, query: 'donkey' });
    await call('answerInlineQuery', { inline_query_id: queryId, results: [article('7')] });
    expect(heard.filter(({ kind }) => kind === 'inline-answered').map(({ data }) => data)).toEqual([
      { inline_query_id: queryId, user, answer: standIn.inlineAnswer({ queryId }) },
    ]);
  });

  test('can be asked only of a bot that has them switched on', async () => {
    const { standIn, user } = await bench();
    const { id } = standIn.createBot();
    expect(() => standIn.userAsksInline({ user, query: 'donkey', bot: id })).toThrow('no inline queries');
    const { id: on } = standIn.createBot({ inline: true });
    expect(() => standIn.userAsksInline({ user, query: 'x'.repeat(257), bot: on })).toThrow('at most 256');
  });

  test('tells the bot which result was sent only where it asked for feedback', async () => {
    const { running, standIn, user } = await bench();
    const told = async (inlineFeedback: boolean, result: object) => {
      const bot = standIn.createBot({ inline: true, inlineFeedback });
      standIn.userStarts({ user, bot: bot.id });
      const { queryId } = standIn.userAsksInline({ user, query: 'donkey', bot: bot.id });
      await fetch(`${running.url}/bot${bot.token}/answerInlineQuery`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ inline_query_id: queryId, results: [{ ...article('1'), ...result }] }),
      });
      standIn.userChoosesInline({ user, queryId, resultId: '1', bot: bot.id });
      return standIn
        .updates({ bot: bot.id })
        .flatMap(({ update }) =>
          update.chosen_inline_result === undefined ? [] : [update.chosen_inline_result],
        );
    };
    const keyboard = { inline_keyboard: [[{ text: 'Open', url: 'https://example.org/' }]] };
    expect(await told(false, {})).toEqual([]);
    const [choice] = await told(true, {});
    expect(choice).toMatchObject({ result_id: '1', query: 'donkey', from: { id: user } });
    // A message without a keyboard cannot be named.
    expect(choice).not.toHaveProperty('inline_message_id');
    const [named] = await told(true, { reply_markup: keyboard });
    expect(named).toHaveProperty('inline_message_id');
  });
});

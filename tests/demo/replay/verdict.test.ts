import { describe, expect, test } from 'vitest';
import type { Expected } from '../../../demo/replay/expected.ts';
import { judgeChat } from '../../../demo/replay/verdict.ts';

const expected: Expected[] = [
  { position: 0, language: 'en', contains: ['New hearing', '11 November'] },
  { position: 2, language: 'en', contains: ['EARLIER', '10:30'] },
  { position: 3, language: 'en', contains: ['Outcome'] },
];
const announced = { text: 'New hearing: the case. When: 11 November', at: 1 };
const moved = { text: 'EARLIER: 10:30 instead of 15:00. When: 11 November', at: 2 };
const outcome = { text: 'Outcome: the case', at: 3 };
const counts = (accepted: { text: string; at: number }[]) => {
  const { missing, twice, outOfOrder, unexpected } = judgeChat(expected, accepted);
  return { missing, twice, outOfOrder, unexpected };
};

describe('the verdict on a chat', () => {
  test('is clean when everything came once and in order', () => {
    expect(counts([announced, moved, outcome])).toEqual({
      missing: 0,
      twice: 0,
      outOfOrder: 0,
      unexpected: 0,
    });
    const { matched } = judgeChat(expected, [announced, moved, outcome]);
    expect(matched.map(({ accepted }) => accepted?.at)).toEqual([1, 2, 3]);
  });

  test('sees what is missing', () => {
    expect(counts([announced, outcome])).toMatchObject({ missing: 1, twice: 0, outOfOrder: 0 });
  });

  test('sees what came twice', () => {
    expect(counts([announced, moved, moved, outcome])).toMatchObject({ missing: 0, twice: 1 });
  });

  test('sees what came out of order', () => {
    expect(counts([moved, announced, outcome])).toMatchObject({ missing: 0, outOfOrder: 1 });
  });

  test('sees another hour, another language, and what nobody asked for', () => {
    const wrongHour = { text: 'EARLIER: 11:30 instead of 15:00', at: 2 };
    expect(counts([announced, wrongHour, outcome])).toMatchObject({ missing: 1, unexpected: 1 });
    const otherLanguage = { text: 'Nəticə: iş', at: 3 };
    expect(counts([announced, moved, otherLanguage])).toMatchObject({ missing: 1, unexpected: 1 });
  });

  test('holds a discreet chat to one notice for each event', () => {
    const notices: Expected[] = [0, 1].map((position) => ({
      position,
      language: 'en',
      contains: ['Update available'],
    }));
    const notice = (at: number) => ({ text: 'Update available', at });
    expect(judgeChat(notices, [notice(1), notice(2)])).toMatchObject({ missing: 0, twice: 0 });
    expect(judgeChat(notices, [notice(1)])).toMatchObject({ missing: 1 });
    expect(judgeChat(notices, [notice(1), notice(2), notice(3)])).toMatchObject({ twice: 1 });
  });
});

import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../src/domain/actor.ts';
import { newId, type StaffId } from '../../src/domain/ids.ts';
import { namingState, stillCounts, type Word, wordToConfirm } from '../../src/domain/succession.ts';
import type { Role } from '../../src/domain/words.ts';

const at = Temporal.Instant.from('2009-07-01T10:00:00Z');
const hoursOn = (hours: number) => at.add({ hours });

function actor(roles: readonly Role[], more: Partial<StaffActor> = {}): StaffActor {
  return {
    kind: 'staff',
    id: newId<StaffId>(),
    name: 'A',
    roles,
    languages: [],
    cases: null,
    via: 'api',
    ...more,
  };
}

const named = { staffId: newId<StaffId>(), roles: ['approver'] as const };

describe('a naming', () => {
  const agreed = { namedAt: at, agreedAt: at, doubtedAt: null, calledAt: null };

  test('waits a day for its second person, and stands for good by the words of two', () => {
    const waiting = { ...agreed, agreedAt: null };
    expect(namingState(waiting, hoursOn(23))).toBe('waits');
    expect(namingState(waiting, hoursOn(24))).toBe('lapsed');
    expect(namingState(agreed, hoursOn(100_000))).toBe('stands');
  });

  test('of which a word is gone stands in doubt for a week, and lapses', () => {
    const doubted = { ...agreed, doubtedAt: at };
    expect(namingState(doubted, hoursOn(7 * 24 - 1))).toBe('doubted');
    expect(namingState(doubted, hoursOn(7 * 24))).toBe('lapsed');
  });

  test('that was called on in time is not taken away before who was called could come', () => {
    const called = { ...agreed, doubtedAt: at, calledAt: hoursOn(7 * 24 - 1) };
    expect(namingState(called, hoursOn(8 * 24))).toBe('doubted');
    // A day in which anybody objects, and three to come.
    expect(namingState(called, hoursOn(7 * 24 - 1 + 24 + 72))).toBe('lapsed');
  });
});

describe('the word of one of the two', () => {
  test('counts while they could give it today: to name takes the role, to agree takes somebody who vouches', () => {
    expect(stillCounts('named', actor(['approver']), named)).toBe(true);
    expect(stillCounts('named', actor(['admin']), named)).toBe(true);
    expect(stillCounts('named', actor(['lawyer']), named)).toBe(false);
    expect(stillCounts('agreed', actor(['lawyer']), named)).toBe(true);
    expect(stillCounts('agreed', actor(['author']), named)).toBe(false);
    for (const word of ['named', 'agreed'] as const) {
      expect(stillCounts(word, null, named)).toBe(false);
      expect(stillCounts(word, actor(['approver'], { cases: [] }), named)).toBe(false);
    }
  });

  test('is replaced by another who could give it, and never by whoever has spoken or is named', () => {
    const may = (who: StaffActor, word: Word, standing: readonly StaffId[] = []) => {
      const lost = { word, staffId: newId<StaffId>() };
      const judged = wordToConfirm(who, named, { standing, gone: [lost] });
      return judged.ok ? judged.value.staffId === lost.staffId : judged.refusal;
    };
    const other = actor(['approver']);
    expect(may(other, 'named', [newId<StaffId>()])).toBe(true);
    expect(may(other, 'named', [other.id])).toEqual({ code: 'own-request' });
    expect(may(actor(['author']), 'agreed')).toMatchObject({ code: 'role-missing' });
    expect(may(actor(['lawyer']), 'named')).toMatchObject({ code: 'role-missing' });
    expect(may(actor(['lawyer']), 'agreed')).toBe(true);
    expect(may(actor(['approver'], { cases: [] }), 'agreed')).toEqual({ code: 'limited-to-cases' });
    expect(may(actor(['admin'], { id: named.staffId }), 'named')).toEqual({ code: 'own-keys' });
  });

  test('is replaced by the one word of two that a person may give, and by none while none is gone', () => {
    const [first, second] = (['named', 'agreed'] as const).map((word) => ({
      word,
      staffId: newId<StaffId>(),
    }));
    const gone = [first, second].filter((lost) => lost !== undefined);
    expect(wordToConfirm(actor(['lawyer']), named, { standing: [], gone })).toMatchObject({ value: second });
    expect(wordToConfirm(actor(['admin']), named, { standing: [], gone })).toMatchObject({ value: first });
    expect(wordToConfirm(actor(['admin']), named, { standing: [], gone: [] })).toMatchObject({
      refusal: { code: 'request-lapsed' },
    });
  });
});

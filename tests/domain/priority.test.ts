import { describe, expect, test } from 'vitest';
import { alertPriority, priority } from '../../src/domain/priority.ts';
import { alertKinds } from '../../src/domain/words.ts';

const of = (kind: (typeof alertKinds)[number], urgent: boolean, movedEarlier = false): number =>
  alertPriority({ kind, urgent, movedEarlier });

describe('what leaves first', () => {
  test('is a move to an earlier hour, then news and then reminders of what is within a day, then the rest', () => {
    const order = [
      of('changed', false, true),
      of('cancelled', true),
      of('reminder', true),
      of('changed', false),
      of('announced', false),
      priority.post,
    ];
    expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
  });

  test('does not depend on what else is true of a move to an earlier hour', () => {
    for (const urgent of [true, false]) expect(of('changed', urgent, true)).toBe(priority.movedEarlier);
  });

  test('is news of one day off alike, whether the hearing is new, changed or cancelled', () => {
    expect(new Set((['announced', 'changed', 'cancelled'] as const).map((kind) => of(kind, true)))).toEqual(
      new Set([priority.urgentAlert]),
    );
  });

  test('is a change of a hearing further off before the reminder of one', () => {
    expect(of('changed', false)).toBeLessThan(of('reminder', false));
    expect(of('cancelled', false)).toBeLessThan(of('announced', false));
  });

  test('is any alert before any post, and never less pressing for being urgent', () => {
    for (const kind of alertKinds) {
      expect(of(kind, false)).toBeLessThan(priority.post);
      expect(of(kind, true)).toBeLessThanOrEqual(of(kind, false));
    }
  });
});

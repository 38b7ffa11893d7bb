import { describe, expect, test } from 'vitest';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import { afterRing, ringsFrom, ringsInAll, soleWord } from '../../src/domain/ring.ts';
import { SYSTEM_ZONE_RULES } from '../../src/domain/zone.ts';
import { verdictFacts } from '../helpers/hearing.ts';

const at = (text: string) => Temporal.Instant.from(text);
const facts = (change: Partial<HearingFacts>): HearingFacts => ({ ...verdictFacts, ...change });

describe('calls', () => {
  test('are made 0, 2, 5 and 10 minutes after the first, and the last can be answered for 2 more', () => {
    const first = at('2009-11-10T23:10:00Z');
    const dues = [first];
    for (let rung = 1; rung <= ringsInAll; rung += 1) {
      const due = dues.at(-1) ?? first;
      dues.push(afterRing(rung, due, due));
    }
    expect(dues.map((due) => first.until(due).total('minutes'))).toEqual([0, 2, 5, 10, 12]);
  });

  test('keep their distance when one was held up by an outage, and make up for a scheduler that is a little late', () => {
    const due = at('2009-11-10T23:12:00Z');
    expect(afterRing(2, due, at('2009-11-10T23:12:20Z')).toString()).toBe('2009-11-10T23:15:00Z');
    expect(afterRing(2, due, at('2009-11-11T01:00:00Z')).toString()).toBe('2009-11-11T01:03:00Z');
  });

  test('begin at once within a day of the old or the new start, else a day before the nearer', () => {
    const from = (before: HearingFacts | null, after: HearingFacts, now: string) =>
      ringsFrom(before, after, at(now), SYSTEM_ZONE_RULES)?.toString() ?? null;
    expect(from(verdictFacts, facts({ localTime: '10:30' }), '2009-11-10T23:10:00Z')).toBe(
      '2009-11-10T23:10:00Z',
    );
    expect(from(verdictFacts, facts({ status: 'cancelled' }), '2009-11-09T08:00:00Z')).toBe(
      '2009-11-10T11:00:00Z',
    );
    expect(from(verdictFacts, facts({ localDate: '2009-11-20' }), '2009-11-09T08:00:00Z')).toBe(
      '2009-11-10T11:00:00Z',
    );
    expect(from(null, verdictFacts, '2009-11-09T08:00:00Z')).toBe('2009-11-10T11:00:00Z');
    // Nothing that followers would be told; what was decided; a hearing that is over.
    expect(from(verdictFacts, facts({ judge: 'A judge' }), '2009-11-10T23:10:00Z')).toBeNull();
    expect(from(verdictFacts, facts({ status: 'held' }), '2009-11-11T10:00:00Z')).toBeNull();
    expect(from(verdictFacts, facts({ room: '6' }), '2009-11-12T00:00:00Z')).toBeNull();
  });
});

describe('one person’s word', () => {
  const word = (after: Partial<HearingFacts>, more: Partial<Parameters<typeof soleWord>[0]> = {}) =>
    soleWord(
      { inEffect: verdictFacts, told: null, after: facts(after), recorderRoles: ['lawyer'], ...more },
      SYSTEM_ZONE_RULES,
    );

  test('is enough for a move to an earlier time, by the lawyer or the coordinator, and for nothing else', () => {
    expect(word({ localTime: '10:30' })).toMatchObject({ localTime: '10:30' });
    expect(word({ localTime: '10:30' }, { recorderRoles: ['coordinator'] })).not.toBeNull();
    expect(word({ localDate: '2009-11-10', localTime: '16:00' })).not.toBeNull();
    for (const roles of [['author'], ['approver', 'admin'], []] as const) {
      expect(word({ localTime: '10:30' }, { recorderRoles: roles })).toBeNull();
    }
    expect(word({ localTime: '15:01' })).toBeNull();
    expect(word({ localDate: '2009-11-12', localTime: '09:00' })).toBeNull();
    expect(word({ status: 'cancelled' })).toBeNull();
    expect(word({ status: 'postponed', localDate: null, localTime: null })).toBeNull();
    expect(word({ room: '6' })).toBeNull();
    // Of an hour that becomes unknown nobody can say that it is earlier.
    expect(word({ localTime: null })).toBeNull();
    expect(word({ localTime: '10:30', zone: 'Europe/London' })).toBeNull();
    expect(word({ localTime: '10:30' }, { inEffect: facts({ status: 'postponed' }) })).toBeNull();
  });

  test('moves nothing but the hour: whoever else is to be sent to another court takes two', () => {
    expect(
      word({ localTime: '10:30', court: { en: 'Another court' }, room: '1', openness: 'closed' }),
    ).toMatchObject({ localTime: '10:30', court: verdictFacts.court, room: '5', openness: 'open' });
  });

  test('does not make later what one person said before', () => {
    const told = facts({ localTime: '10:30' });
    expect(word({ localTime: '11:00' }, { told })).toBeNull();
    expect(word({ localTime: '10:00' }, { told })).not.toBeNull();
  });
});

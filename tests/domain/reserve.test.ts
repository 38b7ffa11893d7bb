import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../../src/domain/actor.ts';
import { newId, type StaffId } from '../../src/domain/ids.ts';
import { judgeReserve, type Reserve, reserveSetters } from '../../src/domain/reserve.ts';
import { type Role, roles } from '../../src/domain/words.ts';

const actor = (role: Role): StaffActor => ({
  kind: 'staff',
  id: newId<StaffId>(),
  name: 'Leyla',
  roles: [role],
  languages: [],
  cases: null,
  via: 'api',
});
const name = fc.option(fc.constantFrom('first_bot', 'First_Bot', 'second_bot', 'bray_news'));
const anyReserve: fc.Arbitrary<Reserve> = fc.record({ bot: name, channel: name });

describe('the wish for another reserve', () => {
  it('never leads followers to a place that one person alone named', () => {
    fc.assert(
      fc.property(anyReserve, anyReserve, fc.constantFrom(...reserveSetters), (present, wanted, role) => {
        const verdict = judgeReserve(present, wanted, { asked: null, actor: actor(role) });
        if (verdict.do !== 'set') return;
        for (const place of ['bot', 'channel'] as const) {
          const now = wanted[place]?.toLowerCase();
          if (now !== undefined) expect(now).toBe(present[place]?.toLowerCase());
        }
      }),
    );
  });

  it('takes away at once, whatever stands beside it', () => {
    fc.assert(
      fc.property(anyReserve, fc.constantFrom<keyof Reserve>('bot', 'channel'), (present, place) => {
        const wanted = { ...present, [place]: null };
        const verdict = judgeReserve(present, wanted, { asked: null, actor: actor('admin') });
        expect(verdict.do).toBe(present[place] === null ? 'nothing' : 'set');
      }),
    );
  });

  it('counts of coordinators and admins who work on all cases only', () => {
    const wanted = { bot: 'second_bot', channel: null };
    const nothing = { bot: null, channel: null };
    const may = roles.filter(
      (role) => judgeReserve(nothing, wanted, { asked: null, actor: actor(role) }).do !== 'refuse',
    );
    expect(may.toSorted()).toEqual([...reserveSetters].toSorted());
    const limited = { ...actor('admin'), cases: [] };
    expect(judgeReserve(nothing, wanted, { asked: null, actor: limited })).toMatchObject({ do: 'refuse' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseId, newId } from '../../src/domain/ids.ts';
import { inTurns, type Waiting } from '../../src/domain/turns.ts';

interface One extends Waiting {
  readonly place: number;
}

const cases = [null, newId<CaseId>(), newId<CaseId>(), newId<CaseId>()];
const caseId = fc.constantFrom(...cases);
const waiting = fc
  .array(fc.record({ rank: fc.integer({ min: 0, max: 3 }), caseId }), { maxLength: 60 })
  .map((all) => all.map((one, place): One => ({ ...one, place })));
const served = fc
  .uniqueArray(fc.record({ caseId, at: fc.integer() }), { selector: (one) => one.caseId })
  .map((all) => new Map(all.map((one) => [one.caseId, one.at])));

const property = (holds: (given: One[], order: One[], last: Map<CaseId | null, number>) => void) =>
  fc.assert(
    fc.property(waiting, served, (given, last) => {
      holds(given, inTurns(given, last), last);
    }),
  );

describe('what is due', () => {
  test('leaves once each', () => {
    property((given, order) => {
      expect(order.toSorted((a, b) => a.place - b.place)).toEqual(given);
    });
  });

  test('leaves by rank before anything else', () => {
    property((_, order) => {
      const ranks = order.map(({ rank }) => rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    });
  });

  test('keeps the order within a case and rank', () => {
    property((_, order) => {
      for (const group of Map.groupBy(order, (one) => `${one.rank} ${one.caseId}`).values()) {
        const places = group.map(({ place }) => place);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    });
  });

  test('lets no case have a turn more than another of the same rank that still has something', () => {
    property((_, order) => {
      for (const ofRank of Map.groupBy(order, ({ rank }) => rank).values()) {
        const total = new Map(
          [...Map.groupBy(ofRank, (one) => one.caseId)].map(([id, all]) => [id, all.length]),
        );
        const turns = new Map<CaseId | null, number>();
        for (const one of ofRank) {
          turns.set(one.caseId, (turns.get(one.caseId) ?? 0) + 1);
          for (const [other, all] of total) {
            const had = turns.get(other) ?? 0;
            if (had < all) expect((turns.get(one.caseId) ?? 0) - had).toBeLessThanOrEqual(1);
          }
        }
      }
    });
  });

  test('begins with the case whose last turn lies furthest back', () => {
    property((_, order, last) => {
      const at = (id: CaseId | null) => last.get(id) ?? Number.NEGATIVE_INFINITY;
      for (const ofRank of Map.groupBy(order, ({ rank }) => rank).values()) {
        const first = ofRank[0]!;
        for (const other of ofRank) expect(at(first.caseId)).toBeLessThanOrEqual(at(other.caseId));
      }
    });
  });
});

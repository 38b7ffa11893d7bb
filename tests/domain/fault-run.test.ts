import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterEnd, type CountedEnd, type FaultRun, HALT_AFTER } from '../../src/domain/fault-run.ts';

const failed = (outcome: string): CountedEnd => ({ do: 'failed', outcome });
const runOf = (ends: readonly CountedEnd[]) => ends.reduce<FaultRun | null>(afterEnd, null);

describe('failures in a row', () => {
  test('count by class, whatever their code', () => {
    expect(runOf([failed('bad-request-other A_B'), failed('bad-request-other UNRECOGNISED')])).toEqual({
      class: 'bad-request-other',
      count: 2,
    });
  });

  test('begin anew with another class, and end with a success', () => {
    const two = [failed('content entities'), failed('content entities')];
    expect(runOf([...two, failed('unsealable')])).toEqual({ class: 'unsealable', count: 1 });
    expect(runOf([...two, { do: 'sent' }])).toBeNull();
  });

  test('are neither counted nor ended by what only the chat is the cause of', () => {
    const of = ['no-rights', 'unreachable blocked', 'chat-gone kicked', 'chat-not-found', 'something new'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('unsealable', ...of), { maxLength: 40 }), (outcomes) => {
        const ours = outcomes.filter((outcome) => outcome === 'unsealable').length;
        expect(runOf(outcomes.map(failed))?.count ?? 0).toBe(ours);
      }),
    );
  });

  test('are never as many as halt a broadcast while every twentieth is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: HALT_AFTER - 1 })), (runs) => {
        let run: FaultRun | null = null;
        for (const length of runs) {
          for (let i = 0; i < length; i += 1) {
            run = afterEnd(run, failed('unsealable'));
            expect(run?.count).toBeLessThan(HALT_AFTER);
          }
          run = afterEnd(run, { do: 'sent' });
        }
      }),
    );
  });
});

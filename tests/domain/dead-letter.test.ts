import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resendOf } from '../../src/domain/dead-letter.ts';
import { broadcastKinds, deliveryStates } from '../../src/domain/words.ts';

const safe = { safe: true };
const not = (why: string) => ({ safe: false, why });

describe('whether what was not delivered may be sent once more', () => {
  test.each(['no-rights', 'content too-long', 'forbidden-other CODE', 'bad-request-other CODE'])(
    'yes, where Telegram refused for what may have been mended: %s',
    (outcome) => {
      for (const kind of broadcastKinds) expect(resendOf(kind, 'failed', outcome)).toEqual(safe);
    },
  );

  test('yes, where it was never tried because its text had been halted', () => {
    for (const kind of broadcastKinds) expect(resendOf(kind, 'cancelled', 'text-halted')).toEqual(safe);
  });

  test('never a post that may have arrived; an alert goes once more', () => {
    expect(resendOf('post', 'unknown', 'unknown')).toEqual(not('may-have-arrived'));
    expect(resendOf('alert', 'unknown', 'unknown')).toEqual(safe);
    fc.assert(
      fc.property(fc.string(), (outcome) => {
        expect(resendOf('post', 'unknown', outcome).safe).toBe(false);
      }),
    );
  });

  test.each([
    ['failed', 'unreachable blocked', 'chat-away'],
    ['cancelled', 'unreachable', 'chat-away'],
    ['failed', 'chat-gone kicked', 'chat-away'],
    ['failed', 'chat-not-found', 'chat-away'],
    ['cancelled', 'expired', 'too-late'],
    ['cancelled', 'superseded', 'superseded'],
    ['cancelled', 'withdrawn', 'not-wanted'],
    ['cancelled', 'unfollowed', 'not-wanted'],
    ['failed', 'unsealable', 'unreadable'],
    ['failed', 'message-gone', 'not-certain'],
    ['failed', 'text-halted', 'not-certain'],
    ['cancelled', 'no-rights', 'not-certain'],
  ] as const)('no: %s %s is %s', (state, outcome, why) => {
    for (const kind of broadcastKinds) expect(resendOf(kind, state, outcome)).toEqual(not(why));
  });

  test('never what was sent or is on its way, nor an outcome of which nothing is known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...broadcastKinds),
        fc.constantFrom(...deliveryStates),
        fc.string(),
        (kind, state, outcome) => {
          const known = /^(no-rights|content|forbidden-other|bad-request-other|text-halted)( |$)/.test(
            outcome,
          );
          const may = known || (kind === 'alert' && state === 'unknown');
          if (!may) expect(resendOf(kind, state, outcome).safe).toBe(false);
          if (state === 'sent' || state === 'planned' || state === 'attempting')
            expect(resendOf(kind, state, 'no-rights').safe).toBe(false);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, withNote } from '../../../../src/bots/telegram/texts/fit.ts';
import { bold } from '../../../../src/domain/text/message.ts';

const long = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 3000, maxLength: 6000, size: 'max' }),
  fc.constantFrom('🫏'.repeat(3000), 'word '.repeat(2000), 'ə'.repeat(5000), `x${'🫏'.repeat(2500)}`),
);

describe('a message that may be too long', () => {
  it('fits into what Telegram takes, ends with an ellipsis when cut, and never in the middle of a character', () => {
    fc.assert(
      fc.property(long, (text) => {
        const message = messageOf([], 'Title. ', bold(text));
        expect(message.text.length).toBeLessThanOrEqual(4096);
        expect(message.text.isWellFormed()).toBe(text.isWellFormed());
        for (const { offset, length } of message.entities) {
          expect(offset + length).toBeLessThanOrEqual(message.text.length);
        }
        if (message.text.length < 4000 && text.length > 4096) expect(message.text).toMatch(/…$/);
      }),
      { numRuns: 60 },
    );
  });

  it('is left as it is when it fits', () => {
    expect(messageOf([], 'x'.repeat(4096)).text).toBe('x'.repeat(4096));
  });

  it('gets a note only where there is room for it', () => {
    const message = messageOf([], 'x'.repeat(4090));
    expect(withNote(message, 'abcd').text).toHaveLength(4096);
    expect(withNote(message, 'abcde')).toBe(message);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseName } from '../../src/domain/name.ts';
import { isEmojiOnly, isVisible } from '../../src/domain/text/characters.ts';
import { anyText } from '../helpers/any-text.ts';

const faultOf = (input: string) => {
  const parsed = parseName(input);
  return parsed.ok ? 'none' : parsed.fault;
};

describe('a name', () => {
  test.each([
    ['Emin Milli', 'Emin Milli'],
    ['  Adnan \u00a0 Hacızadə\n', 'Adnan Hacızadə'],
    ['Ə', 'Ə'],
    ['Александр Солженицын', 'Александр Солженицын'],
    ['نسرین ستوده', 'نسرین ستوده'],
    // The zero-width non-joiner is a letter of Persian spelling.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['刘晓波', '刘晓波'],
    ['ஆறுமுகம்', 'ஆறுமுகம்'],
    ['Case 12 🕊', 'Case 12 🕊'],
    ['e\u0301', 'é'],
  ])('%j is kept as %j', (input, name) => {
    expect(parseName(input)).toEqual({ ok: true, name });
  });

  test.each([
    ['', 'empty'],
    [' \u00a0\u2003\n', 'empty'],
    ['🎉', 'emoji-only'],
    ['🎉 👨‍👩‍👧 🇦🇿 👍🏽 1️⃣ ❤️', 'emoji-only'],
    ['...', 'no-letter-or-digit'],
    ['\u3164', 'no-letter-or-digit'],
    ['\u200b', 'no-letter-or-digit'],
    ['a\u0000b', 'control-character'],
    ['a\nb', 'control-character'],
    ['a\u2028b', 'control-character'],
    ['abc\u202egpj', 'direction-character'],
    ['a\u2066b', 'direction-character'],
    ['a\u200fb', 'direction-character'],
    ['a\ud83d', 'malformed'],
    ['a'.repeat(121), 'too-long'],
    [`a${'\u0301'.repeat(5000)}`, 'too-long'],
  ])('%j is refused: %s', (input, fault) => {
    expect(faultOf(input)).toBe(fault);
  });

  test('may have 120 graphemes, whatever they weigh', () => {
    expect(faultOf('क्षि'.repeat(60))).toBe('none');
    expect(faultOf(`a${'👍🏽'.repeat(119)}`)).toBe('none');
    expect(faultOf(`a${'👍🏽'.repeat(120)}`)).toBe('too-long');
  });

  test('once accepted is accepted as it stands', () => {
    fc.assert(
      fc.property(anyText(), (input) => {
        const parsed = parseName(input);
        if (parsed.ok) expect(parseName(parsed.name)).toEqual(parsed);
      }),
    );
  });
});

describe('what is seen', () => {
  test('an emoji is not a text, but it is visible', () => {
    expect(isEmojiOnly('👩🏽‍🚀')).toBe(true);
    expect(isEmojiOnly('a👩🏽‍🚀')).toBe(false);
    expect(isEmojiOnly('')).toBe(false);
    expect(isEmojiOnly('12')).toBe(false);
    expect(isVisible('👩🏽‍🚀')).toBe(true);
  });

  test('blanks, joiners, marks and fillers are invisible', () => {
    expect(isVisible(' \t\n\u00a0\u200b\u200c\u200d\u200e\u2066\u2069\ufeff\u3164\u2800\ufe0f\u00ad')).toBe(
      false,
    );
    expect(isVisible('\u200d.')).toBe(true);
  });
});

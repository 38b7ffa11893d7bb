import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, safeError } from '../src/log.ts';
import type { LogFields } from '../src/services/context.ts';

function capture() {
  const lines: string[] = [];
  return { lines, log: createLog('info', { write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  test('drops every field that is not on the allow-list, whatever its type says', () => {
    const { lines, log } = capture();
    const smuggled = { role: 'bot', chatId: 4242424242, text: 'secret words', name: 'Aysel' };
    log.info('handled', smuggled as LogFields);
    const line: unknown = JSON.parse(lines[0] ?? '');
    expect(line).toEqual({ level: 30, time: expect.any(Number), event: 'handled', role: 'bot' });
  });

  test('tells of an error its class, code and our place, and nothing that it says', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (message, inner) => {
        const cause = Object.assign(new TypeError(inner), { code: '23505', detail: inner });
        const told = safeError(new Error(message, { cause }));
        expect(told).toMatch(/^Error.* < TypeError 23505/);
        expect(told).not.toContain(message);
        expect(told).not.toContain(inner);
      }),
    );
  });

  test('tells of a plain object that crossed a library’s border its class and code, and nothing that it says', () => {
    const crossed = {
      name: 'DrizzleQueryError',
      code: '40P01',
      message: 'chat 4242424242',
      query: 'select 1',
    };
    expect(safeError(crossed)).toBe('DrizzleQueryError 40P01');
    expect(safeError({ name: 'Aysel Məmmədova, 4242424242' })).toBe('object');
    expect(safeError(null)).toBe('object');
  });

  test('does not believe a code that could be a text', () => {
    const error = Object.assign(new Error('x'), { code: 'chat 4242424242 is gone' });
    expect(safeError(error)).not.toContain('4242424242');
  });
});

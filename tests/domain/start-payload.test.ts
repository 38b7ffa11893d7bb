import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HearingId } from '../../src/domain/ids.ts';
import { caseLink, parseStartPayload } from '../../src/domain/start-payload.ts';

const hearingId = '0198f3a0-0000-7000-8000-000000000001' as HearingId;
const payloadOf = (link: string) => new URL(link).searchParams.get('start') ?? '';

describe('the payload of a link into the bot', () => {
  it('leads back to what the link was made for', () => {
    expect(parseStartPayload(payloadOf(caseLink('bray_bot', 'donkey-bloggers')))).toEqual({
      kind: 'case',
      slug: 'donkey-bloggers',
    });
    expect(parseStartPayload(`hearing_${hearingId}`)).toEqual({
      kind: 'hearing',
      hearingId,
    });
    expect(parseStartPayload('')).toEqual({ kind: 'nothing' });
    expect(parseStartPayload('staff_a-b_c')).toEqual({ kind: 'staff', code: 'a-b_c' });
  });

  it('is of the length and the letters that Telegram lets through', () => {
    expect(payloadOf(caseLink('bray_bot', 'a'.repeat(48)))).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  it('is unreadable when anybody made it up, and never throws', () => {
    for (const text of ['hearing_1', 'hearing_', 'Donkey', 'a_b', '-', 'a'.repeat(49)]) {
      expect(parseStartPayload(text), text).toEqual({ kind: 'unreadable' });
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseStartPayload(text);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { BroadcastId, ClaimId, DeliveryId, MessageId, SubscriberId } from '../../../src/domain/ids.ts';
import { newId } from '../../../src/domain/ids.ts';
import type { Refusal, SendOutcome } from '../../../src/domain/outcome.ts';
import type { ClaimedDelivery } from '../../../src/services/deliveries/claim.ts';
import { classOf, judge } from '../../../src/services/deliveries/judge.ts';
import { judgeCall } from '../../../src/services/deliveries/judge-call.ts';

const delivery = (changed: Partial<ClaimedDelivery> = {}): ClaimedDelivery => ({
  kind: 'delivery',
  id: newId<DeliveryId>(),
  claim: newId<ClaimId>(),
  broadcastId: newId<BroadcastId>(),
  broadcastKind: 'post',
  messageId: newId<MessageId>(),
  subscriberId: newId<SubscriberId>(),
  rank: 60,
  attempts: 1,
  repeat: false,
  late: false,
  outcome: null,
  notAfter: null,
  sealedChat: new Uint8Array(),
  chatKey: '',
  chatKind: 'private',
  ...changed,
});
const refused = (refusal: Refusal): SendOutcome => ({ kind: 'refused', refusal });

/** Every refusal there is, so that a new class makes this fail to type-check rather than be forgotten. */
const refusals: { [C in Refusal['class']]: Extract<Refusal, { class: C }> } = {
  unreachable: { class: 'unreachable', reason: 'blocked' },
  'chat-gone': { class: 'chat-gone', reason: 'kicked' },
  'chat-not-found': { class: 'chat-not-found' },
  'no-rights': { class: 'no-rights' },
  migrated: { class: 'migrated', to: () => -1001 },
  content: { class: 'content', code: 'too-long' },
  'message-gone': { class: 'message-gone' },
  'message-unchanged': { class: 'message-unchanged' },
  'query-expired': { class: 'query-expired' },
  'bot-stopped': { class: 'bot-stopped', reason: 'frozen' },
  conflict: { class: 'conflict' },
  'rate-limited': { class: 'rate-limited', retryAfterSeconds: 7, stated: true, origin: 'bot-api' },
  'forbidden-other': { class: 'forbidden-other', code: 'SOMETHING_ELSE' },
  'bad-request-other': { class: 'bad-request-other', code: 'SOMETHING_ELSE' },
};

describe('a delivery', () => {
  test.each([
    ['post', false, { do: 'unknown', outcome: 'unknown' }],
    ['post', true, { do: 'unknown', outcome: 'unknown' }],
    ['alert', false, { do: 'again', outcome: 'unknown', afterMs: 0, repeat: true }],
    ['alert', true, { do: 'unknown', outcome: 'unknown' }],
  ] as const)('of a %s (repeat: %s) whose answer is lost', (broadcastKind, repeat, verdict) => {
    expect(judge(delivery({ broadcastKind, repeat }), { kind: 'unknown', code: 'TIMEOUT' })).toEqual(verdict);
  });

  test('of which nothing left keeps its turn, and what is known of it', () => {
    expect(judge(delivery({ repeat: true }), { kind: 'unsent', code: 'ECONNREFUSED' })).toEqual({
      do: 'again',
      outcome: 'unsent',
      afterMs: 0,
      repeat: true,
    });
  });

  test.each([
    ['unreachable', 'unreachable'],
    ['chat-gone', 'unreachable'],
    ['no-rights', 'failed'],
    ['migrated', 'move'],
    ['content', 'halt-text'],
    ['message-gone', 'failed'],
    ['message-unchanged', 'failed'],
    ['query-expired', 'failed'],
    ['bot-stopped', 'again'],
    ['conflict', 'again'],
    ['rate-limited', 'again'],
    ['forbidden-other', 'failed'],
    ['bad-request-other', 'failed'],
  ] as const)('refused as %s is %s', (refusal, wanted) => {
    expect(judge(delivery(), refused(refusals[refusal])).do).toBe(wanted);
  });

  test('is asked for once more before a chat counts as gone', () => {
    const outcome = refused(refusals['chat-not-found']);
    expect(judge(delivery(), outcome)).toMatchObject({ do: 'again', afterMs: 60_000 });
    expect(judge(delivery({ outcome: 'rate-limited' }), outcome).do).toBe('again');
    expect(judge(delivery({ outcome: 'chat-not-found' }), outcome).do).toBe('unreachable');
  });

  test('follows a group to its new id once: sent on from there too, it has failed', () => {
    const outcome = refused(refusals.migrated);
    expect(judge(delivery({ outcome: 'rate-limited' }), outcome).do).toBe('move');
    expect(judge(delivery({ outcome: 'migrated' }), outcome)).toEqual({ do: 'failed', outcome: 'migrated' });
  });

  test('waits as long as Telegram says', () => {
    expect(judge(delivery(), refused(refusals['rate-limited']))).toMatchObject({ afterMs: 7000 });
  });

  test.each(Object.values(refusals))('never carries an id into its class: $class', (refusal) => {
    expect(classOf({ kind: 'refused', refusal })).not.toMatch(/\d{4,}/);
  });
});

describe('a call', () => {
  const call = {
    kind: 'call',
    id: newId<never>(),
    attempts: 1,
    outcome: null,
    notAfter: 0,
    sealedParams: new Uint8Array(),
    destination: null,
    chatIndex: null,
  } as const;
  const lost = { kind: 'unknown', code: 'TIMEOUT' } as const;

  test('that may be made twice without harm is made again, but not for ever', () => {
    const edit = { ...call, purpose: 'reply', method: 'editMessageText' } as const;
    expect(judgeCall(edit, lost).do).toBe('again');
    expect(judgeCall({ ...edit, attempts: 5 }, lost).do).toBe('drop');
  });

  test('that sends is made again for a notice only, and once only', () => {
    const send = { ...call, method: 'sendMessage' } as const;
    expect(judgeCall({ ...send, purpose: 'reply' }, lost).do).toBe('drop');
    const notice = { ...send, purpose: 'notice' } as const;
    expect(judgeCall(notice, lost).do).toBe('again');
    expect(judgeCall({ ...notice, outcome: 'unknown' }, lost).do).toBe('drop');
  });

  test('remembers over a flood wait that it may have arrived', () => {
    const notice = { ...call, method: 'sendMessage', purpose: 'notice', outcome: 'unknown' } as const;
    const waited = judgeCall(notice, { kind: 'refused', refusal: refusals['rate-limited'] });
    expect(waited).toMatchObject({ do: 'again', outcome: 'unknown' });
  });

  test.each(['message-gone', 'message-unchanged', 'query-expired', 'content', 'no-rights'] as const)(
    'is over when it is refused as %s',
    (refusal) => {
      const edit = { ...call, purpose: 'reply', method: 'editMessageText' } as const;
      expect(judgeCall(edit, { kind: 'refused', refusal: refusals[refusal] })).toMatchObject({
        do: 'drop',
        chat: 'stays',
      });
    },
  );
});

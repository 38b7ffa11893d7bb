import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, type Refusal, sendOutcome } from '../../src/domain/outcome.ts';

function answer(status: number, body: unknown, elapsedMs = 50) {
  return classify({ seen: 'answer', status, body, elapsedMs });
}

function refusal(code: number, description: string, parameters?: object, elapsedMs = 50): Refusal {
  const outcome = answer(code, { ok: false, error_code: code, description, parameters }, elapsedMs);
  if (outcome.kind !== 'refused') throw new Error(`expected a refusal, got ${outcome.kind}`);
  return outcome.refusal;
}

describe('the class of a call', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', { class: 'unreachable', reason: 'blocked' }],
    [403, 'Forbidden: user is deactivated', { class: 'unreachable', reason: 'deactivated' }],
    [
      403,
      "Forbidden: bot can't initiate conversation with a user",
      { class: 'unreachable', reason: 'never-started' },
    ],
    [403, 'Forbidden: bot was kicked from the group chat', { class: 'chat-gone', reason: 'kicked' }],
    [403, 'Forbidden: bot was kicked from the supergroup chat', { class: 'chat-gone', reason: 'kicked' }],
    [403, 'Forbidden: bot was kicked from the channel chat', { class: 'chat-gone', reason: 'kicked' }],
    [
      403,
      'Forbidden: bot is not a member of the channel chat',
      { class: 'chat-gone', reason: 'not-a-member' },
    ],
    [403, 'Forbidden: the group chat was deleted', { class: 'chat-gone', reason: 'deleted' }],
    [400, 'Bad Request: chat not found', { class: 'chat-not-found' }],
    [400, 'Bad Request: PEER_ID_INVALID', { class: 'chat-not-found' }],
    [400, 'Bad Request: not enough rights to send text messages to the chat', { class: 'no-rights' }],
    [400, 'Bad Request: need administrator rights in the channel chat', { class: 'no-rights' }],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', { class: 'no-rights' }],
    [400, 'Bad Request: message is too long', { class: 'content', code: 'too-long' }],
    [400, 'Bad Request: message text is empty', { class: 'content', code: 'empty' }],
    [
      400,
      'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
      { class: 'content', code: 'entities' },
    ],
    [400, 'Bad Request: BUTTON_DATA_INVALID', { class: 'content', code: 'markup' }],
    [400, 'Bad Request: object expected as reply markup', { class: 'content', code: 'markup' }],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified', { class: 'content', code: 'file' }],
    [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', { class: 'content', code: 'file' }],
    [413, 'Request Entity Too Large', { class: 'content', code: 'too-large' }],
    [400, 'Bad Request: message to edit not found', { class: 'message-gone' }],
    [400, 'Bad Request: message to delete not found', { class: 'message-gone' }],
    [400, "Bad Request: message can't be deleted for everyone", { class: 'message-gone' }],
    [
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      { class: 'message-unchanged' },
    ],
    [
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
      { class: 'query-expired' },
    ],
    [401, 'Unauthorized', { class: 'bot-stopped', reason: 'unauthorized' }],
    [404, 'Not Found', { class: 'bot-stopped', reason: 'not-found' }],
    [400, 'Bad Request: FROZEN_METHOD_INVALID', { class: 'bot-stopped', reason: 'frozen' }],
    [421, 'Misdirected Request: unallowed token specified', { class: 'bot-stopped', reason: 'misdirected' }],
    [
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      { class: 'conflict' },
    ],
    [403, 'Forbidden: something new', { class: 'forbidden-other', code: 'UNRECOGNISED' }],
    [400, 'Bad Request: SOMETHING_NEW', { class: 'bad-request-other', code: 'SOMETHING_NEW' }],
  ])('%i %s', (code, description, expected) => {
    expect(refusal(code, description)).toEqual(expected);
  });

  it('reads the new id of a migrated group, and prints it nowhere', () => {
    const refused = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001234567890,
    });
    expect(refused.class === 'migrated' && refused.to()).toBe(-1001234567890);
    expect(`${JSON.stringify(refused)} ${inspect(refused)}`).not.toContain('1234567890');
  });

  it('tells a message limit from too many requests at once', () => {
    const wait = { retry_after: 60 };
    expect(refusal(429, 'Too Many Requests: retry after 60', wait, 3050)).toMatchObject({
      origin: 'front-end',
    });
    expect(refusal(429, 'Too Many Requests: retry after 60', wait, 40)).toMatchObject({ origin: 'bot-api' });
    expect(refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }, 3050)).toEqual({
      class: 'rate-limited',
      retryAfterSeconds: 7,
      stated: true,
      origin: 'bot-api',
    });
    expect(refusal(429, 'Too Many Requests')).toMatchObject({ stated: false });
    expect(
      classify({ seen: 'answer', status: 429, body: undefined, retryAfterHeader: 11, elapsedMs: 3 }),
    ).toMatchObject({ refusal: { origin: 'front-end', retryAfterSeconds: 11, stated: true } });
  });

  it('knows nothing for certain when the answer is not the Bot API speaking', () => {
    for (const [status, body] of [
      [200, undefined],
      [200, { some: 'portal' }],
      [302, undefined],
      [403, undefined],
      [502, undefined],
      [500, { ok: false, error_code: 500, description: 'Internal Server Error: restart' }],
      [200, { ok: false, error_code: 504, description: 'Gateway Timeout' }],
      [503, { ok: true, result: true }],
      [200, { ok: true }],
    ] as const) {
      expect(answer(status, body), `${status} ${JSON.stringify(body)}`).toMatchObject({ kind: 'unknown' });
    }
  });

  it('calls a send without a message id unknown, since something was accepted', () => {
    expect(sendOutcome({ kind: 'done', result: { message_id: 5 } })).toEqual({ kind: 'sent', messageId: 5 });
    const foreign = answer(200, { ok: true, result: true });
    expect(sendOutcome(foreign as Parameters<typeof sendOutcome>[0])).toMatchObject({ kind: 'unknown' });
  });

  it('is total, and lets nothing of a description through that could be a text or an id', () => {
    const secret = 'Əliyev-4711471147';
    const descriptions = fc.oneof(
      fc.string().map((s) => `${s}${secret}`),
      fc.constantFrom(
        `Bad Request: can't parse entities: ${secret}`,
        `Forbidden: ${secret}`,
        'Bad Request: CHAT_4711471147_INVALID',
        `Bad Request: bot "${secret}" not found`,
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.boolean(), descriptions, (code, ok, description) => {
        const outcome = answer(code, { ok, error_code: code, description });
        if (outcome.kind === 'done') return;
        expect(`${JSON.stringify(outcome)} ${inspect(outcome)}`).not.toMatch(/Əliyev|4711471147/);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, body) => {
        expect(['done', 'refused', 'unknown']).toContain(answer(status, body).kind);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallbackData, encodeCallbackData, parseCallbackData } from '../../src/domain/callback-data.ts';
import type {
  BroadcastId,
  CaseId,
  HearingId,
  MessageId,
  PauseId,
  ReserveRequestId,
  TranslationId,
} from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import { quietChoices } from '../../src/domain/quiet-hours.ts';
import { offeredLeadTimes } from '../../src/domain/reminder-choice.ts';
import { broadcastActions, decisions, standings } from '../../src/domain/words.ts';

const id = <T>() => fc.uuid() as unknown as fc.Arbitrary<T>;
const count = fc.integer({ min: 1, max: 2_147_483_647 });
const action = <A extends string>(...names: A[]) => fc.constantFrom(...names);

const anyData: fc.Arbitrary<CallbackData> = fc.oneof(
  fc.record({
    action: action('follow', 'unfollow', 'stopCase', 'resumeCase', 'case'),
    caseId: id<CaseId>(),
  }),
  fc.record({ action: action('stopAll', 'deleteNow', 'forgetConfirm', 'forgetCancel') }),
  fc.record({ action: action('cases', 'hearings'), page: count }),
  fc.record({
    action: action('language'),
    language: fc.constantFrom(...languages),
    after: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('case'), caseId: id<CaseId>() }),
        fc.record({ kind: fc.constant('hearing'), hearingId: id<HearingId>() }),
      ),
    ),
  }),
  fc.record({ action: action('timeline'), caseId: id<CaseId>(), page: count }),
  fc.record({ action: action('hearing'), hearingId: id<HearingId>(), page: count }),
  fc.record({ action: action('attend'), hearingId: id<HearingId>(), on: fc.boolean(), page: count }),
  fc.record({ action: action('calendar'), hearingId: id<HearingId>() }),
  fc.record({ action: action('discreet'), on: fc.boolean() }),
  fc.record({ action: action('quiet'), choice: fc.constantFrom(...quietChoices) }),
  fc.record({ action: action('remind'), choice: action('campaign', 'changes') }),
  fc.record({ action: action('leadTime'), leadTime: fc.constantFrom(...offeredLeadTimes), on: fc.boolean() }),
  fc.record({ action: action('tellFirst'), on: fc.boolean() }),
  fc.record({ action: action('standing'), standing: fc.constantFrom(...standings) }),
  fc.record({ action: action('show', 'picture'), messageId: id<MessageId>() }),
  fc.record({
    action: action('decidePost'),
    translationId: id<TranslationId>(),
    version: count,
    decision: fc.constantFrom(...decisions),
  }),
  fc.record({
    action: action('decideHearing'),
    hearingId: id<HearingId>(),
    revision: count,
    decision: fc.constantFrom(...decisions),
  }),
  fc.record({ action: action('pauses') }),
  fc.record({ action: action('pauseCases'), page: count }),
  fc.record({ action: action('pausePosts'), caseId: fc.option(id<CaseId>()) }),
  fc.record({ action: action('liftPause'), pauseId: id<PauseId>() }),
  fc.record({ action: action('agreeToLift'), pauseId: id<PauseId>() }),
  fc.record({ action: action('agreeToCase'), caseId: id<CaseId>() }),
  fc.record({ action: action('agreeToReserve'), requestId: id<ReserveRequestId>() }),
  fc.record({
    action: action('agree'),
    broadcastId: id<BroadcastId>(),
    to: fc.constantFrom(...broadcastActions),
  }),
) as fc.Arbitrary<CallbackData>;

describe('callback data', () => {
  it('fits into the 64 bytes that Telegram allows, whatever it carries', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const bytes = Buffer.byteLength(encodeCallbackData(data));
        expect(bytes).toBeGreaterThanOrEqual(1);
        expect(bytes).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('says the same after the way through Telegram', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        expect(parseCallbackData(encodeCallbackData(data))).toEqual(data);
      }),
    );
  });

  it('never throws on what a foreign or forged button carries', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 64 })), (text) => {
        parseCallbackData(text);
      }),
    );
  });

  it.each([
    '',
    'follow',
    'follow:',
    'follow:1',
    'follow:0198f3a0-0000-7000-8000-00000000000G',
    'follow:0198f3a0-0000-7000-8000-000000000001:2',
    'quiet:on',
    'quiet:22-07',
    'cases:0',
    'cases:-1',
    'cases:1e3',
    'cases:01',
    'hearings:2147483648',
    'language',
    'language:xx',
    'language:az:',
    'language:az:1',
    'language:az:hearing',
    'language:az:case:0198f3a0-0000-7000-8000-000000000001',
    'hearing:0198f3a0-0000-7000-8000-000000000001',
    'hearing:0198f3a0-0000-7000-8000-000000000001:0',
    'timeline:1:1',
    'calendar:',
    'attend:maybe:0198f3a0-0000-7000-8000-000000000001:1',
    'attend:on:0198f3a0-0000-7000-8000-000000000001',
    'discreet:maybe',
    'stop-all:1',
    'ok:post:0198f3a0-0000-7000-8000-000000000001',
    'ok:post:0198f3a0-0000-7000-8000-000000000001:1:1',
    'ok:case:0198f3a0-0000-7000-8000-000000000001:1',
    'toString:1',
  ])('is not read from %j', (text) => {
    expect(parseCallbackData(text)).toBeNull();
  });
});

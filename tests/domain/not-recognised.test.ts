import { expect, test } from 'vitest';
import type { StepFailure } from '../../src/domain/network.ts';
import { whyNotRecognised } from '../../src/domain/not-recognised.ts';

const why = (outcome: StepFailure) => whyNotRecognised('wordpress', outcome);

test.each<[StepFailure, RegExp, RegExp]>([
  [{ kind: 'reconnect', reason: 'expired' }, /expired/, /new ones/],
  [{ kind: 'reconnect', reason: 'suspended' }, /closed, blocked or locked/, /Sign in there/],
  [{ kind: 'reconnect', reason: 'scope-missing' }, /lack a permission/, /permission to read and to write/],
  [{ kind: 'reconnect', reason: 'smtp-5.7.8' }, /5\.7\.8/, /"user", "password"/],
  [{ kind: 'not-done', code: 'NO_PUBLIC_URL' }, /end it with a click/, /PUBLIC_URL/],
  [{ kind: 'not-done', code: 'ENOTFOUND' }, /could not be reached.*ENOTFOUND/, /address of the server/],
  [{ kind: 'rate-limited', seconds: 30 }, /30 s/, /after that/],
  [{ kind: 'rejected', reason: 'http-404' }, /refused \(http-404\)/, /address of the server/],
])('%o is told with what helps', (outcome, fault, remedy) => {
  expect(why(outcome).fault).toMatch(fault);
  expect(why(outcome).remedy).toMatch(remedy);
});

test('credentials that are wrong are not said to be out of reach, nor the other way round', () => {
  expect(why({ kind: 'reconnect', reason: 'unauthorised' }).fault).toBe(
    'WordPress does not take these credentials.',
  );
  expect(why({ kind: 'not-done', code: 'HTTP_503' }).fault).not.toContain('credentials');
});

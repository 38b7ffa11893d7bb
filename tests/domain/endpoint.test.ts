import { expect, test } from 'vitest';
import { eventAnswer, parseEndpointUrl, retryEventAt } from '../../src/domain/endpoint.ts';
import { isPublicAddress } from '../../src/http/lookup-public.ts';

test('an event is tried ten times, over some three days', () => {
  const first = Temporal.Instant.from('2009-11-11T00:00:00Z');
  let [at, attempts] = [first, 1];
  for (let next = retryEventAt(attempts, at); next !== null; next = retryEventAt(++attempts, at)) at = next;
  expect(attempts).toBe(10);
  expect(Math.round(at.since(first).total('hours'))).toBe(76);
});

test.each([
  [200, 'taken'],
  [204, 'taken'],
  [301, 'failed'],
  [410, 'gone'],
  [404, 'failed'],
  [500, 'failed'],
  [null, 'failed'],
] as const)('an answer of %s is %s', (status, answer) => {
  expect(eventAnswer(status)).toBe(answer);
});

test('an address is https and names a host', () => {
  expect(parseEndpointUrl('https://site.example.org/hook?key=1')?.href).toBe(
    'https://site.example.org/hook?key=1',
  );
  for (const wrong of [
    'http://example.org/hook',
    'ftp://example.org',
    'https://user:word@example.org/hook',
    'https://example.org/hook#part',
    'https://127.0.0.1/hook',
    'https://2130706433/hook',
    'https://[::1]/hook',
    'https://localhost/hook',
    `https://example.org/${'x'.repeat(500)}`,
    'example.org',
    '',
  ])
    expect(parseEndpointUrl(wrong), wrong).toBeNull();
});

test.each([
  ['93.184.215.14', 4, true],
  ['127.0.0.1', 4, false],
  ['10.1.2.3', 4, false],
  ['172.31.0.1', 4, false],
  ['192.168.1.1', 4, false],
  ['169.254.169.254', 4, false],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 6, true],
  ['::1', 6, false],
  ['::ffff:127.0.0.1', 6, false],
  ['fd00::1', 6, false],
  ['fe80::1', 6, false],
] as const)('of the internet, or not: %s', (address, family, isPublic) => {
  expect(isPublicAddress(address, family)).toBe(isPublic);
});

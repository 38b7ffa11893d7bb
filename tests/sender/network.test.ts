import { describe, expect, test } from 'vitest';
import type { CallOutcome } from '../../src/domain/outcome.ts';
import { Network } from '../../src/sender/network.ts';

const done: CallOutcome<unknown> = { kind: 'done', result: {} };
const refused: CallOutcome<unknown> = { kind: 'refused', refusal: { class: 'no-rights' } };
const unsent: CallOutcome<unknown> = { kind: 'unsent', code: 'ECONNREFUSED' };
const lost: CallOutcome<unknown> = { kind: 'unknown', code: 'HTTP_502' };

function having(answers: readonly CallOutcome<unknown>[], now = 0): Network {
  const network = new Network();
  for (const answer of answers) network.took(answer, now);
  return network;
}

describe('a network', () => {
  test('that carries nothing is left alone', () => {
    expect(having([unsent]).wait(0)).toBe(250);
  });

  test('that loses an answer now and then is not', () => {
    expect(having([lost, lost, lost, lost, done, lost, lost, lost, lost]).wait(0)).toBe(0);
  });

  test('that loses one answer after the other is left alone for longer and longer', () => {
    const network = having(Array(5).fill(lost));
    expect(network.wait(0)).toBe(250);
    // Those that were under way with them.
    network.took(lost, 100);
    expect(network.wait(250)).toBe(0);
    network.took(lost, 250);
    expect(network.wait(250)).toBe(500);
    for (let now = 1000; now < 1_000_000; now += 60_000) network.took(lost, now);
    expect(network.wait(1_000_000 - 39_000)).toBeLessThanOrEqual(30_000);
  });

  test.each([done, refused])('that brings an answer is well: $kind', (answer) => {
    const network = having([...Array(5).fill(lost), answer]);
    expect(network.wait(0)).toBe(0);
    network.took(lost, 0);
    expect(network.wait(0)).toBe(0);
  });
});

import { expect, test } from 'vitest';
import { type MessageId, newId } from '../../src/domain/ids.ts';
import { Canaries } from '../../src/sender/canaries.ts';

const text = newId<MessageId>();
const other = newId<MessageId>();

test('a text that nothing is known of goes to one, and keeps no other text back', () => {
  const canaries = new Canaries();
  expect(canaries.mayGo(text, 0)).toBe(true);
  canaries.letOut(text, 0);
  expect(canaries.mayGo(text, 100)).toBe(false);
  expect(canaries.mayGo(other, 100)).toBe(true);
});

test('a text that was accepted goes to all', () => {
  const canaries = new Canaries();
  canaries.letOut(text, 0);
  canaries.accepted(text);
  canaries.letOut(text, 1);
  expect(canaries.mayGo(text, 2)).toBe(true);
  expect([canaries.isProven(text), canaries.isProven(other)]).toEqual([true, false]);
});

test('an answer that says nothing about the text lets the next one out', () => {
  const canaries = new Canaries();
  canaries.letOut(text, 0);
  canaries.cameBack(text);
  expect(canaries.mayGo(text, 1)).toBe(true);
});

test('a canary that gets no answer keeps the rest back for seconds, and not for as long as a call may last', () => {
  const canaries = new Canaries();
  canaries.letOut(text, 0);
  expect(canaries.mayGo(text, 2900)).toBe(false);
  expect(canaries.mayGo(text, 3000)).toBe(true);
});

test('a text that was refused waits until that is on record', () => {
  const canaries = new Canaries();
  canaries.letOut(text, 0);
  canaries.refused(text, 50);
  expect(canaries.mayGo(text, 60)).toBe(false);
});

test('it forgets the oldest of very many texts, which then goes to one first once more', () => {
  const canaries = new Canaries();
  canaries.accepted(text);
  for (let i = 0; i < 1100; i += 1) canaries.accepted(newId<MessageId>());
  expect(canaries.isProven(text)).toBe(false);
});

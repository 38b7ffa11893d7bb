import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { settleInTurn } from '../src/settle-in-turn.ts';

/** Steps that say when they begin and end. */
function steps(said: string[]) {
  const step = (name: string, fault?: Error) => async () => {
    said.push(`${name} begins`);
    await delay(1);
    said.push(`${name} ends`);
    if (fault) throw fault;
  };
  return step;
}

test('a group is taken together, and the next one only afterwards', async () => {
  const said: string[] = [];
  const step = steps(said);
  await settleInTurn([[step('bot'), step('sender')], [step('database')]]);
  expect(said.slice(0, 2)).toEqual(['bot begins', 'sender begins']);
  expect(said.slice(4)).toEqual(['database begins', 'database ends']);
});

test('what fails keeps nothing else from its end, and is told', async () => {
  const said: string[] = [];
  const step = steps(said);
  const fault = new Error('no');
  await expect(settleInTurn([[step('bot', fault), step('sender')], [step('database')]])).rejects.toBe(fault);
  expect(said).toContain('sender ends');
  expect(said).toContain('database ends');
  await expect(settleInTurn([[step('bot', fault)], [step('database', new Error('nor'))]])).rejects.toThrow(
    AggregateError,
  );
});

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAIL_POINT_CHANNEL, failPoints, reach } from '../../src/services/fail-point.ts';

const ROOT = new URL('../..', import.meta.url);

describe('the places at which a process is killed', () => {
  const reached = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((path) =>
    [...readFileSync(new URL(path, ROOT), 'utf8').matchAll(/\breach\(([^)]*)\)/g)]
      .map(([, argument = '']) => argument)
      .filter((argument) => argument !== 'point: FailPoint'),
  );

  test('are each reached in one place, and none is reached that is not named', () => {
    expect(reached.toSorted()).toEqual(failPoints.map((point) => `'${point}'`).toSorted());
  });

  test('are forty and more', () => {
    expect(new Set(failPoints).size).toBe(failPoints.length);
    expect(failPoints.length).toBeGreaterThanOrEqual(40);
  });

  test('are told to whoever listens before anything else happens', () => {
    const told: unknown[] = [];
    const listen = (point: unknown) => told.push(point);
    reach('send.next');
    subscribe(FAIL_POINT_CHANNEL, listen);
    reach('send.answered');
    expect(told).toEqual(['send.answered']);
    unsubscribe(FAIL_POINT_CHANNEL, listen);
    reach('send.next');
    expect(told).toEqual(['send.answered']);
  });
});

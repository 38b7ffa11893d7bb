import { expect, test } from 'vitest';
import { DEFAULT_GRAPH_VERSION, graphVersionState } from '../../src/domain/graph-version.ts';

const state = (version: string, day: string) =>
  graphVersionState(version, Temporal.PlainDate.from(day)).state;

test('a version is warned of for 90 days before the day on which it ends', () => {
  expect(state('v25.0', '2028-04-29')).toBe('lives');
  expect(state('v25.0', '2028-04-30')).toBe('ends-soon');
  expect(state('v25.0', '2028-07-28')).toBe('ends-soon');
  expect(state('v25.0', '2028-07-29')).toBe('ended');
});

test('of what has no named end nothing is claimed, and what is older than the table has ended', () => {
  expect(graphVersionState(DEFAULT_GRAPH_VERSION, Temporal.PlainDate.from('2026-12-01'))).toEqual({
    state: 'lives',
    until: null,
  });
  expect(state('v27.0', '2026-12-01')).toBe('not-known');
  expect(state('v9.0', '2026-12-01')).toBe('ended');
});

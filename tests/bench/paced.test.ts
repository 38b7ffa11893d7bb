import { expect, test } from 'vitest';
import { pacedInVirtualTime, refusedOverNetworks } from '../../bench/support/paced.ts';
import { slidingLog } from '../../bench/support/virtual/servers.ts';
import { certainShare } from '../../bench/support/virtual/stated.ts';

test('the limit is used and kept in all twelve combinations of servers and networks, and over others', () => {
  const figures = pacedInVirtualTime({ seeds: 1 });
  const stated = figures.filter(({ against }) => against.startsWith('the limit;'));
  expect(stated).toHaveLength(12);
  expect(figures.filter(({ holds }) => !holds)).toEqual([]);
  expect(refusedOverNetworks({ networks: 20 })).toMatchObject({ value: 0, holds: true });
});

test('what can be certain falls with what the round trips have above the least', () => {
  expect(certainShare([80, 80, 80])).toBe(1);
  expect(certainShare([80, 110, 140])).toBeCloseTo(1 / 1.03);
});

test('the server of a run refuses number 31 within a second, and takes it after', () => {
  const server = slidingLog(30);
  for (let i = 0; i < 30; i++) expect(server.arrive(i, false).take).toBe(true);
  expect(server.arrive(999, false).take).toBe(false);
  expect(server.arrive(1000, false).take).toBe(true);
});

import { expect, inject, test } from 'vitest';
import { measureDrain } from '../../bench/figures/drain.ts';
import { startServer } from '../../bench/support/server.ts';

test('the sender drains a broadcast beside the bare loop, every message once', async () => {
  const said: string[] = [];
  await using server = await startServer(inject('serverUrl'));
  const figures = await measureDrain(
    { server, say: (line) => said.push(line) },
    { deliveries: 140, runs: 1, connections: 8, against: ['drain.limit'] },
  );
  expect(figures).toMatchObject([
    { figure: 'drain', unit: 'deliveries/s', against: 'drain.limit', target: '≥ 0.6' },
  ]);
  expect(figures[0]?.value).toBeGreaterThan(0);
  expect(said).toHaveLength(2);
}, 60_000);

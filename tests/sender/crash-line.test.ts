import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CrashPoint } from '../../bench/support/crash-points.ts';
import { stopLeaders } from '../../bench/support/crash-stopped.ts';
import { bundleLine, type LineProgram } from '../../bench/support/line-bundle.ts';
import { type OpenGround, openGround } from '../../bench/support/line-ground.ts';
import { runOne } from '../../bench/support/line-run.ts';
import { LEASE_TERM_MS } from '../../src/services/leases/term.ts';

/*
 * The short form of `npm run crash`: a whole line, from a person's decision to the follower's telephone, whose process
 * dies at one of a few points; and a leader that is stopped for longer than its term. Mostly they wait for each other.
 */
let program: LineProgram;
let ground: OpenGround;

beforeAll(async () => {
  program = await bundleLine();
  ground = await openGround(inject('serverUrl'), program, { from: inject('template') });
});
afterAll(async () => {
  await ground?.close();
  await program?.remove();
});

const points: readonly (readonly [point: CrashPoint, hit: number])[] = [
  ['record.deletions', 2],
  ['overtake.done', 1],
];

describe('a line whose process is killed', () => {
  test.concurrent.each(points)(
    'at %s loses nothing and sends nothing twice',
    async (point, hit) => {
      const end = await runOne(ground, { seed: `short ${point}`, kills: [{ point, hit }] });
      expect(end).toMatchObject({ killed: 1, lost: 0, twice: 0, faults: [] });
      expect(end.deliveries).toBeGreaterThan(100);
    },
    60_000,
  );

  test.concurrent('twice, the second time while it decides what the first left behind, does neither', async () => {
    const kills = [
      { point: 'send.bytes-out', hit: 25 },
      { point: 'recover.deliveries', hit: 1 },
    ] as const;
    const end = await runOne(ground, { seed: 'short twice', kills });
    expect(end).toMatchObject({ killed: 2, lost: 0, twice: 0, faults: [] });
  }, 60_000);
});

test('a leader that is stopped for longer than its term sends and writes nothing more when it wakes', async () => {
  const { figures, faults } = await stopLeaders(ground, LEASE_TERM_MS + 1000, [
    'claim.held',
    'record.deletions',
  ]);
  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ kills: 2, lost: 0, twice: 0 });
}, 90_000);

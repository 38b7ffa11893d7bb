import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NetworkName } from '../../src/domain/network.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { runContract, type Subject, trials, type Verdict } from '../networks/contract.ts';
import { type PublishingWorld, publishingWorld } from '../networks/world.ts';
import { type Server, serversOf } from './given.ts';

/*
 * The suite that every network passes against its stand-in, against real servers: Bluesky's own where it could be
 * compiled, and those that the environment names.
 */

/** A real server has more to do for an answer than a stand-in. */
const timeoutMs = 2_000;
const mail = { publicUrl: 'https://bray.example', farewell: () => 'To get nothing more:' };
const folder = mkdtempSync(join(tmpdir(), 'bray-real-'));
const servers: readonly Server[] = serversOf(process.env, folder);
const started = new Map<NetworkName, Subject>();
let opened: ReturnType<typeof openNetworks>;
let world: PublishingWorld;
let verdicts: readonly Verdict[];

beforeAll(async () => {
  opened = openNetworks({ timeoutMs, pollMs: 50, email: { ...mail, timeoutMs } });
  world = await publishingWorld(opened.networks);
  for (const { network, start } of servers) started.set(network, await start());
  verdicts = await runContract(world, started, { extent: 'short', patient: opened.networks });
  for (const { network } of servers) {
    const count = verdicts.filter((verdict) => verdict.network === network).length;
    console.log(`contract: ${count} of ${trials('short').length} trials on a real server: ${network}`);
  }
}, 600_000);
afterAll(async () => {
  await world.close();
  for (const subject of started.values()) await subject.close();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(servers.length > 0)('no real server is at hand', () => {});

test.each(servers)('$network: nothing is lost, and nothing stands there twice', ({ network }) => {
  const own = verdicts.filter((verdict) => verdict.network === network);
  // A server of somebody's has as many accounts as they gave.
  if (network === 'bluesky') expect(own).toHaveLength(trials('short').length);
  expect(own.length).toBeGreaterThan(0);
  expect(own.flatMap(({ trial, fault }) => (fault === null ? [] : [`${trial}: ${fault}`]))).toEqual([]);
});

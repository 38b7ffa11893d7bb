import { afterAll, beforeAll, expect, test } from 'vitest';
import { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { XStandIn } from '../../sandbox/x/stand-in.ts';
import { DEFAULT_GRAPH_VERSION } from '../../src/domain/graph-version.ts';
import { type NetworkName, networkNames } from '../../src/domain/network.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { mapNetworks, runContract, type Subject, type Verdict } from './contract.ts';
import { subjectsOn } from './subjects.ts';
import { type ChannelWorld, channelWorld, freeSlots } from './telegram-subject.ts';
import { type PublishingWorld, publishingWorld } from './world.ts';

/** `CONTRACT=full`: each crash together with each fault. */
const extent = process.env.CONTRACT === 'full' ? 'full' : 'short';
/** All trials go on at the same time: a long run on a machine that has other work. */
const patience = extent === 'full' ? 3_600_000 : 300_000;

/** Long enough for a machine that has other work; what was given up is looked for in any case. */
const timeoutMs = 400;
const mail = { publicUrl: 'https://bray.example', farewell: () => 'To get nothing more:' };
let opened: ReturnType<typeof openNetworks>;
let patient: ReturnType<typeof openNetworks>;
let channels: ChannelWorld;
const started = new Map<NetworkName, Subject>();
let world: PublishingWorld;
let verdicts: readonly Verdict[];

beforeAll(async () => {
  channels = await channelWorld({ timeoutMs });
  // Nothing is refused as a duplicate, so that every second one would be seen: Facebook does not refuse them reliably.
  const pages = await FacebookStandIn.start({ duplicates: 'taken' });
  const facebook = { root: pages.url, version: DEFAULT_GRAPH_VERSION };
  const x = await XStandIn.start({ duplicates: 'taken' });
  opened = openNetworks({
    timeoutMs,
    pollMs: 2,
    telegram: { transport: channels.transport, slots: freeSlots },
    facebook,
    xServer: x.url,
    email: { ...mail, timeoutMs },
  });
  patient = openNetworks({
    telegram: { transport: channels.patient, slots: freeSlots },
    facebook,
    xServer: x.url,
    email: mail,
  });
  const subjects = subjectsOn(channels, pages, x);
  // All accounts are asked whose they are at once, and nothing of that is tried.
  const { networks } = patient;
  world = await publishingWorld(
    mapNetworks(opened.networks, (real) => ({ ...real, holder: networks[real.name].holder })),
  );
  for (const name of networkNames) started.set(name, await subjects[name](world.clock));
  verdicts = await runContract(world, started, { extent, patient: patient.networks });
  console.log(`contract: ${verdicts.length} runs on ${networkNames.length} networks`);
}, patience);
afterAll(async () => {
  await world.close();
  for (const subject of started.values()) await subject.close();
  await opened.close();
  await patient.close();
  await channels.close();
});

test.each(networkNames)('%s: nothing is lost, and nothing stands there twice', (name) => {
  const own = verdicts.filter(({ network }) => network === name);
  expect(own.length).toBeGreaterThan(25);
  const isSuspended = own.some(({ trial }) => trial === 'suspended');
  expect(isSuspended).toBe(opened.networks[name].abilities.tellsSuspension);
  expect(own.flatMap(({ trial, fault }) => (fault === null ? [] : [`${trial}: ${fault}`]))).toEqual([]);
  expect(started.get(name)?.wrongs()).toEqual([]);
});

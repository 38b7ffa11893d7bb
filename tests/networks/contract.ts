import { HTTP_FAULTS, type HttpFault } from '../../sandbox/http/faults.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { AccountId, PostId } from '../../src/domain/ids.ts';
import {
  type Abilities,
  type Network,
  type NetworkName,
  type Networks,
  networkNames,
} from '../../src/domain/network.ts';
import type { PublishingWorld } from './world.ts';

/*
 * One suite that every network passes: whatever goes wrong on the way, and wherever the process dies, by the stand-in's
 * own ledger nothing is lost and nothing stands there twice; or, where the network lets nobody find out, it is left to a
 * person. Each trial has an account of its own, so that all of them go on at the same time, as they do in life.
 */

/** A network's stand-in, or a server of its own kind. */
export interface Subject {
  /** A new account and how it is connected; null when there are no more, and the trials that are left are left out. */
  account(): Promise<SubjectAccount | null>;
  /** What no client should have done. */
  wrongs(): readonly string[];
  close(): Promise<void>;
}

export interface SubjectAccount {
  readonly credentials: Readonly<Record<string, string>>;
  /** The same with another address instead of the stand-in's; null when it is not in the credentials. */
  readonly elsewhere: ((address: string) => Readonly<Record<string, string>>) | null;
  /** Whom it writes to, where posts go to contacts. */
  readonly contact?: string;
  /** Spoils the account's next request that publishes, uploads or looks. */
  fail(step: 'commit' | 'prepare' | 'look', fault: HttpFault): void;
  /** Its network closes the account; null where nobody here can have that done, or nobody could tell. */
  readonly suspend: (() => void | Promise<void>) | null;
  /** What stands on the account, in order. */
  standing(): readonly string[] | Promise<readonly string[]>;
}

export type Subjects = { readonly [Name in NetworkName]: (clock: Clock) => Promise<Subject> };

/** Where a process can die on the way of a delivery. */
const CRASHES = ['before attempt', 'after attempt', 'after acceptance', 'before record'] as const;
export type Crash = (typeof CRASHES)[number];

/** Faults of the way there, before the stand-in hears anything. */
const CONNECTIONS = ['DNS', 'refused', 'TLS'] as const;

export type Trial =
  | { readonly kind: 'answer'; readonly fault: HttpFault }
  | { readonly kind: 'connection'; readonly fault: (typeof CONNECTIONS)[number] }
  | { readonly kind: 'crash'; readonly at: Crash; readonly fault: HttpFault | null }
  | { readonly kind: 'look'; readonly fault: HttpFault }
  | { readonly kind: 'prepare'; readonly fault: HttpFault }
  /** The network closes the account before anything of it goes out. */
  | { readonly kind: 'suspended'; readonly fault: null };

/** All that is tried: `full` has each crash together with each fault, `short` with two. */
export function trials(extent: 'short' | 'full'): Trial[] {
  const withCrash: (HttpFault | null)[] =
    extent === 'full' ? [null, ...HTTP_FAULTS] : [null, 'time-out after'];
  return [
    ...HTTP_FAULTS.map((fault) => ({ kind: 'answer', fault }) as const),
    ...CONNECTIONS.map((fault) => ({ kind: 'connection', fault }) as const),
    ...CRASHES.flatMap((at) => withCrash.map((fault) => ({ kind: 'crash', at, fault }) as const)),
    ...(['5xx before', 'HTML before', 'truncated JSON', 'reset before', '429 with header'] as const).map(
      (fault) => ({ kind: 'look', fault }) as const,
    ),
    ...(['5xx before', 'HTML before', 'reset after', '429 without header'] as const).map(
      (fault) => ({ kind: 'prepare', fault }) as const,
    ),
    { kind: 'suspended', fault: null } as const,
  ];
}

function titleOf(trial: Trial): string {
  if (trial.kind === 'suspended') return trial.kind;
  const fault = trial.fault ?? 'no fault';
  return trial.kind === 'crash' ? `crash ${trial.at}, ${fault}` : `${trial.kind}: ${fault}`;
}

/** One trial under way. */
interface Run {
  readonly network: NetworkName;
  readonly trial: Trial;
  readonly account: SubjectAccount;
  readonly accountId: AccountId;
}

export interface Verdict {
  readonly network: NetworkName;
  readonly trial: string;
  /** What is wrong; null when nothing is. */
  readonly fault: string | null;
}

const LONG = 'A long sentence of the court stands here. '.repeat(14);
const TEXT = `The first part begins. ${LONG}\n\nThe last part ends here.`;
const SHORT = 'The first part begins, and it is all of it.';

const ADDRESSES = {
  DNS: 'https://nobody.invalid',
  // Nothing listens on the port of "discard".
  refused: 'http://127.0.0.1:9',
} as const;

/** Carries all trials out, on all these networks side by side. `patient`: for what is not tried; it waits for a slow machine. */
export async function runContract(
  world: PublishingWorld,
  subjects: ReadonlyMap<NetworkName, Subject>,
  { extent, patient }: { readonly extent: 'short' | 'full'; readonly patient: Networks },
): Promise<Verdict[]> {
  const runs: Run[] = [];
  for (const [network, subject] of subjects) {
    for (const trial of trials(extent)) {
      const account = await subject.account();
      if (account === null) break;
      if (trial.kind === 'connection' && account.elsewhere === null) continue;
      if (trial.kind === 'suspended' && account.suspend === null) continue;
      const accountId = await world.connect(network, account.credentials, 'en', patient);
      if (account.contact !== undefined) await world.addContact(accountId, account.contact);
      runs.push({ network, trial, account, accountId });
    }
  }
  const posts = new Map<Run, PostId>();
  const crashing = runs.filter(({ trial }) => trial.kind === 'crash');
  await publish(world, crashing, posts);
  await dieAmid(world, crashing);
  const others = runs.filter(({ trial }) => trial.kind !== 'crash');
  await publish(world, others, posts);
  await withoutConnection(world, others);
  for (const { trial, account } of others) {
    if (trial.kind === 'answer') account.fail('commit', trial.fault);
    if (trial.kind === 'prepare') account.fail('prepare', trial.fault);
    if (trial.kind === 'suspended') await account.suspend?.();
    if (trial.kind !== 'look') continue;
    account.fail('commit', 'time-out after');
    account.fail('look', trial.fault);
  }
  await world.settle(await world.newPublisher(), 400);
  return Promise.all(runs.map((run) => judge(world, run, posts.get(run))));
}

/** As many accounts as a post of a campaign goes to: what its approval covers is looked for before each call. */
const ACCOUNTS_OF_A_POST = 6;

/** Posts for a network's trials, those of uploads with an image. */
async function publish(world: PublishingWorld, runs: readonly Run[], posts: Map<Run, PostId>): Promise<void> {
  for (const network of networkNames) {
    for (const withImage of [false, true]) {
      const own = runs.filter(
        (run) => run.network === network && (run.trial.kind === 'prepare') === withImage,
      );
      const text = world.networks[network].abilities.threads && !withImage ? TEXT : SHORT;
      const image = withImage ? { mediaId: await world.image(), alt: 'A red square.' } : {};
      for (let from = 0; from < own.length; from += ACCOUNTS_OF_A_POST) {
        const together = own.slice(from, from + ACCOUNTS_OF_A_POST);
        const postId = await world.post(
          together.map(({ accountId }) => accountId),
          { en: text },
          image,
        );
        await world.approve(postId);
        await world.publish(postId);
        for (const run of together) posts.set(run, postId);
      }
    }
  }
}

/** The first try meets a network that cannot be reached. */
async function withoutConnection(world: PublishingWorld, runs: readonly Run[]): Promise<void> {
  for (const { trial, account, accountId } of runs) {
    if (trial.kind !== 'connection' || account.elsewhere === null) continue;
    const server = Object.values(account.credentials).find((value) => value.startsWith('http:')) ?? '';
    // The stand-in speaks no TLS.
    const address = trial.fault === 'TLS' ? server.replace('http:', 'https:') : ADDRESSES[trial.fault];
    await world.reseal(accountId, account.elsewhere(address));
  }
  const unreachable = runs.filter(({ trial }) => trial.kind === 'connection');
  const { publisher } = await world.newPublisher({ networks: only(world.networks, unreachable) });
  await publisher.round();
  await publisher.idle();
  for (const { account, accountId } of unreachable) await world.reseal(accountId, account.credentials);
}

/** Networks that do nothing for other accounts than those of these runs. */
function only(networks: Networks, runs: readonly Run[]): Networks {
  const known = new Set(runs.map(({ accountId }) => accountId));
  return mapNetworks(networks, (real) => ({
    ...real,
    prepare: async (access, ...rest) =>
      known.has(access.accountId) ? real.prepare(access, ...rest) : { kind: 'rate-limited', seconds: 1 },
  }));
}

/** A publisher that dies in the middle of all that it does, each run at its point. */
async function dieAmid(world: PublishingWorld, runs: readonly Run[]): Promise<void> {
  for (const { trial, account } of runs)
    if (trial.fault !== null && trial.kind === 'crash') account.fail('commit', trial.fault);
  const points = new Map(
    runs.map(({ accountId, trial }) => {
      if (trial.kind !== 'crash') throw new Error('not a crash');
      return [accountId, { at: trial.at, reached: Promise.withResolvers<void>() }];
    }),
  );
  const dead = Promise.withResolvers<void>();
  const forEver = new Promise<never>(() => undefined);
  const networks = mapNetworks(world.networks, (real) => ({
    ...real,
    async prepare(access, ...rest) {
      const prepared = await real.prepare(access, ...rest);
      const point = points.get(access.accountId);
      if (point?.at !== 'before attempt') return prepared;
      point.reached.resolve();
      await dead.promise;
      return prepared;
    },
    async commit(access, ...rest) {
      const point = points.get(access.accountId);
      if (point?.at === 'after attempt') {
        point.reached.resolve();
        return forEver;
      }
      const outcome = await real.commit(access, ...rest);
      point?.reached.resolve();
      if (point?.at === 'after acceptance') return forEver;
      await dead.promise;
      return outcome;
    },
  }));
  const dying = await world.newPublisher({ networks });
  await dying.publisher.round();
  await Promise.all([...points.values()].map(({ reached }) => reached.promise));
  dying.die();
  dead.resolve();
}

/** The same networks, each changed. */
export function mapNetworks(networks: Networks, change: (real: Network) => Network): Networks {
  const changed = { ...networks };
  for (const name of networkNames) changed[name] = change(networks[name]);
  return changed;
}

async function judge(world: PublishingWorld, run: Run, postId: PostId | undefined): Promise<Verdict> {
  if (postId === undefined) throw new Error('a trial without a post');
  const own = (await world.deliveriesOf(postId)).filter(({ accountId }) => accountId === run.accountId);
  const standing = await run.account.standing();
  const times = own.map((_, part) => {
    const mark = part === 0 ? 'The first part begins' : 'The last part ends';
    return standing.filter((text) => text.includes(mark)).length;
  });
  const states = own.map(({ state }) => state);
  if (run.trial.kind === 'suspended') {
    const stoppedFor = await world.stoppedFor(run.accountId);
    return {
      network: run.network,
      trial: titleOf(run.trial),
      fault: whatASuspensionLeft({ states, standing, stoppedFor }),
    };
  }
  const leftToPerson = own.filter(({ state, lookAt }) => state === 'unknown' && lookAt === null).length;
  const { abilities } = world.networks[run.network];
  return {
    network: run.network,
    trial: titleOf(run.trial),
    fault: whatIsWrong(abilities, {
      times,
      states,
      leftToPerson,
      outcomes: own.map(({ outcome }) => outcome ?? ''),
    }),
  };
}

/** What waits there still waits, and staff know that it is the account and not its credentials. */
function whatASuspensionLeft(seen: {
  readonly states: readonly string[];
  readonly standing: readonly string[];
  readonly stoppedFor: string | null;
}): string | null {
  if (seen.stoppedFor !== 'suspended') return `the account was stopped for ${seen.stoppedFor}`;
  if (seen.standing.length > 0) return 'something stands there';
  return seen.states.every((state) => state === 'planned') ? null : `ended as ${seen.states.join(', ')}`;
}

function whatIsWrong(
  { repeat }: Abilities,
  seen: {
    readonly times: readonly number[];
    readonly states: readonly string[];
    readonly leftToPerson: number;
    readonly outcomes: readonly string[];
  },
): string | null {
  const { times, states } = seen;
  if (times.length === 0) return 'was never planned';
  if (times.some((count) => count > 1)) return `stands there twice (${times.join(', ')})`;
  if (states.every((state) => state === 'sent'))
    return times.every((count) => count === 1) ? null : `lost (${times.join(', ')})`;
  if (repeat.kind === 'never' && seen.leftToPerson > 0) return null;
  return `ended as ${states.join(', ')} (${seen.outcomes.join(', ')})`;
}

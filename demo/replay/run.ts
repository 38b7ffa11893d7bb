import { setTimeout as delay } from 'node:timers/promises';
import { machineMonotonic } from '../../sandbox/telegram/clock.ts';
import type { KeyRing } from '../../src/crypto/keys.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import type { Log } from '../../src/services/context.ts';
import { type Moment, tellsFollowers } from '../script/moment.ts';
import type { Scene } from '../script/scenes.ts';
import { isBroadcast } from '../time/player.ts';
import type { Effect } from '../world/staff-work.ts';
import { openStage, type Stage } from '../world/stage.ts';
import { PartActor } from './actor.ts';
import { castFor, type Part } from './cast.ts';
import { expectedOf } from './expected.ts';
import { type Accepted, judgeChat, type Matched, type Verdict } from './verdict.ts';

export interface ReplayOptions {
  readonly scene: Scene;
  /** Plays the moments up to here only; default: all. */
  readonly until?: Temporal.Instant;
  /** Default: `castFor`'s. */
  readonly cast?: readonly Part[];
  /** A fresh, migrated database. */
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  readonly log: Log;
  /** Told of every moment that was played. */
  readonly progress?: (played: number, of: number, moment: Moment) => void;
}

/** How one chat fared, with how long after the event each of its messages was accepted. */
export interface PartReport {
  readonly part: Part;
  readonly verdict: Verdict;
  /** By position in the script: milliseconds after the event; null when nothing came. */
  readonly afterMs: ReadonlyMap<number, number | null>;
  readonly late: number;
}

export interface ReplayReport {
  readonly moments: readonly Moment[];
  readonly parts: readonly PartReport[];
  /** How many requests the stand-in answered with 429. */
  readonly tooManyRequests: number;
  readonly ok: boolean;
}

/** How long after an event its last message may be accepted. */
export const lateAfterMs = 1000;

/**
 * Telegram takes one message a second for a chat, so between two events that a chat hears of a real second must
 * pass: what is measured is how long an event takes, not how long two of them do.
 */
const breathMs = 1100;

/** Plays a scene from its opening without a person, and judges what every chat got. */
export async function runReplay(options: ReplayOptions): Promise<ReplayReport> {
  const { until } = options;
  const scene = { ...options.scene, startAt: options.scene.joinAt };
  const stage = await openStage({ ...options, scene, followers: [], failed: rethrow });
  try {
    const moments = scene.moments.filter(
      ({ at }) =>
        Temporal.Instant.compare(at, scene.joinAt) > 0 &&
        (until === undefined || Temporal.Instant.compare(at, until) <= 0),
    );
    const cast = options.cast ?? castFor(moments.length);
    const actors = cast.map((part) => new PartActor(stage, part));
    const effects = await play(stage, actors, moments, options.progress);
    const parts = actors.map((actor) => judgePart(stage, actor, moments, effects));
    const counts = Object.values(stage.world.telegram.standIn.counts());
    const tooManyRequests = counts.reduce((sum, count) => sum + count.tooManyRequests, 0);
    return { moments, parts, tooManyRequests, ok: parts.every(isClean) };
  } finally {
    await stage.end();
  }
}

function rethrow(error: unknown): never {
  throw error;
}

async function play(
  stage: Stage,
  actors: readonly PartActor[],
  moments: readonly Moment[],
  progress: ReplayOptions['progress'],
): Promise<(Effect | null)[]> {
  const effects: (Effect | null)[] = [];
  for (const [position, moment] of moments.entries()) {
    for (const actor of actors) await actor.before(position);
    if (tellsFollowers(moment)) await takeBreath(stage);
    const played = await stage.player.step();
    if (played?.moment !== moment) throw new Error('The player played another moment than the script has.');
    effects.push(played.effect);
    progress?.(position + 1, moments.length, moment);
  }
  return effects;
}

async function takeBreath({ world }: Stage): Promise<void> {
  await world.settle();
  const last = world.telegram.standIn.ledger({ limit: Number.MAX_SAFE_INTEGER }).at(-1);
  if (last === undefined) return;
  const left = last.acceptedAt.monotonic + breathMs - machineMonotonic();
  if (left > 0) await delay(left);
}

function judgePart(
  stage: Stage,
  { part, chat }: PartActor,
  moments: readonly Moment[],
  effects: readonly (Effect | null)[],
): PartReport {
  const expected = expectedOf(part, moments, stage.scene.archive);
  const verdict = judgeChat(expected, chat === null ? [] : acceptedFor(stage, chat));
  const afterMs = new Map(
    verdict.matched.map((one): [number, number | null] => [
      one.expected.position,
      msAfter(one, effects[one.expected.position] ?? null),
    ]),
  );
  const late = [...afterMs.values()].filter((ms) => ms !== null && ms > lateAfterMs).length;
  return { part, verdict, afterMs, late };
}

function acceptedFor({ world }: Stage, chat: number): Accepted[] {
  return world.telegram.standIn
    .ledger({ chat, limit: Number.MAX_SAFE_INTEGER })
    .filter(isBroadcast)
    .map(({ text, acceptedAt }) => ({ text: withoutIsolation(text ?? ''), at: acceptedAt.monotonic }));
}

/** From taking effect to acceptance; for a post from the approval of the text that the reader got. */
function msAfter({ expected, accepted }: Matched, effect: Effect | null): number | null {
  if (accepted === null) return null;
  if (effect === null) throw new Error('A message came of a moment by which nothing took effect.');
  return accepted.at - (effect.languages.get(expected.language) ?? effect.at);
}

function isClean({ verdict, late }: PartReport): boolean {
  return verdict.missing + verdict.twice + verdict.outOfOrder + verdict.unexpected + late === 0;
}

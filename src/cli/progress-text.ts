import type { Progress } from '../domain/progress.ts';

/** How far a broadcast has come, in one line without its percent: what it does, how fast, how long yet. */
export function progressText(progress: Progress): string {
  const { sent, failed, unknown } = progress.deliveries;
  return [doing(progress), `sent ${sent}`, `failed ${failed}`, `unknown ${unknown}`].join(', ');
}

function doing({ state, haltedFor, perSecond, secondsLeft, waitsUntil }: Progress): string {
  if (state === 'halted') return `halted: ${haltedFor ?? 'too many faults'}`;
  if (state !== 'running') return state;
  if (waitsUntil !== null) return `waits until ${minute(waitsUntil)}`;
  const rate = perSecond === null ? 'rate not known yet' : `${perSecond}/s`;
  return secondsLeft === null ? rate : `${rate}, ${duration(secondsLeft)} left`;
}

/** To the unit that still matters: `45 s`, `12 min`, `6 h 30 min`. Rounded up: it is never over sooner said than done. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** In UTC, to the minute. */
export function minute(at: Temporal.Instant): string {
  return `${at.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`;
}

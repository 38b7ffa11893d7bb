/*
 * What the limiter is measured against: four ways in which Telegram may count 30 messages a second, and three
 * networks. The limiter is to use 97 % of the limit in all twelve and never to be refused.
 */
import { constant, jitter, line, type Network } from './networks.ts';
import { fixedWindow, leaky, type Server, slidingLog, tokenBucket } from './servers.ts';

export const PER_SECOND = 30;

/** By name; made anew for each run. `offset`: of the server's clock, in milliseconds, where it has one. */
export const statedServers: Readonly<Record<string, (offset: number) => Server>> = {
  'sliding-log': () => slidingLog(PER_SECOND),
  'fixed-window': (offset) => fixedWindow(PER_SECOND, offset),
  'token-bucket': () => tokenBucket(PER_SECOND, PER_SECOND),
  'leaky-bucket': () => leaky(PER_SECOND, 5),
};

export const statedNetworks: Readonly<Record<string, Network>> = {
  /** A server far away on a quiet line: always 80 ms. */
  constant: constant(40),
  /** A server near by: round trips of 40 ± 20 ms. */
  jitter: jitter(10, 30),
  /** From 110 ms on, mostly about 120; one packet in 200 is lost, and now and then another download swells the queue. */
  mobile: line({
    up: 65,
    down: 45,
    noise: 5,
    lost: 0.005,
    lostFrom: 200,
    lostTo: 400,
    swell: 100,
    swellMs: 2000,
    pauseMs: 20_000,
  }),
};

/**
 * Where 97 % cannot be had without being refused (`Lane` says why): the limiter is to come near what can. By name.
 */
export const wideNetworks: Readonly<Record<string, Network>> = {
  /** Every message takes 20 to 60 ms each way, any of it as likely. */
  'jitter-20-60': jitter(20, 60),
  'jitter-50-200': jitter(50, 200),
};

/** The share of the limit that can be used for certain over a path with such round trips, in milliseconds. */
export function certainShare(roundTrips: readonly number[]): number {
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const ms of roundTrips) {
    sum += ms;
    least = Math.min(least, ms);
  }
  return 1000 / (1000 + sum / roundTrips.length - least);
}

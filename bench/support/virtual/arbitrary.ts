import fc from 'fast-check';
import { constant, heavyTail, jitter, line, type Network, rerouted } from './networks.ts';
import { fixedWindow, type Server, slidingLog } from './servers.ts';
import { PER_SECOND } from './stated.ts';

const ms = (min: number, max: number) => fc.integer({ min, max });

const still: fc.Arbitrary<Network> = fc.oneof(
  fc.tuple(ms(1, 400), ms(1, 400)).map(([up, down]) => constant(up, down)),
  fc.tuple(ms(1, 150), ms(1, 600)).map(([from, more]) => jitter(from, from + more)),
  ms(5, 200).map(heavyTail),
  fc
    .record({
      up: ms(1, 200),
      down: ms(1, 200),
      noise: ms(0, 40),
      lost: fc.double({ min: 0, max: 0.05, noNaN: true }),
      lostFrom: fc.constant(200),
      lostTo: ms(200, 3000),
      swell: ms(0, 1000),
      swellMs: ms(2100, 6000),
      pauseMs: ms(1000, 20_000),
    })
    .map(line),
);

/** Networks of all kinds: steady, uneven, asymmetric, that lose packets, swell, or take a longer route from some time on. */
export const anyNetwork: fc.Arbitrary<Network> = fc.oneof(
  { arbitrary: still, weight: 4 },
  {
    arbitrary: fc
      .tuple(ms(1, 100), ms(0, 60), ms(1, 300), ms(5000, 20_000))
      .map(([from, spread, longer, at]) =>
        rerouted(jitter(from, from + spread), jitter(from + longer, from + longer + spread), at),
      ),
    weight: 1,
  },
);

/** Servers that count what arrives within a second, by a log or by a clock of their own. */
export const anyWindowServer: fc.Arbitrary<() => Server> = fc.oneof(
  fc.constant(() => slidingLog(PER_SECOND)),
  ms(0, 999).map((offset) => () => fixedWindow(PER_SECOND, offset)),
);

export const anySeed = fc.integer({ min: 0, max: 2 ** 31 });

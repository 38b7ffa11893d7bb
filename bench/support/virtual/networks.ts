/** How long the ways of one message take, each told at the instant at which it begins; milliseconds. */
export interface Path {
  up(at: number): number;
  down(at: number): number;
}

/** Makes the paths of one run from a source of numbers in [0, 1). */
export type Network = (random: () => number) => Path;

/** Each way always takes the same time. */
export function constant(up: number, down = up): Network {
  return () => ({ up: () => up, down: () => down });
}

/** Each way takes anything between two times, each message on its own: they may overtake each other. */
export function jitter(from: number, to: number): Network {
  return (random) => {
    const way = () => from + random() * (to - from);
    return { up: way, down: way };
  };
}

/** Mostly near `from`, now and then many times that (Pareto, index 1.5, cut at 5 s). */
export function heavyTail(from: number): Network {
  return (random) => {
    const way = () => Math.min(5000, from / (1 - random()) ** (1 / 1.5));
    return { up: way, down: way };
  };
}

export interface Line {
  /** The least that the ways take, which need not be the same. */
  readonly up: number;
  readonly down: number;
  /** What comes on top of it for each message on each way, on average; it falls off exponentially. */
  readonly noise: number;
  /** The part of the packets that are lost and come between `lostFrom` and `lostTo` later. */
  readonly lost: number;
  readonly lostFrom: number;
  readonly lostTo: number;
  /** How high the queue of the way up swells (bufferbloat), how long it takes to swell and drain, and the pauses. */
  readonly swell: number;
  readonly swellMs: number;
  readonly pauseMs: number;
}

/** As over a mobile network or a poor line: asymmetric, with losses, and with a queue that swells and drains. */
export function line(of: Line): Network {
  return (random) => {
    const pause = () => -of.pauseMs * Math.log(1 - random());
    let begins = pause();
    const queue = (at: number) => {
      if (of.swell === 0) return 0;
      while (at >= begins + of.swellMs) begins += of.swellMs + pause();
      return at < begins ? 0 : of.swell * (1 - Math.abs((2 * (at - begins)) / of.swellMs - 1));
    };
    const noise = () => {
      const late = random() < of.lost ? of.lostFrom + random() * (of.lostTo - of.lostFrom) : 0;
      return late - of.noise * Math.log(1 - random());
    };
    return { up: (at) => of.up + queue(at) + noise(), down: () => of.down + noise() };
  };
}

/** Another route from an instant on. */
export function rerouted(before: Network, after: Network, from: number): Network {
  return (random) => {
    const [old, fresh] = [before(random), after(random)];
    const route = (at: number) => (at < from ? old : fresh);
    return { up: (at) => route(at).up(at), down: (at) => route(at).down(at) };
  };
}

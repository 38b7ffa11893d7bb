import type { Figure } from './figures.ts';
import type { Million } from './million.ts';
import type { Server } from './server.ts';

/** What every measurement is given. */
export interface Bench {
  /** Small numbers that show that it works, and nothing else. */
  readonly quick: boolean;
  /** Whether what needs tens of gigabytes and many minutes is measured too. */
  readonly deep: boolean;
  /** Whether it is left out also where there is room for it. */
  readonly shallow: boolean;
  /** The one PostgreSQL of this run. */
  readonly server: Server;
  /** A campaign with a million followers, made when it is first asked for. */
  million(): Promise<Million>;
  /** Tells whoever waits what is being done. */
  say(line: string): void;
}

/** What `--only` can name. */
export interface Measurement {
  readonly name: string;
  measure(bench: Bench): Promise<Figure[]>;
}

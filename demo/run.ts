/** What both ways of running the demo are given. */
export interface DemoRun {
  readonly dataFolder: string;
  /** A PostgreSQL server whose role may create databases, once it is up. */
  readonly serverUrl: Promise<string>;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Adds something to be ended, before everything that was added earlier. */
  readonly atEnd: (ending: () => Promise<void>) => void;
}

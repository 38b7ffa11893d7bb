import type { EmbeddedFailure } from './errors.ts';

/** What a start asks of the supervisor process it spawns (as JSON in its only argument). */
export interface SupervisorOrder {
  readonly dataFolder: string;
  readonly durable: boolean;
  readonly removeAtEnd: boolean;
  /** A folder whose `node_modules` brings PostgreSQL; null: ours. */
  readonly packages: string | null;
}

/** What the supervisor tells the process that spawned it, one JSON a line on its standard output. */
export type SupervisorNews =
  | { readonly type: 'progress'; readonly line: string }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly kind: EmbeddedFailure; readonly message: string }
  /** Another supervisor has the data folder: join that one. */
  | { readonly type: 'held' };

/** The content of supervisor.json: how a process of the same user reaches the running supervisor. */
export interface Supervision {
  readonly pid: number;
  /** PostgreSQL's port. */
  readonly postgresPort: number;
  /** The supervisor's own port on 127.0.0.1, where holders connect. */
  readonly holderPort: number;
  /** What a holder says first; only who can read this file knows it. */
  readonly token: string;
}

/** What a holder sends over its connection. The connection's end, however it comes, is a release too. */
export type HolderLine =
  /** `starter`: said by the process that spawned the supervisor, which until now held by its pipe. */
  { readonly type: 'hold'; readonly token: string; readonly starter: boolean } | { readonly type: 'release' };

/** What the supervisor answers a holder. */
export type SupervisorLine =
  | { readonly type: 'held' }
  /** Released; others hold on, so PostgreSQL runs on. */
  | { readonly type: 'released' }
  /** Released; that was the last holder, and PostgreSQL has ended. */
  | { readonly type: 'stopped' };

/** Splits a stream of text into whole lines and hands each to `take`. */
export function byLine(take: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}

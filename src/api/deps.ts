import type { Registry } from 'prom-client';
import type { Allowance } from '../domain/token-bucket.ts';
import type { ProgressBoard } from '../services/broadcasts/board.ts';
import type { Log, PartnerSecrets, SigningContext } from '../services/context.ts';

/** What verbs work on, before anybody acts. */
export type BaseContext = Omit<SigningContext, 'actor'>;

/** Answers whether something that the service needs is there; `remedy` says, in English, what to look at. */
export type Probe = () => Promise<ProbeAnswer>;

/** What is found of something that the service needs, with what a person can do about it. */
export type ProbeAnswer = { readonly ok: true } | { readonly ok: false; readonly remedy: string };

/** Everything that the API is given; it reads no environment and opens nothing itself. */
export interface ApiDeps {
  /** Null while the service has not been set up: the admin API then answers 503. */
  readonly context: () => BaseContext | null;
  readonly log: Log;
  /** What may be logged of an error: its class and code, never its message. */
  readonly safeError: (error: unknown) => string;
  /** Whether the admin API is served; a process that only takes updates in has none. */
  readonly admin: boolean;
  /** What opens partners' secrets; null where the key file lacks the bot role's section, which it is made of. */
  readonly partnerSecrets: PartnerSecrets | null;
  /** What `/readyz` asks besides the database, by the name under which it answers. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** What `/metrics` shows; see `createMetrics`. */
  readonly metrics: Registry;
  /** How many requests each bearer token may send; see `limitRate` for how many without it. */
  readonly allowance?: Allowance;
  /** When it is aborted, answers that would go on for long end: the server waits for them. */
  readonly ending?: AbortSignal;
  /** Where the progress of broadcasts is learnt; without it, on a board of the API's own. */
  readonly board?: ProgressBoard;
  /** How long a live answer may be silent, in milliseconds; 15,000 without it. */
  readonly heartbeatMs?: number;
  /** Where Telegram delivers updates, in webhook mode. The handler reads the body and checks the secret itself. */
  readonly webhook?: {
    readonly path: string;
    readonly handle: (request: Request) => Promise<Response>;
  };
}

import type { Language } from '../../domain/language.ts';
import type { CoreContext } from '../../services/context.ts';
import type { BaseContext } from '../deps.ts';

/** What is known of a bot token that was pasted. `in-use`: another service receives this bot's messages. */
export type TokenCheck =
  | { readonly kind: 'taken' }
  | { readonly kind: 'malformed' | 'wrong' | 'unreachable' | 'in-use' };

/** What became of giving the keys a passphrase. */
export type Protection =
  | { readonly kind: 'protected' }
  | { readonly kind: 'passphrase-too-short' }
  | { readonly kind: 'folder-not-writable'; readonly folder: string };

/** What came of an attempt to start the service. `failed`: the log says why. */
export type Start = 'running' | 'token-refused' | 'unreachable' | 'failed';

/** The service at work in this process. */
export interface Running {
  readonly context: BaseContext;
  readonly botUsername: string;
}

/** What the set-up page asks of the machine it runs on; the composition root answers. */
export interface SetUpMachine {
  /** For what is read and written before the service runs. */
  readonly core: Pick<CoreContext, 'db' | 'clock' | 'log'>;
  /** In characters. */
  readonly passphraseMin: number;
  /** A key file that is there but closed is `locked`. */
  keys(): 'missing' | 'locked' | 'open';
  /** The bot whose token is known; its user name as soon as Telegram told it. */
  bot(): { readonly username: string | null } | null;
  /** Asks Telegram about a token and keeps it if it is good, on disk only once there are keys to seal it with. */
  takeToken(pasted: string): Promise<TokenCheck>;
  /** Forgets the token that was taken, as long as the service does not run. */
  dropToken(): void;
  /** Makes the keys, locks them with the passphrase and seals the token with them. */
  protect(passphrase: string): Promise<Protection>;
  /** Takes about half a second, so that guessing is slow. */
  unlock(passphrase: string): Promise<'open' | 'wrong'>;
  /** Starts the service in this process; answers at once when it runs. */
  start(): Promise<Start>;
  running(): Running | null;
  /** Zones to choose from, and the one of this machine where it says something about the place. */
  readonly zones: { readonly all: readonly string[]; readonly here: string | null };
}

/** The pages' language, and under which path they lie. */
export interface Shown {
  readonly language: Language;
  readonly base: string;
}

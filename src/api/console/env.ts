import type { Context as HonoContext } from 'hono';
import type { Language } from '../../domain/language.ts';
import type { ProgressBoard } from '../../services/broadcasts/board.ts';
import type { StaffContext, StaffSiteContext } from '../../services/context.ts';
import type { SignedIn } from '../../services/sessions/resume.ts';
import type { BaseContext } from '../deps.ts';
import type { TellingDeps } from '../tell-progress.ts';

/** What verbs work on at the staff site, before anybody has signed in. */
export type SiteContext = BaseContext & StaffSiteContext;

/** What answers that go on for long are given. */
export interface Live extends TellingDeps {
  readonly board: ProgressBoard;
}

/** What the middleware leaves for everybody who comes to the staff site. */
export interface SiteEnv {
  Variables: {
    site: SiteContext;
    live: Live;
    /** Whether a script of the page may speak to us; see `consolePolicy`. */
    speaks?: boolean;
  };
}

/** Whoever reads a page, and how they are told things. */
export interface Reader {
  readonly ctx: ConsoleEnv['Variables']['ctx'];
  readonly language: Language;
  /** An instant in their language, by the campaign's clock. */
  readonly at: (instant: Temporal.Instant) => string;
}

/** What it leaves for the pages of staff who are signed in. */
export interface ConsoleEnv {
  Variables: {
    site: SiteContext;
    live: Live;
    speaks?: boolean;
    me: SignedIn;
    /** The verbs' context, with whoever is signed in as the actor. */
    ctx: StaffContext & StaffSiteContext;
    /** Once it was asked for. */
    reader?: Reader;
  };
}

/** A request to the staff site, of whoever it is. */
export type SiteRequest = HonoContext<SiteEnv>;

/** A request of somebody who has signed in. */
export type ConsoleRequest = HonoContext<ConsoleEnv>;

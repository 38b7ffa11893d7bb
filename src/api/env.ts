import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { StaffActor } from '../domain/actor.ts';
import type { TokenScope } from '../domain/token-scope.ts';
import type { StaffContext } from '../services/context.ts';

/** What the middleware of the admin API leaves for its handlers. */
export interface AdminEnv {
  Variables: {
    actor: StaffActor;
    /** The bearer token itself: what opens the answers that were given to it. */
    token: string;
    /** What that token was made for; null: all that its holder's roles allow. */
    scopes: readonly TokenScope[] | null;
    /** The verbs' context, with the holder of the bearer token as the actor. */
    ctx: StaffContext;
  };
}

/** The application that the admin API's resources register themselves in. */
export type AdminApi = OpenAPIHono<AdminEnv>;

/** A request to the admin API by somebody whose token is known. */
export type AdminRequest = HonoContext<AdminEnv>;

import type { Role } from '../../domain/words.ts';
import type { ConsoleRequest, SiteRequest } from './env.ts';

type Answer = Response | Promise<Response>;

interface Place {
  readonly method: 'get' | 'post';
  /** Below `/console`; empty for its first page. */
  readonly path: string;
  /** Its form carries a file as large as an image may be; read only of whoever is signed in with one of the roles. */
  readonly takesImage?: true;
  /** Only by whoever has shown a key within the last five minutes: a browser that somebody left open is not enough. */
  readonly takesFreshKey?: true;
  /** Pages ask for it by themselves: it does not count as use of the session. */
  readonly byItself?: true;
}

/**
 * One route of the console with who may use it. The console serves what stands in its list and nothing else, so there is
 * no route that says nothing of its roles. The verb behind it checks again.
 */
export type ConsoleRoute =
  | StaffRoute
  /** For whoever comes to the staff site: what leads to signing in, and the files that pages need. */
  | (Place & { readonly roles: 'nobody'; readonly handle: (c: SiteRequest) => Answer });

/** A route for staff who have signed in. */
export type StaffRoute = Place & {
  readonly roles: readonly Role[];
  readonly handle: (c: ConsoleRequest) => Answer;
};

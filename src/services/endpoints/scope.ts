import { arrayContained, type SQL } from 'drizzle-orm';
import { endpoints } from '../../db/schema/index.ts';
import { casesOf } from '../../domain/actor.ts';
import type { CoreContext } from '../context.ts';

/** In SQL: the systems that are there for whoever asks. Who is limited to some cases sees those that are told of no other. */
export function ofOwnEndpoints(ctx: CoreContext): SQL | undefined {
  const cases = casesOf(ctx.actor);
  // One that is told of all has null there, which is contained in nothing.
  return cases === null ? undefined : arrayContained(endpoints.caseIds, [...cases]);
}

import { and, eq, ne } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertSubject } from '../../domain/alert.ts';
import type { Context } from '../context.ts';
import { isAbout } from './subject.ts';

/** Supersedes what is pending about something, but for what is already of the revision that replaces it. */
export async function supersedePending(
  ctx: Context,
  subject: AlertSubject,
  by: number | null,
): Promise<void> {
  await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(isAbout(subject), eq(alerts.state, 'pending'), by === null ? undefined : ne(alerts.revision, by)),
    );
}

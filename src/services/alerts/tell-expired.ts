import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { factDeciders, worksOnCase } from '../../domain/actor.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, paragraphs } from '../../domain/text/message.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { holdCases, ofCase } from '../cases/find.ts';
import { type Context, inTransaction } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import type { AlertRow, Telling } from './telling.ts';
import { tellingsOf } from './telling-of.ts';

/** So many are described; of more the number is told, and where all are listed. */
const DESCRIBED = 5;

interface Expired {
  readonly alert: AlertRow;
  readonly telling: Telling;
}

/**
 * Tells everyone who decides on facts which alerts, of their cases, came too late since they were told last: in one notice, however many
 * an outage has made. Each alert is told of once. Answers how many alerts.
 */
export async function tellOfExpired(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(alerts)
      .where(
        and(
          eq(alerts.campaignId, tx.campaignId),
          // In the words of the index.
          sql`state = 'expired' and reported_at is null`,
        ),
      )
      .orderBy(asc(alerts.dueAt), asc(alerts.id))
      .for('update', { skipLocked: true });
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await tx.db.update(alerts).set({ reportedAt: tx.clock.now() }).where(inArray(alerts.id, ids));
    const told = await findStaffWith(tx, { roles: factDeciders, language: null, without: [] });
    const known = new Map<AlertRow, readonly Expired[]>();
    for (const { id, language, cases } of told) {
      const own = rows.filter(({ caseId }) => worksOnCase({ cases }, caseId));
      const described: Expired[] = [];
      for (const alert of own.slice(0, DESCRIBED)) {
        const once = known.get(alert) ?? (await describe(tx, [alert]));
        known.set(alert, once);
        described.push(...once);
      }
      if (described.length > 0) await notifyStaff(tx, id, notice(language, described, own.length));
    }
    return rows.length;
  });
}

async function describe(ctx: Context, expired: readonly AlertRow[]): Promise<readonly Expired[]> {
  const cases = await holdCases(
    ctx,
    expired.map(({ caseId }) => caseId),
  );
  const ofCases = expired.map((alert) => ({ alert, ofCase: ofCase(cases, alert.caseId) }));
  const tellings = await tellingsOf(ctx, ofCases, ctx.clock.now());
  return expired.flatMap((alert) => {
    const telling = tellings.get(alert.id);
    return telling === undefined ? [] : [{ alert, telling }];
  });
}

function notice(language: Language, described: readonly Expired[], count: number): RenderedMessage {
  const [first] = described;
  if (first === undefined) throw new Error('A notice of nothing was to be written.');
  const due = ({ alert, telling }: Expired) => formatInstant(language, alert.dueAt, telling.zone);
  const piece = ({ telling }: Expired) => telling.describeExpired(language);
  if (count === 1) {
    const why = translate(language, 'staff-alert-expired-why', { due: due(first) });
    return { ...compose(paragraphs(piece(first), why)), buttons: [] };
  }
  const more = count - described.length;
  return {
    ...compose(
      paragraphs(
        bold(translate(language, 'staff-alerts-expired-title', { count })),
        translate(language, 'staff-alerts-expired-why'),
        ...described.map((one) =>
          lines(piece(one), translate(language, 'staff-alerts-expired-due', { due: due(one) })),
        ),
        more === 0 ? null : translate(language, 'staff-alerts-expired-more', { count: more }),
      ),
    ),
    buttons: [],
  };
}

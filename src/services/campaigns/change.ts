import { eq } from 'drizzle-orm';
import { bots, campaigns } from '../../db/schema/index.ts';
import { mayForAllCases } from '../../domain/actor.ts';
import { leadTimeCode, parseLeadTime } from '../../domain/lead-time.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { compose } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { leadTimeName } from '../../i18n/lead-time.ts';
import { replanReminders } from '../alerts/replan.ts';
import { eraseAllAttendances } from '../attendances/erase.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { findCampaign } from './find.ts';
import { type CampaignSettings, readCampaign } from './read.ts';

/** What is left out stays as it is. */
export interface ChangeCampaign {
  /** Whether groups and Telegram channels may follow: it shows who belongs. */
  readonly groupsAllowed?: boolean;
  /** Whether followers can say that they will attend a hearing. Switched off, what they said is erased. */
  readonly attendanceAllowed?: boolean;
  /** Whether the cases can be shared from any chat by `@bot name`. */
  readonly inlineAllowed?: boolean;
  /** Lead times by their codes, such as `1d`, `3h` or `morning`. */
  readonly leadTimes?: readonly string[];
  /** Of every follower who has not chosen otherwise; null: none. They count from what is planned next. */
  readonly quietHours?: QuietHours | null;
  /** Whole Stars that may be spent in a month on speed above Telegram's free rate; not negative. */
  readonly starsPerMonth?: number;
}

export type ChangeCampaignRefusal =
  | { readonly code: 'not-a-coordinator' }
  /** Nobody alone stops reminders; a follower may want none. */
  | { readonly code: 'lead-times-missing'; readonly field: string }
  | { readonly code: 'lead-time-unknown'; readonly field: string };

/**
 * Changes what holds for the whole campaign. New lead times count for the hearings that are ahead, too; so that nobody lets
 * followers miss one unseen, everybody else on the staff is told who changed them.
 */
export async function changeCampaign(
  ctx: StaffContext,
  input: ChangeCampaign,
): Promise<Result<CampaignSettings, ChangeCampaignRefusal>> {
  if (!mayForAllCases(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  if (input.leadTimes?.length === 0) return refused({ code: 'lead-times-missing', field: 'leadTimes' });
  const leadTimes: string[] = [];
  for (const [at, code] of (input.leadTimes ?? []).entries()) {
    const leadTime = parseLeadTime(code);
    if (leadTime === null) return refused({ code: 'lead-time-unknown', field: `leadTimes.${at}` });
    leadTimes.push(leadTimeCode(leadTime));
  }
  const { groupsAllowed, attendanceAllowed, inlineAllowed, quietHours, starsPerMonth } = input;
  return inTransaction(ctx, async (tx) => {
    const plain = {
      ...(groupsAllowed !== undefined && { groupsAllowed }),
      ...(attendanceAllowed !== undefined && { attendanceAllowed }),
      ...(inlineAllowed !== undefined && { inlineAllowed }),
      ...(quietHours !== undefined && { quietHours }),
    };
    const before = new Set((await findCampaign(tx)).leadTimes);
    const wanted = new Set(leadTimes);
    const changes = { ...plain, ...(input.leadTimes !== undefined && { leadTimes: [...wanted] }) };
    const ofCampaign = Object.keys(changes).length > 0;
    if (!ofCampaign && starsPerMonth === undefined) return done(await readCampaign(tx));
    if (ofCampaign) await tx.db.update(campaigns).set(changes).where(eq(campaigns.id, tx.campaignId));
    if (starsPerMonth !== undefined) {
      await tx.db.update(bots).set({ starsPerMonth }).where(eq(bots.id, tx.botId));
    }
    if (attendanceAllowed === false) await eraseAllAttendances(tx);
    if (changes.leadTimes !== undefined) {
      await replanReminders(tx);
      if (before.symmetricDifference(wanted).size > 0) await tellStaff(tx, changes.leadTimes);
    }
    await audit(tx, {
      verb: 'campaigns/change',
      subject: { type: 'campaign', id: tx.campaignId },
      details: {
        ...plain,
        ...(changes.leadTimes !== undefined && { leadTimes: changes.leadTimes.join(' ') }),
        ...(starsPerMonth !== undefined && { starsPerMonth }),
      },
    });
    return done(await readCampaign(tx));
  });
}

async function tellStaff(ctx: StaffContext, leadTimes: readonly string[]): Promise<void> {
  const told = await findStaffWith(ctx, { roles, language: null, without: [ctx.actor.id] });
  for (const { id, language } of told) {
    const times = formatList(
      language,
      leadTimes.map((code) => leadTimeName(language, code)),
    );
    const text = translate(language, 'staff-reminders-changed', { name: ctx.actor.name, times });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}

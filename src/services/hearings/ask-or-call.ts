import { rings } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import { afterRing, ringsFrom } from '../../domain/ring.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import type { RecorderContext } from '../context.ts';
import { wake } from '../wake.ts';
import { calling } from './above-question.ts';
import { askForHearingApproval, type HearingQuestion } from './ask-for-approval.ts';
import { lockHearing, revisionNumbered } from './find.ts';
import { recorderOfActor } from './recorder.ts';
import { soleWordOf } from './sole-word.ts';

/**
 * Asks everyone who may confirm the facts just recorded; when the hearing is less than a day off this is the first of
 * the calls, and further ones follow until somebody decides. Answers how many were asked.
 */
export async function askOrCall(ctx: RecorderContext, question: HearingQuestion): Promise<number> {
  const { hearingId, revision, before, facts } = question;
  const now = ctx.clock.now();
  const from = ringsFrom(before, facts, now, SYSTEM_ZONE_RULES);
  const atOnce = from !== null && Temporal.Instant.compare(from, now) <= 0;
  const above = atOnce
    ? calling(question, { nth: 1, now, soleWord: await isEnough(ctx, hearingId, revision) })
    : undefined;
  const callIds = await askForHearingApproval(ctx, question, {
    recorder: recorderOfActor(ctx.actor),
    ...(above && { above }),
  });
  if (from !== null) {
    await ctx.db.insert(rings).values({
      campaignId: ctx.campaignId,
      hearingId,
      revision,
      rung: atOnce ? 1 : 0,
      dueAt: atOnce ? afterRing(1, now, now) : from,
      callIds,
    });
    await wake(ctx, 'scheduler');
  }
  return callIds.length;
}

async function isEnough(ctx: RecorderContext, hearingId: HearingId, revision: number): Promise<boolean> {
  const hearing = await lockHearing(ctx, hearingId);
  const row = await revisionNumbered(ctx, hearingId, revision);
  if (hearing === undefined || row === undefined)
    throw new Error('A revision that was just recorded is gone.');
  return (await soleWordOf(ctx, hearing, row)) !== null;
}

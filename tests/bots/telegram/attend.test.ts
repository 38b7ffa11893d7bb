import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendanceMark } from '../../../src/crypto/attendance-mark.ts';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { attendances, auditEntries, campaigns, hearingRevisions } from '../../../src/db/schema/index.ts';
import type { CaseId, HearingId } from '../../../src/domain/ids.ts';
import { pruneAttendances } from '../../../src/services/attendances/prune.ts';
import { readAttendance } from '../../../src/services/attendances/read.ts';
import { setAttendance } from '../../../src/services/attendances/set.ts';
import { addCase, addHearing, createWorld, person, say, type World } from '../world.ts';

let world: World;
let caseId: CaseId;
let hearingId: HearingId;

beforeAll(async () => {
  world = await createWorld();
  await world.bot.start();
  caseId = await addCase(world, 'donkey-bloggers', { en: 'The donkey bloggers' });
});
afterAll(() => world.end());

beforeEach(async () => {
  await world.db.delete(attendances);
  await world.db.update(campaigns).set({ attendanceAllowed: true });
  hearingId = await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
});

const kept = () => world.db.$count(attendances);
const facts = (changed: Partial<typeof hearingRevisions.$inferInsert>) =>
  world.db.update(hearingRevisions).set(changed).where(eq(hearingRevisions.hearingId, hearingId));
/** So many others said it before. */
async function others(count: number): Promise<void> {
  for (let chat = 1; chat <= count; chat++) {
    await setAttendance(world.ctx, { hearingId, chatId: String(chat), on: true });
  }
}

describe('“I will attend”', () => {
  it('is offered only where the campaign switched it on, and never asks anybody to come', async () => {
    await world.db.update(campaigns).set({ attendanceAllowed: false });
    const reader = person(world, 'en');
    await reader.starts(`hearing_${hearingId}`);
    expect(reader.buttons()).not.toContain('I will attend');
    await world.db.update(campaigns).set({ attendanceAllowed: true });
    await reader.starts(`hearing_${hearingId}`);
    expect(reader.buttons()).toContain('I will attend');
    expect(reader.last()).toContain(say('en', 'alert-decide-yourself'));
    expect(reader.last()).toContain(say('en', 'attend-note', { from: 20 }));
  });

  it('is turned on and off by the same button, and said twice counts once', async () => {
    const reader = person(world, 'en');
    await reader.starts(`hearing_${hearingId}`);
    await reader.taps('I will attend');
    expect(reader.buttons()).toContain('✓ I will attend');
    const { message_id } = world.standIn.messages({ chat: reader.id }).at(-1) ?? {};
    await reader.tapsData(Number(message_id), `attend:on:${hearingId}:1`);
    expect(await kept()).toBe(1);
    await reader.taps('✓ I will attend');
    expect(reader.buttons()).toContain('I will attend');
    expect(await kept()).toBe(0);
  });

  it('shows how many from twenty on, and nothing of fewer', async () => {
    await others(18);
    const reader = person(world, 'en');
    await reader.starts(`hearing_${hearingId}`);
    await reader.taps('I will attend');
    expect(await kept()).toBe(19);
    expect(reader.last()).not.toMatch(/have said|\b19\b|<20/);
    await others(19);
    await reader.starts(`hearing_${hearingId}`);
    expect(reader.last()).toContain('20 people have said that they will attend.');
  });

  it('is not offered for what is closed to the public, over or cancelled, and refused to an old button', async () => {
    const reader = person(world, 'en');
    for (const changed of [
      { openness: 'closed' },
      { openness: 'open', status: 'cancelled' },
      { status: 'scheduled', localDate: '2009-11-09' },
    ] as const) {
      await facts(changed);
      await reader.starts(`hearing_${hearingId}`);
      expect(reader.buttons()).not.toContain('I will attend');
      const { message_id } = world.standIn.messages({ chat: reader.id }).at(-1) ?? {};
      await reader.tapsData(Number(message_id), `attend:on:${hearingId}:1`);
      expect(reader.last()).toBe(say('en', 'attend-over'));
    }
    expect(await kept()).toBe(0);
  });

  it('is kept as a mark that names nobody, differs from hearing to hearing, and stands in no audit entry', async () => {
    const second = await addHearing(world, caseId, { date: '2009-11-11', time: '16:00' });
    const chatId = '4711';
    for (const id of [hearingId, second]) await setAttendance(world.ctx, { hearingId: id, chatId, on: true });
    const rows = await world.db.select().from(attendances);
    const marks = rows.map(({ mark }) => Buffer.from(mark).toString('hex'));
    expect(new Set(marks).size).toBe(2);
    expect(marks).not.toContain(Buffer.from(world.ctx.chatIndex(chatId)).toString('hex'));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['day', 'hearingId', 'mark']);
    const audited = await world.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.verb, 'attendances/set'));
    for (const entry of audited) expect(entry).toMatchObject({ subjectId: null, actor: null });
    expect(JSON.stringify(audited)).not.toContain(hearingId);
  });

  it('needs the key: another gives other marks', () => {
    const mark = (keys: ReturnType<typeof generateKeys>) =>
      Buffer.from(attendanceMark(keys.bot.index, 'bot', { hearingId, day: '2009-11-11' }, '4711'));
    const [one, other] = [generateKeys(), generateKeys()];
    expect(mark(one)).toEqual(mark(one));
    expect(mark(one)).not.toEqual(mark(other));
  });

  it('does not survive the day, a move to another day, or the end of openness', async () => {
    const day = '2009-11-11';
    const chatId = '4711';
    await others(2);
    expect(await pruneAttendances(world.ctx)).toBe(0);
    await facts({ localTime: '09:00' });
    expect(await pruneAttendances(world.ctx)).toBe(0);
    for (const [changed, back] of [
      [{ localDate: '2009-11-20' }, { localDate: day }],
      [{ status: 'postponed' }, { status: 'scheduled' }],
      [{ openness: 'closed' }, { openness: 'open' }],
    ] as const) {
      await facts(changed);
      expect(await pruneAttendances(world.ctx), JSON.stringify(changed)).toBe(2);
      await facts(back);
      await others(2);
    }
    // The court's midnight, in Baku, and not a minute before.
    const at = (iso: string) => ({
      ...world.ctx,
      clock: { ...world.ctx.clock, now: () => Temporal.Instant.from(iso) },
    });
    expect(await pruneAttendances(at('2009-11-11T19:59:00Z'))).toBe(0);
    expect(await pruneAttendances(at('2009-11-11T20:00:00Z'))).toBe(2);
    expect(await readAttendance(world.ctx, { hearingId, day, chatId })).toEqual({ own: false, count: '<20' });
  });

  it('is erased by /forget, for that chat alone, and by switching it off', async () => {
    await others(3);
    const reader = person(world, 'en');
    await reader.starts(`hearing_${hearingId}`);
    await reader.taps('I will attend');
    await reader.says('/privacy');
    expect(reader.last()).toContain(say('en', 'privacy-attendance'));
    await reader.says('/forget');
    await reader.taps(say('en', 'button-forget'));
    expect(reader.sees().join('\n')).toContain(say('en', 'forget-done-attendance', { count: 1 }));
    expect(await kept()).toBe(3);
    const left = await world.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${attendances} where mark = ${Buffer.from(
        world.ctx.attendanceMark({ hearingId, day: '2009-11-11' }, String(reader.id)),
      )}`,
    );
    expect(left[0]?.count).toBe(0);
  });
});

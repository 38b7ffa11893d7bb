import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, hearingKeys, hearingRevisions, hearings } from '../../../src/db/schema/index.ts';
import { readHearings } from '../../../src/domain/hearing-file/read.ts';
import { caseCalendar } from '../../../src/services/calendars/read.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { importHearings } from '../../../src/services/hearings/import.ts';
import { type ImportItem, planImport } from '../../../src/services/hearings/plan-import.ts';
import { reviseHearing } from '../../../src/services/hearings/record.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair, verdictFacts } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let staff: Pair;
beforeAll(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  staff = await pair(campaign);
  await campaign.staff(['approver'], { linked: true });
});
afterAll(() => campaign.close());

/** A case of its own for each test, so that they do not meet. */
let cases = 0;
async function newCase() {
  cases += 1;
  const slug = `case-${cases}`;
  return { slug, caseId: await campaign.addCase(slug) };
}

function input(slug: string, text: string, format: 'csv' | 'ics' | 'json' = 'csv') {
  const read = readHearings(Buffer.from(text), format, { plain: 'en', zone: 'Asia/Baku' });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { rows: read.rows, caseSlug: slug, zone: null, kind: 'trial', source: 'the court’s page' } as const;
}

const told = (items: readonly ImportItem[]) =>
  items.map(({ line, weighed }) => {
    const { outcome } = weighed;
    if (outcome === 'changed') return `${line} ${weighed.move}: ${weighed.changes.join(' ')}`;
    if (outcome === 'refused') return `${line} refused ${weighed.faults.map(({ field }) => field).join(' ')}`;
    return `${line} ${outcome}`;
  });

async function dryRun(slug: string, text: string, format?: 'csv' | 'ics' | 'json') {
  return told(await planImport(campaign.operator, input(slug, text, format), 'somebody'));
}

async function apply(slug: string, text: string, format?: 'csv' | 'ics' | 'json', withoutRefused = false) {
  const done = await importHearings(staff.recorder.ctx, { ...input(slug, text, format), withoutRefused });
  if (!done.ok) return done.refusal.code;
  return told(done.value.items);
}

const revisionsOf = (caseId: Awaited<ReturnType<typeof newCase>>['caseId']) =>
  campaign.db
    .select({
      key: hearingKeys.key,
      id: hearings.id,
      revision: hearingRevisions.revision,
      state: hearingRevisions.state,
      time: hearingRevisions.localTime,
      room: hearingRevisions.room,
      recordedBy: hearingRevisions.recordedBy,
    })
    .from(hearings)
    .innerJoin(hearingRevisions, eq(hearingRevisions.hearingId, hearings.id))
    .leftJoin(hearingKeys, eq(hearingKeys.hearingId, hearings.id))
    .where(eq(hearings.caseId, caseId))
    .orderBy(asc(hearings.id), asc(hearingRevisions.revision));

const head = 'id,date,time,court,room';

describe('an import', () => {
  test('says what would change and changes nothing; applied, it is in review under the importer’s name; again, it is idle', async () => {
    const { slug, caseId } = await newCase();
    const file = `${head}\n1,2009-11-11,15:00,Sabail District Court,5\n2,2009-11-20,,Sabail District Court,\n`;
    expect(await dryRun(slug, file)).toEqual(['2 new', '3 new']);
    expect(await revisionsOf(caseId)).toEqual([]);

    const questions = (await campaign.db.select().from(calls)).length;
    expect(await apply(slug, file)).toEqual(['2 new', '3 new']);
    const recorded = await revisionsOf(caseId);
    expect(recorded).toMatchObject([
      { key: '1', revision: 1, state: 'in_review', time: '15:00', room: '5', recordedBy: staff.recorder.id },
      { key: '2', revision: 1, state: 'in_review', time: null, room: null },
    ]);
    expect((await campaign.db.select().from(calls)).length).toBe(questions + 2);

    expect(await dryRun(slug, file)).toEqual(['2 unchanged', '3 unchanged']);
    expect(await apply(slug, file)).toEqual(['2 unchanged', '3 unchanged']);
    expect(await revisionsOf(caseId)).toHaveLength(2);
    // Approved by a second person it is known all the same; the importer is not one.
    const [first] = recorded;
    if (first === undefined) throw new Error('nothing was recorded');
    const decision = { hearingId: first.id, revision: 1, decision: 'approved' } as const;
    expect(await decideHearing(staff.recorder.ctx, decision)).toMatchObject({ ok: false });
    expect(await decideHearing(staff.decider.ctx, decision)).toMatchObject({ ok: true });
    expect(await dryRun(slug, file)).toEqual(['2 unchanged', '3 unchanged']);
    // Of the same facts from another source there is nothing to approve.
    const elsewhere = await planImport(campaign.operator, { ...input(slug, file), source: 'IRFS' }, 'x');
    expect(told(elsewhere)).toEqual(['2 unchanged', '3 unchanged']);
  });

  test('names what moved and which way, and keeps what the file does not speak of', async () => {
    const { slug, caseId } = await newCase();
    await apply(slug, `${head}\n1,2009-11-11,15:00,Sabail District Court,5\n`);
    expect(await dryRun(slug, `${head}\n1,2009-11-11,10:30,Sabail District Court,5\n`)).toEqual([
      '2 earlier: localTime',
    ]);
    expect(await dryRun(slug, `${head}\n1,2009-11-12,15:00,Sabail District Court,7\n`)).toEqual([
      '2 later: localDate room',
    ]);
    expect(await dryRun(slug, 'id,date,status\n1,2009-11-11,cancelled\n')).toEqual(['2 same: status']);
    expect(await apply(slug, 'id,date,time\n1,2009-11-11,10:30\n')).toEqual(['2 earlier: localTime']);
    expect(await revisionsOf(caseId)).toMatchObject([
      { revision: 1, state: 'superseded' },
      { revision: 2, state: 'in_review', time: '10:30', room: '5' },
    ]);
  });

  test('is all or nothing while a row is refused, unless the others are asked for', async () => {
    const { slug, caseId } = await newCase();
    const file = `${head}\n1,2010-03-28,04:30,Court,\n2,2009-11-20,10:00,Court,\n3,2009-11-20,11:00,,\n4,2009-13-20,11:00,Court,\n5,2009-11-01,11:00,Court,\n`;
    // 04:30 on 28 March 2010 never was in Baku.
    const expected = ['2 refused time', '3 new', '4 refused court', '5 refused date', '6 over'];
    expect(await dryRun(slug, file)).toEqual(expected);
    expect(await apply(slug, file)).toBe('rows-refused');
    expect(await revisionsOf(caseId)).toEqual([]);
    expect(await apply(slug, file, 'csv', true)).toEqual(expected);
    expect(await revisionsOf(caseId)).toMatchObject([{ key: '2', revision: 1 }]);
  });

  test('joins a row to the hearing that was recorded by hand on that day, but guesses between none', async () => {
    const hearingId = await announce(campaign, staff);
    const file = `${head}\nA1,2009-11-11,10:30,Sabail District Court,5\n`;
    const [joined] = await planImport(campaign.operator, input('donkey-bloggers', file), 'x');
    expect(joined?.weighed).toMatchObject({
      outcome: 'changed',
      move: 'earlier',
      hearing: { hearingId, by: 'date' },
      // The Azerbaijani name of the same court stays.
      facts: { court: verdictFacts.court, openness: 'open', kind: 'verdict' },
    });
    expect(await dryRun('donkey-bloggers', `${file}A2,2009-11-11,11:00,Other Court,\n`)).toEqual([
      '2 refused id',
      '3 refused id',
    ]);
    await announce(campaign, staff, { localTime: '17:00' });
    expect(await dryRun('donkey-bloggers', file)).toEqual(['2 refused id']);
    expect(await dryRun('donkey-bloggers', file.replace('A1', hearingId))).toEqual(['2 earlier: localTime']);
  });

  test('leaves alone what a second person has rejected, and does not speak against a change by repeating what is in effect', async () => {
    const { slug, caseId } = await newCase();
    const file = `${head}\n1,2009-11-11,15:00,Sabail District Court,5\n`;
    await apply(slug, file);
    const [first] = await revisionsOf(caseId);
    if (first === undefined) throw new Error('nothing was recorded');
    const decide = (revision: number, decision: 'approved' | 'rejected') =>
      decideHearing(staff.decider.ctx, { hearingId: first.id, revision, decision });
    await decide(1, 'approved');
    const moved = file.replace('15:00', '10:30');
    await apply(slug, moved);
    await decide(2, 'rejected');
    expect(await dryRun(slug, moved)).toEqual(['2 rejected']);
    expect(await dryRun(slug, file)).toEqual(['2 unchanged']);

    const known = {
      ...verdictFacts,
      court: { en: 'Sabail District Court' },
      kind: 'trial' as const,
      room: '9',
    };
    await reviseHearing(staff.recorder.ctx, { hearingId: first.id, basedOn: 2, facts: known });
    expect(await apply(slug, file)).toEqual(['2 unchanged']);
    expect((await revisionsOf(caseId)).at(-1)).toMatchObject({ revision: 3, state: 'in_review', room: '9' });
  });

  test('of a calendar follows SEQUENCE and STATUS, and takes back its own calendar without a change', async () => {
    const { slug } = await newCase();
    const calendar = (time: string, ...more: string[]) =>
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:u-1@court',
        `DTSTART;TZID=Asia/Baku:20091111T${time}00`,
        'LOCATION:Sabail District Court',
        ...more,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n');
    expect(await apply(slug, calendar('1500', 'SEQUENCE:1'), 'ics')).toEqual(['3 new']);
    expect(await apply(slug, calendar('1030', 'SEQUENCE:2'), 'ics')).toEqual(['3 earlier: localTime']);
    expect(await apply(slug, calendar('1500', 'SEQUENCE:1'), 'ics')).toEqual(['3 older']);
    expect(await apply(slug, calendar('1030', 'SEQUENCE:3', 'STATUS:CANCELLED'), 'ics')).toEqual([
      '3 same: status',
    ]);
    expect(await dryRun(slug, calendar('1030', 'SEQUENCE:2'), 'ics')).toEqual(['3 older']);
    // A table says no SEQUENCE, and takes back none that was seen.
    await apply(slug, `${head}\nu-1@court,2009-11-11,11:00,Sabail District Court,\n`);
    expect(await dryRun(slug, calendar('1030', 'SEQUENCE:2'), 'ics')).toEqual(['3 older']);

    const hearingId = await announce(campaign, staff, { localDate: '2009-12-01' });
    await announce(campaign, staff, { localDate: '2009-12-02', localTime: null });
    await change(staff, hearingId, 1, { status: 'postponed', localDate: null, localTime: null });
    const own = await caseCalendar(campaign.ctx, { language: 'az', slug: 'donkey-bloggers' });
    const items = await dryRun('donkey-bloggers', own?.text ?? '', 'ics');
    expect(items.length).toBeGreaterThanOrEqual(4);
    expect(items.filter((item) => !item.endsWith('unchanged'))).toEqual([]);
  });

  test('needs a case that is there and open, and a person who may record', async () => {
    const { slug } = await newCase();
    expect(await dryRun('nobody', `${head}\n1,2009-11-11,15:00,Court,5\n`)).toEqual(['2 refused case']);
    const approver = await campaign.staff(['approver']);
    const file = { ...input(slug, `${head}\n1,2009-11-11,15:00,Court,5\n`), withoutRefused: false };
    expect(await importHearings(approver.ctx, file)).toMatchObject({ refusal: { code: 'not-a-recorder' } });
  });

  test('by two people at once records each hearing once', async () => {
    const { slug, caseId } = await newCase();
    const file = `${head}\n1,2009-11-11,15:00,Sabail District Court,5\n2,2009-11-20,10:00,Court,\n`;
    const both = await Promise.all([apply(slug, file), apply(slug, file)]);
    expect(both.flat().toSorted()).toEqual(['2 new', '2 unchanged', '3 new', '3 unchanged']);
    expect(await revisionsOf(caseId)).toHaveLength(2);
  });
});

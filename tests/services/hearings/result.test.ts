import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alerts, approvals, hearingRevisions, hearings, persons } from '../../../src/db/schema/index.ts';
import type { ChargeDecision, HearingFacts, NextHearing } from '../../../src/domain/hearing.ts';
import { type CaseId, type HearingId, newId, type PersonId } from '../../../src/domain/ids.ts';
import { languages } from '../../../src/domain/language.ts';
import { factsOf } from '../../../src/services/hearings/facts.ts';
import { reviseHearing } from '../../../src/services/hearings/record.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, change, type Pair, pair, verdictFacts } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let two: Pair;
let caseId: CaseId;
let hearingId: HearingId;
let emin: PersonId;
let tries = 0;

beforeAll(async () => {
  campaign = await testCampaign();
  two = await pair(campaign);
});
afterAll(() => campaign.close());

/** A case with a follower in every language; its hearing is on, and over by now. */
beforeEach(async () => {
  campaign.clock.set('2009-11-09T08:00:00Z');
  tries += 1;
  caseId = await campaign.addCase(`result-${tries}`);
  emin = newId<PersonId>();
  await campaign.db
    .insert(persons)
    .values({ id: emin, caseId, position: 0, name: { en: 'Emin Milli', ru: 'Эмин Милли' } });
  for (const language of languages) await campaign.followers(language, 1, caseId);
  hearingId = await announce({ ...campaign, caseId }, two);
  await campaign.dispatchAll();
  campaign.clock.set('2009-11-11T13:20:00Z');
  await campaign.dispatchAll();
});

const held = { status: 'held', checkedOn: '2009-11-11' } as const;
const next: NextHearing = {
  localDate: '2010-01-08',
  localTime: '10:00',
  kind: 'appeal',
  court: { en: 'Baku Court of Appeal' },
  room: null,
  openness: 'unknown',
};

/** What the readers of a language were told since, by language. */
async function toldSince(already: number, reader = 'en'): Promise<string[]> {
  const all = (await plannedDeliveries(campaign, caseId)).filter((one) => one.reader === reader);
  return all.map(({ text }) => text).slice(already);
}
const count = async () => (await toldSince(0)).length;

const decision = (more: Partial<ChargeDecision> = {}): ChargeDecision => ({
  personId: emin,
  charge: { en: 'hooliganism' },
  ruling: 'convicted',
  penalty: { kind: 'prison', years: 2, months: 6, days: 0, amount: null },
  note: null,
  ...more,
});

describe('what was decided per person and charge', () => {
  test('is told in each language in its own words, the charge in quotation marks', async () => {
    const before = await count();
    await change(two, hearingId, 1, {
      ...held,
      decided: [decision(), decision({ ruling: 'acquitted', penalty: null })],
    });
    await campaign.dispatchAll();
    const lines = async (reader: string) => (await toldSince(before, reader)).at(0)?.split('\n') ?? [];
    expect(await lines('en')).toEqual(
      expect.arrayContaining([
        'Emin Milli, “hooliganism”: found guilty (prison: 2 years, 6 months)',
        'Emin Milli, “hooliganism”: acquitted',
      ]),
    );
    expect(await lines('de')).toContain(
      'Emin Milli, „hooliganism“: schuldig gesprochen (Gefängnis: 2 Jahre, 6 Monate)',
    );
    expect(await lines('ru')).toContain(
      'Эмин Милли, «hooliganism»: признание виновности (лишение свободы: 2 года 6 месяцев)',
    );
    expect((await lines('fa')).join()).toMatch(
      /«hooliganism»: مجرم شناخته شد \(\u200f?زندان: .*۲ سال و ۶ ماه/,
    );
    for (const language of languages) expect((await lines(language)).join()).toContain('hooliganism');
  });

  test('is refused of somebody who is not of the case, and of a hearing that was not held', async () => {
    const revise = (facts: Partial<HearingFacts>) =>
      reviseHearing(two.recorder.ctx, { hearingId, basedOn: 1, facts: { ...verdictFacts, ...facts } });
    const stranger = decision({ personId: newId<PersonId>() });
    expect(await revise({ ...held, decided: [stranger] })).toMatchObject({
      refusal: { code: 'person-unknown' },
    });
    expect(await revise({ status: 'cancelled', decided: [decision()] })).toMatchObject({
      refusal: { code: 'result-not-held' },
    });
  });

  test('that is corrected later is told anew', async () => {
    await change(two, hearingId, 1, { ...held, decided: [decision()] });
    await campaign.dispatchAll();
    const before = await count();
    await change(two, hearingId, 2, { ...held, decided: [decision({ ruling: 'acquitted', penalty: null })] });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect((await toldSince(before)).join()).toContain('acquitted');
  });
});

test('an outcome that is taken back is told as wrong, and not repeated', async () => {
  await change(two, hearingId, 1, { ...held, outcome: { en: 'Acquitted.' } });
  await campaign.dispatchAll();
  const before = await count();
  await change(two, hearingId, 2, { ...held });
  await campaign.dispatchAll();
  const [text = '', ...more] = await toldSince(before);
  expect(more).toEqual([]);
  expect(text).toContain('Correction: hearing in the case');
  expect(text).toContain('We were wrong about its outcome.');
  expect(text).not.toContain('Acquitted');
});

describe('an adjournment', () => {
  const nextOne = async () => {
    const [row] = await campaign.db.select().from(hearings).where(eq(hearings.adjournedFrom, hearingId));
    if (row === undefined) throw new Error('There is no next hearing.');
    return row.id;
  };

  test('announces the next hearing in the one approval and with the one message, and it is reminded of', async () => {
    const before = await count();
    await change(two, hearingId, 1, { ...held, adjourned: { next } });
    await campaign.dispatchAll();
    const [text = '', ...more] = await toldSince(before);
    expect(more).toEqual([]);
    expect(text).toContain('Adjourned: hearing in the case');
    expect(text).toMatch(/It goes on:\nAppeal\n.*\nWhen: Friday, 8 January 2010, 10:00 \(Baku/s);
    expect(text).toContain('Baku Court of Appeal');
    campaign.clock.set('2010-01-07T06:00:00Z');
    await campaign.dispatchAll();
    expect((await toldSince(before + 1)).join()).toContain('Tomorrow');
  });

  test('is measured by what it told: a later change of the next hearing is a change, and says what it was', async () => {
    await change(two, hearingId, 1, { ...held, adjourned: { next } });
    await campaign.dispatchAll();
    const before = await count();
    const { localDate, localTime, ...rest } = next;
    await change(two, await nextOne(), 1, {
      ...rest,
      localDate,
      localTime: '09:00',
      checkedOn: '2009-11-12',
    });
    await campaign.dispatchAll();
    expect((await toldSince(before)).join()).toContain('EARLIER: 09:00 instead of 10:00');
  });

  test('whose outcome is corrected keeps its next hearing, as it stands by then', async () => {
    await change(two, hearingId, 1, { ...held, adjourned: { next } });
    await campaign.dispatchAll();
    const { localDate: _, ...rest } = next;
    await change(two, await nextOne(), 1, { ...rest, localDate: '2010-01-15', checkedOn: '2009-11-12' });
    await campaign.dispatchAll();
    const before = await count();
    await change(two, hearingId, 2, { ...held, outcome: { en: 'The expert was ill.' }, adjourned: { next } });
    await campaign.dispatchAll();
    const [text = ''] = await toldSince(before);
    expect(text).toContain('The expert was ill.');
    expect(text).toContain('15 January 2010');
    expect(text).not.toContain('8 January 2010');
    expect(await campaign.db.$count(hearings, eq(hearings.adjournedFrom, hearingId))).toBe(1);
    const moved = { ...next, localDate: '2010-01-20' };
    expect(
      await reviseHearing(two.recorder.ctx, {
        hearingId,
        basedOn: 3,
        facts: { ...verdictFacts, ...held, adjourned: { next: moved } },
      }),
    ).toMatchObject({ refusal: { code: 'next-hearing-made' } });
  });

  test('without a date says so and makes no hearing', async () => {
    const before = await count();
    await change(two, hearingId, 1, { ...held, adjourned: { next: null } });
    await campaign.dispatchAll();
    expect((await toldSince(before))[0]).toContain('No further date is known.');
    expect(await campaign.db.$count(hearings, eq(hearings.adjournedFrom, hearingId))).toBe(0);
  });

  test('to a day that is over, or at an hour that does not exist, is refused', async () => {
    const revise = (more: Partial<NextHearing>) =>
      reviseHearing(two.recorder.ctx, {
        hearingId,
        basedOn: 1,
        facts: { ...verdictFacts, ...held, adjourned: { next: { ...next, ...more } } },
      });
    for (const more of [
      { localDate: '2009-11-10' },
      { localDate: '2010-03-28', localTime: '04:30' },
      { court: {} },
    ]) {
      expect(await revise(more)).toMatchObject({ refusal: { code: 'next-hearing-unfit' } });
    }
  });

  test('tells nothing of the next hearing whose facts were changed by hand, or whose approval is void', async () => {
    await change(two, hearingId, 1, { ...held, adjourned: { next } });
    await campaign.dispatchAll();
    const id = await nextOne();
    const before = await count();
    const reminders = and(eq(alerts.hearingId, id), eq(alerts.kind, 'reminder'));
    await campaign.db
      .update(hearingRevisions)
      .set({ localTime: '11:00' })
      .where(eq(hearingRevisions.hearingId, id));
    campaign.clock.set('2010-01-07T06:00:00Z');
    expect(await campaign.dispatchAll()).toContain('superseded');
    await campaign.db
      .update(hearingRevisions)
      .set({ localTime: '10:00' })
      .where(eq(hearingRevisions.hearingId, id));
    await campaign.db.update(alerts).set({ state: 'pending' }).where(reminders);
    await campaign.db
      .update(approvals)
      .set({ voidedAt: campaign.clock.now() })
      .where(eq(approvals.subjectId, hearingId));
    expect(await campaign.dispatchAll()).not.toContain('dispatched');
    expect(await toldSince(before)).toEqual([]);
    const [row] = await campaign.db.select().from(hearingRevisions).where(eq(hearingRevisions.hearingId, id));
    expect(row && factsOf(row)).toMatchObject({ localDate: '2010-01-08', court: next.court });
  });
});

test('where sources disagree both values stand in the alert, and who disagrees anew is told', async () => {
  campaign.clock.set('2009-11-10T08:00:00Z');
  await campaign.db.update(alerts).set({ state: 'superseded' }).where(eq(alerts.state, 'pending'));
  const before = await count();
  const disagree = [{ field: 'time', value: '14:00', source: 'IRFS' }];
  await change(two, hearingId, 1, { disagree });
  expect(await campaign.dispatchAll()).toContain('dispatched');
  const [text = ''] = await toldSince(before);
  expect(text).toContain('Changed: hearing in the case');
  expect(text).toMatch(/When: .*15:00/);
  expect(text).toMatch(/The sources disagree:\n.*14:00/);
  expect(text).toContain('IRFS');
  // The same again is no news.
  await change(two, hearingId, 2, { disagree });
  expect(await campaign.dispatchAll()).toEqual([]);
});

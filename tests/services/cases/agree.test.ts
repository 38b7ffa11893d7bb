import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, calls, cases } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { caseWordsHash } from '../../../src/domain/case-words.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { type Role, roles } from '../../../src/domain/words.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { offerDecision } from '../../../src/services/approvals/offer.ts';
import { campaignCalendar, caseCalendar } from '../../../src/services/calendars/read.ts';
import { agreeToCase } from '../../../src/services/cases/agree.ts';
import { closeCase } from '../../../src/services/cases/close.ts';
import { createCase } from '../../../src/services/cases/create.ts';
import { findCaseBySlug, findCaseOrNone, personsOf } from '../../../src/services/cases/find.ts';
import { importCase } from '../../../src/services/cases/import.ts';
import { listCases } from '../../../src/services/cases/list.ts';
import { searchCases } from '../../../src/services/cases/search.ts';
import { actingAs } from '../../../src/services/context.ts';
import { readWeek } from '../../../src/services/digests/week.ts';
import { followCase } from '../../../src/services/follows/follow.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { decideIncident } from '../../../src/services/incidents/decide.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { limitToCases } from '../../../src/services/staff/limit-to-cases.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { verdictFacts } from '../../helpers/hearing.ts';
import { arrestFacts } from '../../helpers/incident.ts';
import { type KeyHolder, staffSite, withKey } from '../../helpers/keys.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let opener: TestStaff;
let second: TestStaff;
beforeEach(async () => {
  campaign = await testCampaign();
  opener = await campaign.staff(['author', 'coordinator', 'approver'], { name: 'Leyla' });
  second = await campaign.staff(['approver'], { name: 'Murad', linked: true });
  await campaign.db.delete(calls);
});
afterEach(() => campaign.close());

const slug = 'a-new-case';
const words = {
  slug,
  name: { en: 'The new case', fa: 'پروندهٔ تازه' },
  summary: { en: 'What it is about.', ru: 'О чём оно.' },
  country: 'AZ',
  zone: 'Asia/Baku',
  fictional: false,
  persons: [
    { name: { en: 'Emin Milli' }, note: null },
    { name: { en: 'Leyla Aliyeva' }, shownAs: 'minor' as const, note: null },
  ],
};

async function opened(): Promise<CaseId> {
  return must(await createCase(opener.ctx, words)).caseId;
}

/** Everything by which anybody outside the staff would come upon the case, or upon what was recorded of it. */
async function foundOutside(caseId: CaseId): Promise<string[]> {
  const { ctx } = campaign;
  const { items } = await listCases(ctx, { page: 1, perPage: 100 });
  const now = campaign.clock.now();
  const span = { from: now.subtract({ hours: 24 }), to: now.add({ hours: 1 }) };
  const week = await readWeek(campaign.job, { ...span, ahead: Temporal.Duration.from({ hours: 720 }) });
  const calendar = await campaignCalendar(ctx, 'en');
  const ways = {
    list: items.some(({ id }) => id === caseId),
    search: (await searchCases(ctx, { text: 'new case' })).length > 0,
    link: (await findCaseBySlug(ctx, slug)) !== undefined,
    button: (await findCaseOrNone(ctx, caseId)) !== undefined,
    follow: (await followCase(ctx, { caseId, chatId: '4711', kind: 'private', language: 'en' })).ok,
    calendar: (await caseCalendar(ctx, { language: 'en', slug })) !== null,
    'calendar of all': calendar.text.includes('The new case'),
    digest: week.has(caseId),
  };
  return Object.entries(ways).flatMap(([way, found]) => (found ? [way] : []));
}

/** As if somebody had put a hearing into effect by another way than a decision. */
async function inEffect(caseId: CaseId): Promise<void> {
  const { hearingId } = must(await recordHearing(opener.ctx, { caseId, facts: verdictFacts }));
  await campaign.db.execute(
    `update hearing_revisions set state = 'in_effect', effective_at = now() where hearing_id = '${hearingId}'`,
  );
}

async function notices(): Promise<string[]> {
  return (await campaign.db.delete(calls).returning()).map((call) =>
    withoutIsolation(campaign.open(call.sealedParams, binding.callParams(call.id))),
  );
}

describe('a case that one person has opened', () => {
  test('is there for nobody outside, until a second person has agreed to its words', async () => {
    const caseId = await opened();
    await inEffect(caseId);
    expect(await foundOutside(caseId)).toEqual([]);
    expect((await listCases(opener.ctx, { page: 1, perPage: 100 })).items).toHaveLength(2);
    must(await agreeToCase(second.ctx, { caseId }));
    expect(await foundOutside(caseId)).toEqual([
      'list',
      'search',
      'link',
      'button',
      'follow',
      'calendar',
      'calendar of all',
      // What was put into effect by hand is told in no digest, as approved by nobody.
    ]);
    expect(await agreeToCase(second.ctx, { caseId })).toMatchObject({ refusal: { code: 'request-lapsed' } });
  });

  test('is agreed to by whoever decides on facts and works on it, and never by whoever opened it', async () => {
    const caseId = await opened();
    expect(await agreeToCase(opener.ctx, { caseId })).toMatchObject({ refusal: { code: 'own-request' } });
    const may: Role[] = [];
    for (const role of roles) {
      const member = await campaign.staff([role]);
      await campaign.db.update(cases).set({ agreedBy: null }).where(eq(cases.id, caseId));
      if ((await agreeToCase(member.ctx, { caseId })).ok) may.push(role);
    }
    expect(may.toSorted()).toEqual(['approver', 'coordinator', 'lawyer']);
    await campaign.db.update(cases).set({ agreedBy: null }).where(eq(cases.id, caseId));
    const lawyer = await campaign.staff(['lawyer']);
    const limited = { ...lawyer.ctx, actor: { ...lawyer.ctx.actor, cases: [campaign.caseId] } };
    expect(await agreeToCase(limited, { caseId })).toMatchObject({ refusal: { code: 'case-unknown' } });
    must(await closeCase(opener.ctx, { caseId }));
    expect(await agreeToCase(second.ctx, { caseId })).toMatchObject({ refusal: { code: 'case-closed' } });
    expect(await foundOutside(caseId)).toEqual([]);
  });

  test('is asked about with every word that readers would be shown, and who agreed is told and written down', async () => {
    const author = await campaign.staff(['author'], { linked: true });
    const elsewhere = await campaign.staff(['lawyer'], { linked: true });
    for (let n = 0; n < 2; n++) await campaign.staff(['lawyer'], { linked: true });
    must(await limitToCases(campaign.operator, { staffId: elsewhere.id, caseIds: [campaign.caseId] }));
    await campaign.db.delete(calls);
    const caseId = await opened();
    const rows = await campaign.db.select().from(calls).orderBy(calls.id);
    expect(rows.map(({ staffId }) => staffId)).not.toContain(elsewhere.id);
    const of = (id: string) => rows.filter(({ staffId }) => staffId === id);
    const text = (id: string) =>
      of(id)
        .map((call) => withoutIsolation(campaign.open(call.sealedParams, binding.callParams(call.id))))
        .join('\n');
    for (const said of [
      'Leyla opened the case',
      slug,
      ...Object.values(words.name),
      ...Object.values(words.summary),
      'Emin Milli',
      'Leyla Aliyeva',
      `agree-case:${caseId}`,
    ]) {
      expect(text(second.id)).toContain(said);
    }
    expect(text(author.id)).not.toContain('agree-case');
    await notices();
    must(await agreeToCase(second.ctx, { caseId }));
    const told = await notices();
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('By Leyla and Murad.');
    const [entry] = await campaign.db.select().from(auditEntries).where(eq(auditEntries.verb, 'cases/agree'));
    expect(entry).toMatchObject({ actor: second.id, details: { agreedWith: opener.id, via: 'api' } });
    expect(JSON.stringify(entry)).not.toContain('new case');
  });

  test('is asked about in several messages where its words have no room in one', async () => {
    const summary = Object.fromEntries(['en', 'az', 'ru'].map((language) => [language, 'x'.repeat(4000)]));
    must(await createCase(opener.ctx, { ...words, summary }));
    const sent = await notices();
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(sent.filter((one) => one.includes('agree-case'))).toEqual([sent.at(-1)]);
    for (const one of sent) expect(JSON.parse(one).text.length).toBeLessThanOrEqual(4096);
  });

  test('lets nothing of it take effect or go out: neither facts nor texts', async () => {
    const caseId = await opened();
    const { hearingId } = must(await recordHearing(opener.ctx, { caseId, facts: verdictFacts }));
    const { incidentId } = must(await recordIncident(opener.ctx, { caseId, facts: arrestFacts }));
    const window = { notBefore: null, notAfter: null };
    const { postId } = must(
      await createPost(opener.ctx, { caseId, sourceLanguage: 'en', text: 'The court sat.', ...window }),
    );
    const { translationId } = must(await submitPost(opener.ctx, { postId, language: 'en' }));
    const decision = 'approved';
    const decide = [
      () => decideHearing(second.ctx, { hearingId, revision: 1, decision }),
      () => decideIncident(second.ctx, { incidentId, revision: 1, decision }),
      () => decidePost(second.ctx, { translationId, version: 1, decision }),
    ];
    for (const one of decide) expect(await one()).toMatchObject({ refusal: { code: 'case-waits' } });
    must(await agreeToCase(second.ctx, { caseId }));
    for (const one of decide) expect(await one()).toMatchObject({ ok: true });
  });

  test('takes the second person’s key once there is a staff site, over its words', async () => {
    const caseId = await opened();
    const holder: KeyHolder = await withKey(campaign, second);
    const signed = async (hash: ReturnType<typeof caseWordsHash>) => {
      const offers = await offerDecision(holder.ctx, hash);
      const { approvalId, options } = offers.find(({ decision }) => decision === 'approved')!;
      return { approvalId, answer: holder.key.sign(options.challenge) };
    };
    for (const via of ['bot', 'api', 'console'] as const) {
      const ctx = actingAs(holder.ctx, { ...holder.ctx.actor, via });
      expect(await agreeToCase(ctx, { caseId })).toMatchObject({ refusal: { code: 'key-needed' } });
    }
    const found = await findCaseOrNone(opener.ctx, caseId);
    const said = { ...found!, persons: await personsOf(opener.ctx, caseId) };
    const others = await signed(caseWordsHash({ ...said, name: { en: 'Another' } }));
    expect(await agreeToCase(holder.ctx, { caseId, proof: others })).toMatchObject({
      refusal: { code: 'key-refused' },
    });
    // One key alone is not enough any more, a week after it was added.
    campaign.clock.advance({ hours: 7 * 24 });
    const alone = { caseId, proof: await signed(caseWordsHash(said)) };
    expect(await agreeToCase(holder.ctx, alone)).toMatchObject({ refusal: { code: 'second-key-missing' } });
    await holder.addKey();
    const proof = await signed(caseWordsHash(said));
    expect(await agreeToCase(holder.ctx, { caseId, proof })).toMatchObject({ ok: true });
    expect(holder.ctx.staffSite).toBe(staffSite);
  });
});

test('a case that is taken over from a file waits too, unless it is by whoever sits at the machine', async () => {
  const file = { ...words, persons: [], events: [], statements: [], hearings: [] };
  const { caseId } = must(await importCase(opener.ctx, file));
  expect(await foundOutside(caseId)).toEqual([]);
  must(await agreeToCase(second.ctx, { caseId }));
  must(await importCase(campaign.operator, { ...file, slug: 'of-the-operator' }));
  expect(await findCaseBySlug(campaign.ctx, 'of-the-operator')).toBeDefined();
});

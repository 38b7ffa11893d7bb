import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calls } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { dispatchAlerts } from '../../../src/scheduler/jobs/dispatch-alerts.ts';
import { listExpiredAlerts } from '../../../src/services/alerts/expired.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce, pair } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
beforeAll(async () => {
  campaign = await testCampaign({ leadTimes: ['1d'] });
});
afterAll(() => campaign.close());

async function toldTo(member: TestStaff): Promise<string[]> {
  const rows = await campaign.db.select().from(calls).where(eq(calls.staffId, member.id)).orderBy(calls.id);
  return rows.map(({ id, sealedParams }) =>
    withoutIsolation(JSON.parse(campaign.open(sealedParams, binding.callParams(id))).text),
  );
}

test('whoever decides on hearings is told once of an alert that came too late, in their language, and finds it listed', async () => {
  const two = await pair(campaign);
  await announce(campaign, two, { localDate: '2009-11-12' });
  await dispatchAlerts(campaign.job, String);
  expect(await listExpiredAlerts(campaign.job, { before: null, limit: 10 })).toEqual([]);
  const lawyer = await campaign.staff(['lawyer'], { linked: true, language: 'az' });
  const author = await campaign.staff(['author', 'admin'], { linked: true });
  const approver = await campaign.staff(['approver'], { linked: true });

  // Nobody looked while the reminder of the day before was of use.
  campaign.clock.set('2009-11-12T12:00:00Z');
  await dispatchAlerts(campaign.job, String);
  await dispatchAlerts(campaign.job, String);
  const [notice, ...more] = await toldTo(approver);
  expect(more).toEqual([]);
  expect(notice).toMatch(/^Not sent: a reminder of a hearing in the case “The donkey bloggers”$/m);
  expect(notice).toContain('Thursday, 12 November 2009');
  expect(notice).toMatch(/^Due: Wednesday, 11 November 2009/m);
  expect((await toldTo(lawyer))[0]).toContain('Göndərilmədi');
  expect(await toldTo(author)).toEqual([]);

  const [listed, ...others] = await listExpiredAlerts(campaign.job, { before: null, limit: 10 });
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ kind: 'reminder', leadTime: '1d', state: 'expired' });
  expect(await listExpiredAlerts(campaign.job, { before: listed!.id, limit: 10 })).toEqual([]);
});

test('of several that one outage made too late there is one notice, with the first of them and the number of all', async () => {
  const two = await pair(campaign);
  const coordinator = await campaign.staff(['coordinator'], { linked: true });
  campaign.clock.set('2009-12-01T08:00:00Z');
  for (const localTime of ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00']) {
    await announce(campaign, two, { localDate: '2009-12-05', localTime });
  }
  const before = (await toldTo(coordinator)).length;
  campaign.clock.set('2009-12-05T12:00:00Z');
  await dispatchAlerts(campaign.job, String);
  await dispatchAlerts(campaign.job, String);
  const [notice, ...more] = (await toldTo(coordinator)).slice(before);
  expect(more).toEqual([]);
  // Seven that were never announced, a reminder of each, and the word that nothing is known of the hearing before.
  expect(notice).toMatch(/^15 alerts came too late and were not sent$/m);
  expect(notice?.match(/^Not sent: the news of a hearing/gm)).toHaveLength(4);
  expect(notice).toContain('And 10 more');
});

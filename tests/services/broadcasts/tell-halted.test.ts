import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { calls, leases, messages } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { type MessageId, newId } from '../../../src/domain/ids.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { haltBroadcast } from '../../../src/services/broadcasts/halt.ts';
import { tellOfHaltedText } from '../../../src/services/broadcasts/tell-halted.ts';
import { broadcastRow, deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
let lawyer: TestStaff;
beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author', 'admin'], { linked: true });
  approver = await campaign.staff(['approver'], { linked: true });
  lawyer = await campaign.staff(['lawyer'], { linked: true, language: 'de' });
  await campaign.db.insert(leases).values({
    botId: campaign.botId,
    holder: 'test',
    epoch: 1,
    expiresAt: Temporal.Now.instant().add({ hours: 1 }),
  });
});
afterAll(() => campaign.close());
beforeEach(() => campaign.db.delete(calls));

async function toldTo(member: TestStaff): Promise<string[]> {
  const rows = await campaign.db.select().from(calls).where(eq(calls.staffId, member.id)).orderBy(calls.id);
  return rows.map(({ id, sealedParams }) =>
    withoutIsolation(JSON.parse(campaign.open(sealedParams, binding.callParams(id))).text),
  );
}

test('whoever decides is told, once and in their language, of a broadcast that the sender halts', async () => {
  const broadcastId = await broadcastRow(campaign, author, { kind: 'alert' });
  const halt = () => haltBroadcast(campaign.job, { epoch: 1, broadcastId, faults: 'content' });
  await halt();
  await halt();
  expect(await toldTo(approver)).toEqual([
    expect.stringMatching(/^Halted: the notice in the case “The donkey bloggers”\..*resumed\.$/s),
  ]);
  expect(await toldTo(lawyer)).toEqual([expect.stringContaining('Gestoppt: der Hinweis')]);
  expect(await toldTo(author)).toEqual([]);
});

test('whoever decides is told which text Telegram refuses', async () => {
  const broadcastId = await broadcastRow(campaign, author);
  const messageId = await deliveryRows(campaign, broadcastId, { count: 1, state: 'planned', language: 'fa' });
  await tellOfHaltedText(campaign.job, messageId);
  expect(await toldTo(approver)).toEqual([
    expect.stringMatching(/^Not sent in Persian: the post on “The donkey bloggers”\./),
  ]);
  // The same words for other readers.
  await campaign.db
    .update(messages)
    .set({ haltedAt: campaign.clock.now() })
    .where(eq(messages.id, messageId));
  const [first] = await campaign.db.select().from(messages).where(eq(messages.id, messageId));
  const discreet = newId<MessageId>();
  await campaign.db.insert(messages).values({ ...first!, id: discreet, discreet: true });
  await tellOfHaltedText(campaign.job, discreet);
  expect(await toldTo(approver)).toHaveLength(1);
});

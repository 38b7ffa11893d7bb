import { asc, eq } from 'drizzle-orm';
import { broadcasts, deliveries, messages, subscribers } from '../../src/db/schema/index.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import type { TestCampaign } from './campaign.ts';

/** Every delivery that is planned, of one case or of all: for whom, in which language, with what text, from what. */
export async function plannedDeliveries(campaign: Pick<TestCampaign, 'db'>, caseId?: CaseId) {
  const rows = await campaign.db
    .select({
      subscriberId: deliveries.subscriberId,
      reader: subscribers.language,
      textLanguage: messages.textLanguage,
      payload: messages.payload,
      kind: broadcasts.kind,
      alertId: broadcasts.alertId,
      priority: broadcasts.priority,
      notAfter: deliveries.notAfter,
      state: deliveries.state,
    })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .innerJoin(broadcasts, eq(broadcasts.id, deliveries.broadcastId))
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(caseId === undefined ? undefined : eq(broadcasts.caseId, caseId))
    .orderBy(asc(broadcasts.id), asc(subscribers.language), asc(deliveries.subscriberId));
  return rows.map(({ payload, ...row }) => ({ ...row, text: withoutIsolation(payload.text) }));
}

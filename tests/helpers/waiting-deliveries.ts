import type { TestCampaign } from './campaign.ts';

/** A broadcast that runs, with so many deliveries planned and due, to chats that cannot be opened. */
export async function waitingDeliveries(
  { sql, campaignId, botId, caseId, clock }: TestCampaign,
  count: number,
): Promise<void> {
  const at = clock.now().toString();
  await sql`
    with broadcast as (
      insert into broadcasts (id, campaign_id, bot_id, case_id, kind, priority, state, created_at)
      values (gen_random_uuid(), ${campaignId}, ${botId}, ${caseId}, 'post', 60, 'running', ${at})
      returning id
    ), message as (
      insert into messages (id, broadcast_id, language, text_language, discreet, payload, created_at)
      select gen_random_uuid(), id, 'en', 'en', false, '{}', ${at} from broadcast
      returning id
    ), readers as (
      insert into subscribers
        (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
      select gen_random_uuid(), ${campaignId}, ${botId}, uuid_send(gen_random_uuid()), '', 'private', 'en',
        'active', ${at}
      from generate_series(1, ${count})
      returning id
    )
    insert into deliveries (bot_id, broadcast_id, message_id, subscriber_id, state, due_at)
    select ${botId}, broadcast.id, message.id, readers.id, 'planned', ${at} from broadcast, message, readers`;
}

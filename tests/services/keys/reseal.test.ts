import { afterEach, beforeEach, expect, test } from 'vitest';
import { chatIndex } from '../../../src/crypto/chat-index.ts';
import { createInbox } from '../../../src/crypto/inbox.ts';
import { forgetOldKeys, rotateKeys } from '../../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../../src/crypto/seal.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { SubscriberId } from '../../../src/domain/ids.ts';
import { countOld, mayForgetOldKeys, reseal, resealedColumns } from '../../../src/services/keys/reseal.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

async function chats(): Promise<{ id: SubscriberId; sealed: Uint8Array }[]> {
  return [
    ...(await campaign.sql<{ id: SubscriberId; sealed: Uint8Array }[]>`
    select id, sealed_chat as sealed from subscribers order by id`),
  ];
}

test('what is sealed is sealed anew, as often as it is done; a week later what an old backup holds opens no more', async () => {
  await campaign.followers('en', 3);
  await campaign.staff(['approver'], { linked: true });
  const backup = await chats();
  const ring = rotateKeys(campaign.keys);
  const { epoch } = ring.public.sealing;
  const inbox = createInbox(ring.bot.inbox);
  const keys = {
    epoch,
    opener: createOpener(ring.sender.sealing),
    sealer: createSealer(ring.public.sealing, campaign.clock),
    chatIndex: (botId: string, chatId: string) => chatIndex(ring.bot.index, botId, chatId),
  };
  // Somebody follows while the service still has the old key, and one says /forget.
  await campaign.followers('az', 1);
  await campaign.sql`delete from subscribers where id = ${backup[0]?.id ?? null}`;
  expect(await countOld(campaign.commandLine, epoch)).toBe(4);
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 4, unreadable: 0 });
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 0, unreadable: 0 });
  expect(await countOld(campaign.commandLine, epoch)).toBe(0);
  expect(await mayForgetOldKeys(campaign.commandLine, { epoch, inbox })).toBe(false);
  campaign.clock.advance({ hours: 7 * 24 });
  expect(await mayForgetOldKeys(campaign.commandLine, { epoch, inbox })).toBe(true);

  const surviving = createOpener(forgetOldKeys(ring).sender.sealing);
  for (const { id, sealed } of await chats()) {
    expect(surviving.open(sealed, binding.subscriberChat(id)).ok).toBe(true);
  }
  expect(backup).toHaveLength(3);
  for (const { id, sealed } of backup) {
    expect(keys.opener.open(sealed, binding.subscriberChat(id)).ok).toBe(true);
    expect(surviving.open(sealed, binding.subscriberChat(id))).toEqual({
      ok: false,
      broken: 'unknown-epoch',
    });
  }
});

test('a value that opens with none of our keys stays, and keeps the old keys from being forgotten', async () => {
  await campaign.followers('en', 1);
  await campaign.sql`
    update subscribers set sealed_chat = set_byte(sealed_chat, length(sealed_chat) - 1,
      get_byte(sealed_chat, length(sealed_chat) - 1) # 1)`;
  const ring = rotateKeys(campaign.keys);
  const keys = {
    epoch: 2,
    opener: createOpener(ring.sender.sealing),
    sealer: createSealer(ring.public.sealing, campaign.clock),
    chatIndex: (botId: string, chatId: string) => chatIndex(ring.bot.index, botId, chatId),
  };
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 0, unreadable: 1 });
  campaign.clock.advance({ hours: 7 * 24 });
  expect(await mayForgetOldKeys(campaign.commandLine, { epoch: 2, inbox: createInbox(ring.bot.inbox) })).toBe(
    false,
  );
});

test('every sealed column there is is sealed anew, except the three that have keys of their own', async () => {
  const found = await campaign.sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and column_name like 'sealed%'`;
  const ownKeys = ['partner_secrets.sealed', 'updates.sealed', 'kept_answers.sealed'];
  expect(
    found
      .map(({ name }) => name)
      .filter((name) => !ownKeys.includes(name))
      .toSorted(),
  ).toEqual([...resealedColumns].toSorted());
});

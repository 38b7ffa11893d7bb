import { afterEach, beforeEach, expect, test } from 'vitest';
import { chatIndex } from '../../../src/crypto/chat-index.ts';
import { createInbox } from '../../../src/crypto/inbox.ts';
import { forgetOldKeys, rotateKeys } from '../../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../../src/crypto/seal.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { SubscriberId } from '../../../src/domain/ids.ts';
import { mayForgetOldKeys, type OldKeys, readOldKeys } from '../../../src/services/keys/old-keys.ts';
import { reseal, resealedColumns } from '../../../src/services/keys/reseal.ts';
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
  const old = () => readOldKeys(campaign.commandLine, { ...keys, inbox });
  const may = (read: OldKeys) => mayForgetOldKeys(read, { now: campaign.clock.now(), despite: false });
  expect(await old()).toEqual({ sealed: 4, unreadable: {}, updates: 0, from: null });
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 4, unreadable: 0, merged: 0 });
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 0, unreadable: 0, merged: 0 });
  expect(may(await old())).toBe(false);
  campaign.clock.advance({ hours: 7 * 24 });
  expect(may(await old())).toBe(true);

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

test('a value that opens with none of our keys stays, and is counted; the old keys go despite it only where somebody says so', async () => {
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
  expect(await reseal(campaign.commandLine, keys)).toEqual({ resealed: 0, unreadable: 1, merged: 0 });
  campaign.clock.advance({ hours: 7 * 24 });
  const old = await readOldKeys(campaign.commandLine, { ...keys, inbox: createInbox(ring.bot.inbox) });
  expect(old).toMatchObject({ sealed: 0, unreadable: { subscribers: 1 }, updates: 0 });
  const now = campaign.clock.now();
  expect(mayForgetOldKeys(old, { now, despite: false })).toBe(false);
  expect(mayForgetOldKeys(old, { now, despite: true })).toBe(true);
  expect(mayForgetOldKeys(old, { now: now.subtract({ seconds: 1 }), despite: true })).toBe(false);
  expect(mayForgetOldKeys({ ...old, sealed: 1 }, { now, despite: true })).toBe(false);
  expect(mayForgetOldKeys({ ...old, updates: 1 }, { now, despite: true })).toBe(false);
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

import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chatIndex } from '../../../src/crypto/chat-index.ts';
import { createInbox } from '../../../src/crypto/inbox.ts';
import { forgetOldKeys, rotateKeys } from '../../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../../src/crypto/seal.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { AccountId, CallId, StaffId, SubscriberId } from '../../../src/domain/ids.ts';
import { setAttendance } from '../../../src/services/attendances/set.ts';
import { restoreBackup } from '../../../src/services/backups/restore.ts';
import { writeBackup } from '../../../src/services/backups/write.ts';
import { enqueueCall } from '../../../src/services/calls/enqueue.ts';
import { followCase } from '../../../src/services/follows/follow.ts';
import { followedCaseIds } from '../../../src/services/follows/list.ts';
import { mayForgetOldKeys, readOldKeys } from '../../../src/services/keys/old-keys.ts';
import { reseal } from '../../../src/services/keys/reseal.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { staffByChat } from '../../../src/services/staff/by-chat.ts';
import { linkChat } from '../../../src/services/staff/link-chat.ts';
import { findSubscriber } from '../../../src/services/subscribers/find.ts';
import { forgetChat } from '../../../src/services/subscribers/forget.ts';
import { recogniseChat } from '../../../src/services/subscribers/recognise.ts';
import type { InboxContext } from '../../../src/services/updates/inbox.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { rekeyUpdates } from '../../../src/services/updates/rekey.ts';
import { botContext } from '../../bots/context.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { type TestDatabase, testDatabase } from '../../helpers/database.ts';
import { announce, pair } from '../../helpers/hearing.ts';

type Ring = TestCampaign['keys'];

const CHAT = '7777000111';
const chatOf = (body: string): string => String(JSON.parse(body).message.chat.id);
const said = (updateId: number) => ({
  updateId,
  chatId: CHAT,
  body: JSON.stringify({ update_id: updateId, message: { chat: { id: Number(CHAT), type: 'private' } } }),
});

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

/** The bot as it works after it was started with these keys. */
function botWith(keys: Ring): InboxContext {
  const { clock, campaignId, botId, logged } = campaign;
  return botContext({ db: campaign.as('bot').db, clock, keys, campaignId, botId, logged });
}

function resealWith(ring: Ring) {
  const { epoch } = ring.public.sealing;
  return reseal(campaign.commandLine, {
    epoch,
    opener: createOpener(ring.sender.sealing),
    sealer: createSealer(ring.public.sealing, campaign.clock),
    chatIndex: (botId, chatId) => chatIndex(ring.bot.index, botId, chatId),
  });
}

async function mayForget({ public: open, bot, sender }: Ring): Promise<boolean> {
  const old = await readOldKeys(campaign.commandLine, {
    epoch: open.sealing.epoch,
    opener: createOpener(sender.sealing),
    inbox: createInbox(bot.inbox),
  });
  return mayForgetOldKeys(old, { now: campaign.clock.now(), despite: false });
}

async function follow(ctx: InboxContext, chatId: string): Promise<void> {
  const followed = await followCase(ctx, {
    chatId,
    kind: 'private',
    language: 'en',
    caseId: campaign.caseId,
  });
  if (!followed.ok) throw new Error(followed.refusal.code);
}

/** In which columns somebody who holds these keys finds that the chat was there: by opening, or by trying its id. */
async function whereFound({ sql }: Pick<TestDatabase, 'sql'>, keys: Ring): Promise<string[]> {
  const opener = createOpener(keys.sender.sealing);
  const { index, inbox, former } = keys.bot;
  const indexes = [index, ...former.map((one) => one.index)].map((key) =>
    Buffer.from(chatIndex(key, campaign.botId, CHAT)).toString('hex'),
  );
  const inboxes = createInbox(
    inbox,
    former.map((one) => one.inbox),
  );
  const columns = await sql<{ table: string; column: string; by: string | null }[]>`
    select table_name as table, column_name as column, (
      select 'id' from information_schema.columns i
      where i.table_name = c.table_name and i.table_schema = 'public' and i.column_name = 'id') as by
    from information_schema.columns c where table_schema = 'public' and data_type = 'bytea'`;
  const found: string[] = [];
  for (const { table, column, by } of columns) {
    const id = by === null ? (table === 'updates' ? sql`update_id::text` : sql`''`) : sql`id::text`;
    const rows = await sql<{ id: string; bytes: Buffer }[]>`
      select ${id} as id, ${sql(column)} as bytes from ${sql(table)} where ${sql(column)} is not null`;
    for (const { id, bytes } of rows) {
      const opened = [
        ...[
          binding.subscriberChat(id as SubscriberId),
          binding.staffChat(id as StaffId),
          binding.callChat(id as CallId),
          binding.callParams(id as CallId),
          binding.accountCredentials(id as AccountId),
        ].map((bound) => opener.open(bytes, bound)),
        ...(table === 'updates' ? [inboxes.open(bytes, { bot: campaign.botId, updateId: Number(id) })] : []),
      ];
      const shows = opened.some((one) => one.ok && Buffer.from(one.value).toString('latin1').includes(CHAT));
      if (shows || indexes.includes(bytes.toString('hex'))) found.push(`${table}.${column}`);
    }
  }
  return [...new Set(found)].toSorted();
}

describe('a follower who said /forget', () => {
  test('is in no restored backup for whoever has the keys that are left after a rotation', async () => {
    await follow(campaign.ctx, CHAT);
    await enqueueCall(campaign.ctx, {
      chatId: CHAT,
      action: { do: 'delete', messageId: 1 },
      purpose: 'deletion',
    });
    await receiveUpdates(campaign.ctx, { updates: [said(1)] });
    const out = new PassThrough();
    const chunks = out.toArray();
    await writeBackup(campaign.sql, out);
    out.end();
    const backup = Buffer.concat(await chunks);

    const forgotten = await forgetChat(campaign.ctx, { chatId: CHAT, updateId: 2 });
    expect(forgotten.subscriber).not.toBeNull();
    const rotated = rotateKeys(campaign.keys);
    await rekeyUpdates(botWith(rotated), chatOf);
    await resealWith(rotated);
    campaign.clock.advance({ hours: 7 * 24 });
    expect(await mayForget(rotated)).toBe(true);
    const left = forgetOldKeys(rotated);

    await using restored = disposable(await testDatabase());
    const put = await restoreBackup(restored.sql, Readable.from([backup]), campaign.clock.now());
    expect(put.ok).toBe(true);
    // With all keys there ever were it is there, or the search is worth nothing.
    expect(await whereFound(restored, rotated)).toEqual([
      'calls.chat_index',
      'calls.sealed_chat',
      'subscribers.chat_index',
      'subscribers.sealed_chat',
      'updates.chat_index',
      'updates.sealed',
    ]);
    expect(await whereFound(restored, left)).toEqual([]);
  });
});

describe('a chat from before a rotation', () => {
  test('is found by the bot at once, before and after everything was sealed anew, with all that is its own', async () => {
    const hearing = await announce(campaign, await pair(campaign));
    await campaign.sql`update campaigns set attendance_allowed = true`;
    await follow(campaign.ctx, CHAT);
    const member = await campaign.staff(['approver'], { linked: true });
    await setAttendance(campaign.ctx, { hearingId: hearing, chatId: CHAT, on: true });
    await enqueueCall(campaign.ctx, {
      chatId: CHAT,
      action: { do: 'delete', messageId: 1 },
      purpose: 'deletion',
    });
    const rotated = rotateKeys(campaign.keys);
    const bot = botWith(rotated);
    expect(await findSubscriber(bot, { chatId: CHAT })).toBeNull();
    await recogniseChat(bot, { chatId: CHAT });
    await recogniseChat(bot, { chatId: CHAT });
    const found = await findSubscriber(bot, { chatId: CHAT });
    expect(found && [...(await followedCaseIds(bot, { subscriberId: found.id }))]).toEqual([campaign.caseId]);
    expect(await whereFound(campaign, forgetOldKeys(rotated))).toEqual([
      'calls.chat_index',
      'calls.sealed_chat',
      'subscribers.chat_index',
      'subscribers.sealed_chat',
    ]);
    expect(await setAttendance(bot, { hearingId: hearing, chatId: CHAT, on: false })).toMatchObject({
      ok: true,
    });
    expect(await campaign.sql`select mark from attendances`).toEqual([]);

    // Of who did not speak meanwhile, the command line finds the rows.
    await follow(campaign.ctx, '7777000112');
    await resealWith(rotated);
    expect(await findSubscriber(bot, { chatId: '7777000112' })).not.toBeNull();
    const staffChats = await campaign.sql<{ id: StaffId; sealed: Uint8Array }[]>`
      select id, sealed_chat as sealed from staff where sealed_chat is not null`;
    const opened = createOpener(forgetOldKeys(rotated).sender.sealing).open(
      staffChats[0]?.sealed ?? new Uint8Array(),
      binding.staffChat(member.id),
    );
    if (!opened.ok) throw new Error(opened.broken);
    const staffChat = Buffer.from(opened.value).toString('latin1');
    expect((await staffByChat(bot, staffChat))?.actor.id).toBe(member.id);
  });

  test.each([
    ['when it speaks', async (bot: InboxContext) => recogniseChat(bot, { chatId: CHAT })],
    [
      'when all is sealed anew',
      async (_: InboxContext, rotated: Ring) =>
        expect(await resealWith(rotated)).toEqual({ resealed: 0, unreadable: 0, merged: 1 }),
    ],
  ])('that was taken for a new one by a bot with the old keys becomes one again %s', async (_, again) => {
    await follow(campaign.ctx, CHAT);
    const rotated = rotateKeys(campaign.keys);
    const bot = botWith(rotated);
    await recogniseChat(bot, { chatId: CHAT });
    const other = await campaign.addCase('other');
    await followCase(campaign.ctx, { chatId: CHAT, kind: 'private', language: 'en', caseId: other });
    await again(bot, rotated);
    const found = await findSubscriber(bot, { chatId: CHAT });
    expect(found && (await followedCaseIds(bot, { subscriberId: found.id })).size).toBe(2);
    expect(await campaign.sql`select count(*)::int as count from subscribers`).toEqual([{ count: 1 }]);
    await resealWith(rotated);
    campaign.clock.advance({ hours: 7 * 24 });
    expect(await mayForget(rotated)).toBe(true);
  });

  test('that was linked to somebody else by a bot with the old keys is theirs alone once all is sealed anew', async () => {
    const former = await campaign.staff(['approver'], { linked: true });
    const [row] = await campaign.sql<{ sealed: Uint8Array }[]>`
      select sealed_chat as sealed from staff where id = ${former.id}`;
    const opened = createOpener(campaign.keys.sender.sealing).open(
      row?.sealed ?? new Uint8Array(),
      binding.staffChat(former.id),
    );
    if (!opened.ok) throw new Error(opened.broken);
    const chatId = Buffer.from(opened.value).toString('latin1');
    const rotated = rotateKeys(campaign.keys);
    const bot = botWith(rotated);
    const present = await campaign.staff(['approver']);
    const code = await createStaffLink(campaign.commandLine, present.id);
    expect(await linkChat(bot, { code, chatId })).toMatchObject({ ok: true });
    await resealWith(rotated);
    expect((await staffByChat(bot, chatId))?.actor.id).toBe(present.id);
    campaign.clock.advance({ hours: 7 * 24 });
    expect(await mayForget(rotated)).toBe(true);
  });

  test('keeps the order of what it says over a rotation, and old keys stay while something waits under them', async () => {
    await receiveUpdates(campaign.ctx, { updates: [said(1)] });
    const rotated = rotateKeys(campaign.keys);
    const bot = botWith(rotated);
    await resealWith(rotated);
    campaign.clock.advance({ hours: 7 * 24 });
    expect(await mayForget(rotated)).toBe(false);
    await receiveUpdates(bot, { updates: [said(2)] });
    await rekeyUpdates(bot, chatOf);
    const chats = await campaign.sql<{ chat: string }[]>`
      select encode(chat_index, 'hex') as chat from updates order by update_id`;
    expect(new Set(chats.map(({ chat }) => chat)).size).toBe(1);
    expect(await mayForget(rotated)).toBe(true);
    expect(botWith(forgetOldKeys(rotated)).formerly).toEqual([]);
  });
});

function disposable(database: TestDatabase): TestDatabase & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, calls, staff, staffLinks, staffTokens } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { addStaff, createStaffLink } from '../../../src/services/staff/add.ts';
import { authenticate } from '../../../src/services/staff/authenticate.ts';
import { staffByChat } from '../../../src/services/staff/by-chat.ts';
import { findDeciders } from '../../../src/services/staff/find.ts';
import { issueToken } from '../../../src/services/staff/issue-token.ts';
import { linkChat } from '../../../src/services/staff/link-chat.ts';
import { listStaff } from '../../../src/services/staff/list.ts';
import { listTokens } from '../../../src/services/staff/list-tokens.ts';
import { notifyStaff } from '../../../src/services/staff/notify.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { revokeToken } from '../../../src/services/staff/revoke-token.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

describe('adding somebody to the staff', () => {
  const ann = { name: 'Ann', roles: ['approver'], reads: ['en'], language: 'en' } as const;

  test.each([
    [{ name: '🫏' }, 'name-unusable'],
    [{ name: '  ' }, 'name-unusable'],
    [{ roles: [] }, 'roles-missing'],
    [{ reads: [] }, 'languages-missing'],
  ])('is refused with %j', async (wrong, code) => {
    expect(await addStaff(campaign.operator, { ...ann, ...wrong })).toMatchObject({
      ok: false,
      refusal: { code },
    });
    expect(await listStaff(campaign.operator)).toEqual([]);
  });

  test('gives them nothing by itself: no way in and no chat', async () => {
    const added = await addStaff(campaign.operator, { ...ann, roles: ['approver', 'approver'] });
    if (!added.ok) throw new Error(added.refusal.code);
    expect(await listStaff(campaign.operator)).toMatchObject([{ roles: ['approver'], linked: false }]);
    expect(await campaign.db.$count(staffTokens)).toBe(0);
    const asked = { caseId: null, roles: ['approver'], language: null, without: [] } as const;
    expect(await findDeciders(campaign.operator, asked)).toEqual([]);
  });
});

describe('a token', () => {
  test('is stored as a hash only, and tells whose it is', async () => {
    const member = await campaign.staff(['author'], { reads: ['az', 'en'] });
    const token = await issueToken(campaign.operator, member.id);
    const rows = await campaign.db.select().from(staffTokens);
    expect(Buffer.concat(rows.map(({ hash }) => Buffer.from(hash))).toString('latin1')).not.toContain(token);
    expect(await authenticate(campaign.operator, token)).toEqual({
      actor: {
        kind: 'staff',
        id: member.id,
        name: 'Staff author',
        roles: ['author'],
        languages: ['az', 'en'],
        cases: null,
        via: 'api',
      },
      scopes: null,
    });
    expect(await authenticate(campaign.operator, `${token}x`)).toBeNull();
  });

  test('is shown with its scopes, its end and its last use, and ended, by its holder and by admins alone', async () => {
    const holder = await campaign.staff(['author']);
    const other = await campaign.staff(['approver']);
    const admin = await campaign.staff(['admin']);
    const lasts = Temporal.Duration.from({ hours: 24 });
    const token = await issueToken(campaign.operator, holder.id, { scopes: ['posts:read'], lasts });
    await issueToken(campaign.operator, other.id);
    const everybody = [holder.id, other.id, admin.id];
    const shown = await listTokens(holder.ctx, everybody);
    const madeAt = campaign.clock.now();
    const standing = { scopes: ['posts:read'], createdAt: madeAt, expiresAt: madeAt.add(lasts) };
    expect(shown).toEqual([{ ...standing, id: expect.any(String), staffId: holder.id, lastUsedAt: null }]);
    campaign.clock.advance({ hours: 1 });
    await authenticate(campaign.operator, token);
    expect(await listTokens(admin.ctx, everybody)).toMatchObject([
      { lastUsedAt: campaign.clock.now() },
      { staffId: other.id, scopes: null },
    ]);
    const tokenId = shown[0]!.id;
    expect(await revokeToken(other.ctx, tokenId)).toMatchObject({ refusal: { code: 'token-unknown' } });
    expect(await authenticate(campaign.operator, token)).not.toBeNull();
    expect(await revokeToken(holder.ctx, tokenId)).toMatchObject({ ok: true });
    expect(await authenticate(campaign.operator, token)).toBeNull();
    expect(await listTokens(admin.ctx, everybody)).toHaveLength(1);
    // What the audit log says of it never tells the token.
    const audited = JSON.stringify(await campaign.db.select().from(auditEntries));
    expect(audited).toContain('staff/revoke-token');
    expect(audited).not.toContain(token);
  });

  test('lasts 90 days, and never longer', async () => {
    const lasts = Temporal.Duration.from({ hours: 1000 * 24 });
    const asked = await issueToken(campaign.operator, (await campaign.staff(['author'])).id, { lasts });
    const token = await issueToken(campaign.operator, (await campaign.staff(['author'])).id);
    campaign.clock.advance({ hours: 90 * 24 - 1 });
    expect(await authenticate(campaign.operator, token)).not.toBeNull();
    campaign.clock.advance({ hours: 1 });
    expect(await authenticate(campaign.operator, token)).toBeNull();
    expect(await authenticate(campaign.operator, asked)).toBeNull();
  });
});

describe('a code that links a chat', () => {
  test('works once, in whichever chat it is used first', async () => {
    const { id } = await campaign.staff(['approver']);
    const code = await createStaffLink(campaign.operator, id);
    expect(await linkChat(campaign.ctx, { code, chatId: '5001' })).toMatchObject({
      ok: true,
      value: { staffId: id },
    });
    expect(await linkChat(campaign.ctx, { code, chatId: '5002' })).toEqual({
      ok: false,
      refusal: { code: 'code-used' },
    });
    expect((await staffByChat(campaign.ctx, '5001'))?.actor).toMatchObject({ id, via: 'bot' });
    expect(await staffByChat(campaign.ctx, '5002')).toBeNull();
  });

  test('that moves somebody to another chat is told to the others, and a first one to nobody', async () => {
    await campaign.staff(['author'], { linked: true });
    const { id } = await campaign.staff(['approver']);
    const notices = () => campaign.db.$count(calls, eq(calls.purpose, 'notice'));
    const before = await notices();
    const link = async (chatId: string) =>
      linkChat(campaign.ctx, { code: await createStaffLink(campaign.operator, id), chatId });
    await link('6001');
    expect(await notices()).toBe(before);
    await link('6002');
    const told = await campaign.db
      .select({ to: calls.staffId })
      .from(calls)
      .where(eq(calls.purpose, 'notice'));
    expect(told.length).toBeGreaterThan(before);
    expect(told.map(({ to }) => to)).not.toContain(id);
  });

  test('works in one of two chats that use it at the same moment', async () => {
    const { id } = await campaign.staff(['approver']);
    const code = await createStaffLink(campaign.operator, id);
    const twice = await Promise.all(
      ['5001', '5002'].map((chatId) => linkChat(campaign.ctx, { code, chatId })),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is over after 72 hours, and unknown when it was never given out', async () => {
    const { id } = await campaign.staff(['approver']);
    const code = await createStaffLink(campaign.operator, id);
    campaign.clock.advance({ hours: 72 });
    expect(await linkChat(campaign.ctx, { code, chatId: '5001' })).toMatchObject({
      refusal: { code: 'code-used' },
    });
    expect(await linkChat(campaign.ctx, { code: 'link_x', chatId: '5001' })).toMatchObject({
      refusal: { code: 'code-wrong' },
    });
    expect(await staffByChat(campaign.ctx, '5001')).toBeNull();
  });

  test('takes a chat from whoever had it: one chat speaks for one person', async () => {
    const [ann, ben] = [await campaign.staff(['approver']), await campaign.staff(['author'])];
    for (const member of [ann, ben]) {
      await linkChat(campaign.ctx, {
        code: await createStaffLink(campaign.operator, member.id),
        chatId: '5001',
      });
    }
    expect((await staffByChat(campaign.ctx, '5001'))?.actor.id).toBe(ben.id);
    const [row] = await campaign.db.select().from(staff).where(eq(staff.id, ann.id));
    expect(row).toMatchObject({ chatIndex: null, sealedChat: null });
  });

  test('leaves nothing readable of the chat or the code in the database', async () => {
    const { id } = await campaign.staff(['approver']);
    const code = await createStaffLink(campaign.operator, id);
    await linkChat(campaign.ctx, { code, chatId: '5000000042' });
    const rows = [await campaign.db.select().from(staff), await campaign.db.select().from(staffLinks)].flat();
    const bytes = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)));
    expect(bytes.join('\n')).not.toMatch(/5000000042|link_/);
    const [row] = await campaign.db.select().from(staff).where(eq(staff.id, id));
    expect(campaign.open(row!.sealedChat!, binding.staffChat(id))).toBe('5000000042');
  });
});

describe('revoking somebody', () => {
  test('closes every way in at once, and leaves the others theirs', async () => {
    const [gone, stays] = [await campaign.staff(['approver']), await campaign.staff(['approver'])];
    const token = await issueToken(campaign.operator, gone.id);
    const unused = await createStaffLink(campaign.operator, gone.id);
    const members = [
      [gone, '5001'],
      [stays, '5002'],
    ] as const;
    for (const [{ id }, chatId] of members) {
      await linkChat(campaign.ctx, { code: await createStaffLink(campaign.operator, id), chatId });
      await notifyStaff(campaign.operator, id, { text: 'Approve this?', entities: [], buttons: [] });
    }
    expect(await revokeStaff(campaign.operator, gone.id)).toMatchObject({ ok: true });
    expect(await authenticate(campaign.operator, token)).toBeNull();
    expect(await staffByChat(campaign.ctx, '5001')).toBeNull();
    expect(await linkChat(campaign.ctx, { code: unused, chatId: '5003' })).toMatchObject({ ok: false });
    const [row] = await campaign.db.select().from(staff).where(eq(staff.id, gone.id));
    expect(row).toMatchObject({ chatIndex: null, sealedChat: null });
    expect((await campaign.db.select().from(calls)).map(({ staffId }) => staffId)).toEqual([stays.id]);
    expect((await listStaff(campaign.operator)).map(({ id }) => id)).toEqual([stays.id]);
    expect((await staffByChat(campaign.ctx, '5002'))?.actor.id).toBe(stays.id);
    const audited = await campaign.db.select().from(auditEntries).where(eq(auditEntries.subjectId, gone.id));
    expect(audited.map(({ verb }) => verb)).toContain('staff/revoke');
    expect(await revokeStaff(campaign.operator, gone.id)).toMatchObject({
      refusal: { code: 'staff-unknown' },
    });
  });
});

describe('who is asked', () => {
  test('has a role, reads the language, has a chat, is still there, and is not left out', async () => {
    const ann = await campaign.staff(['approver'], { reads: ['fa'], linked: true });
    await campaign.staff(['approver'], { reads: ['fa'], linked: false });
    await campaign.staff(['approver'], { reads: ['en'], linked: true });
    await campaign.staff(['author'], { reads: ['fa'], linked: true });
    const left = await campaign.staff(['approver'], { reads: ['fa'], linked: true });
    const gone = await campaign.staff(['approver'], { reads: ['fa'], linked: true });
    await campaign.db.update(staff).set({ revokedAt: campaign.clock.now() }).where(eq(staff.id, gone.id));
    const asked = await findDeciders(campaign.operator, {
      caseId: campaign.caseId,
      roles: ['approver', 'lawyer'],
      language: 'fa',
      without: [left.id, null],
    });
    expect(asked.map(({ id }) => id)).toEqual([ann.id]);
  });

  test('is told by a call that is sealed to the sender, and gone with the transaction when it fails', async () => {
    const { id } = await campaign.staff(['approver'], { linked: true });
    const message = { text: 'Secret words', entities: [], buttons: [] };
    await expect(
      campaign.db.transaction(async (tx) => {
        await notifyStaff({ ...campaign.operator, db: tx }, id, message);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await campaign.db.$count(calls)).toBe(0);
    await notifyStaff(campaign.operator, id, message);
    const [call] = await campaign.db.select().from(calls);
    expect(call).toMatchObject({
      staffId: id,
      sealedChat: null,
      chatIndex: null,
      state: 'planned',
      method: 'sendMessage',
    });
    expect(Buffer.from(call!.sealedParams).toString('latin1')).not.toContain('Secret');
    expect(JSON.parse(campaign.open(call!.sealedParams, binding.callParams(call!.id)))).toMatchObject({
      text: 'Secret words',
    });
  });
});

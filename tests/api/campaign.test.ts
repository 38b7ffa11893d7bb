import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attendances, calls, deliveries, staff, staffTokens } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { catalogues } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { createStaffLink } from '../../src/services/staff/add.ts';
import { linkChat } from '../../src/services/staff/link-chat.ts';
import { forgetChat } from '../../src/services/subscribers/forget.ts';
import { announce, pair } from '../helpers/hearing.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let coordinator: Client;

beforeEach(async () => {
  world = await apiWorld();
  coordinator = await world.client(
    await world.staff(['coordinator'], { reads: ['az'], linked: true, name: 'Aygün' }),
  );
});
afterEach(() => world.close());

describe('the campaign', () => {
  test('is changed in what is given, and the change stands in the audit with who made it', async () => {
    expect((await coordinator.get('/campaign')).json).toMatchObject({
      groupsAllowed: false,
      leadTimes: ['1d', 'morning'],
    });
    expect((await coordinator.patch('/campaign', { groupsAllowed: true })).json).toMatchObject({
      groupsAllowed: true,
      leadTimes: ['1d', 'morning'],
    });
    const { items } = (await coordinator.get('/audit?limit=1')).read<{ items: { actor: string }[] }>();
    const { items: members } = (await coordinator.get('/staff')).read<{ items: { id: string }[] }>();
    expect(items).toMatchObject([
      {
        verb: 'campaigns/change',
        actorKind: 'staff',
        actor: members[0]?.id,
        details: { groupsAllowed: true },
      },
    ]);
  });

  test('says where followers find it when its bot falls silent, or which name cannot be one', async () => {
    expect((await coordinator.get('/campaign/reserve')).json).toEqual({
      bot: null,
      channel: null,
      notices: [],
      asked: null,
    });
    const set = await coordinator.put('/campaign/reserve', { bot: '@second_bot', channel: null });
    const asked = { bot: 'second_bot', channel: null };
    expect(set.json).toMatchObject({ bot: null, notices: [], asked });
    const requestId = set.read<{ asked: { id: string } }>().asked.id;
    const agreements = '/campaign/reserve/agreements';
    expect(await coordinator.post(agreements, { requestId })).toMatchObject({
      status: 403,
      json: { code: 'own-request' },
    });
    const approver = await world.client(await world.staff(['approver']));
    const agreed = await approver.post(agreements, { requestId });
    expect(agreed).toMatchObject({ status: 201, json: { ...asked, asked: null } });
    expect(agreed.read<{ notices: object[] }>().notices).toHaveLength(7);
    expect(await approver.post(agreements, { requestId })).toMatchObject({ status: 409 });
    const wrong = await coordinator.put('/campaign/reserve', { bot: 'second', channel: null });
    expect(wrong).toMatchObject({ status: 422, json: { code: 'telegram-name-unusable', field: 'bot' } });
  });

  test('lets followers say that they will attend, and share from any chat, only once it is switched on', async () => {
    const off = { attendanceAllowed: false, inlineAllowed: false };
    expect((await coordinator.get('/campaign')).json).toMatchObject(off);
    const on = { attendanceAllowed: true, inlineAllowed: true };
    expect((await coordinator.patch('/campaign', on)).json).toMatchObject(on);
    const { items } = (await coordinator.get('/audit?limit=1')).read<{ items: object[] }>();
    expect(items).toMatchObject([{ verb: 'campaigns/change', details: on }]);
    const hearingId = await announce(world, await pair(world));
    await world.db.insert(attendances).values({ hearingId, day: '2009-11-11', mark: Buffer.from('a mark') });
    expect((await coordinator.patch('/campaign', { inlineAllowed: false })).json).toMatchObject({
      attendanceAllowed: true,
      inlineAllowed: false,
    });
    expect(await world.db.$count(attendances)).toBe(1);
    await coordinator.patch('/campaign', { attendanceAllowed: false });
    expect(await world.db.$count(attendances)).toBe(0);
  });

  test('is told, before it loses somebody, what nobody could do any more', async () => {
    const author = await world.staff(['author'], { reads: ['az'] });
    await world.client(author);
    await world.staff(['approver'], { reads: ['az'], linked: true });
    const admin = await world.client(await world.staff(['admin']));
    const path = `/staff/${author.id}`;
    const refused = await admin.delete(path);
    expect(refused).toMatchObject({ status: 409, json: { code: 'would-break' } });
    expect(refused.read<{ errors: { detail: string }[] }>().errors.map(({ detail }) => detail)).toContain(
      'Posts, in any language, on every open case',
    );
    expect((await admin.get('/staff')).text).toContain(author.id);
    expect(await admin.delete(`${path}?despite=maybe`)).toMatchObject({ status: 422 });
    expect(await admin.put(`${path}/cases`, { caseIds: [await world.addCase('other')] })).toMatchObject({
      json: { code: 'would-break' },
    });
    expect(await admin.delete(`${path}?despite=true`)).toMatchObject({ status: 200 });
    expect((await admin.get('/staff')).text).not.toContain(author.id);
  });

  test('asks for fewer approvals by two, of whom the second one names what they read', async () => {
    const admin = await world.client(await world.staff(['admin']));
    const path = '/campaign/approvals';
    const fewer = { update: 1, press_release: 1 };
    const more = { update: 1, press_release: 2 };
    expect((await coordinator.get(path)).json).toEqual({ ...more, asked: null });
    const asked = await coordinator.patch(path, { press_release: 1 });
    const { items } = (await coordinator.get('/staff')).read<{ items: { id: string }[] }>();
    expect(asked).toMatchObject({ status: 200, json: { ...more, asked: { ...fewer, by: items[0]?.id } } });
    // What stands has changed: its tag is another.
    expect(asked.headers.get('etag')).toBe((await admin.get(path)).headers.get('etag'));
    const agree = `${path}/agreements`;
    expect(await coordinator.post(agree, fewer)).toMatchObject({
      status: 403,
      json: { code: 'own-request' },
    });
    expect(await admin.post(agree, more)).toMatchObject({ status: 409, json: { code: 'request-lapsed' } });
    expect(await admin.post(agree, fewer)).toMatchObject({ status: 201, json: { ...fewer, asked: null } });
    expect((await coordinator.patch(path, { press_release: 2 })).json).toEqual({ ...more, asked: null });
  });

  test('takes no lead time that it does not know', async () => {
    expect(await coordinator.patch('/campaign', { leadTimes: ['1d', '90d'] })).toMatchObject({
      status: 422,
      json: { code: 'lead-time-unknown', field: 'leadTimes.1' },
    });
  });

  test('never reminds of nothing, and nobody changes when without the others learning of it', async () => {
    expect(await coordinator.patch('/campaign', { leadTimes: [] })).toMatchObject({
      status: 422,
      json: { code: 'lead-times-missing', field: 'leadTimes' },
    });
    const { id } = await world.staff(['lawyer'], { linked: true });
    await world.db.delete(calls);
    for (const leadTimes of [['7d'], ['7d']]) await coordinator.patch('/campaign', { leadTimes });
    const told = await world.db.delete(calls).where(eq(calls.staffId, id)).returning();
    expect(told).toHaveLength(1);
    const [call] = told;
    expect(withoutIsolation(world.open(call!.sealedParams, binding.callParams(call!.id)))).toMatch(
      /changed when followers .* are reminded of hearings\. From now on: 7 days/,
    );
    await coordinator.patch('/campaign', { leadTimes: ['1d', 'morning'] });
  });

  test('has quiet hours and a budget of Stars only once somebody sets them, on the record', async () => {
    expect((await coordinator.get('/campaign')).json).toMatchObject({ quietHours: null, starsPerMonth: 0 });
    const set = { quietHours: '22-08', starsPerMonth: 250 };
    expect((await coordinator.patch('/campaign', set)).json).toMatchObject(set);
    const { items } = (await coordinator.get('/audit?limit=1')).read<{ items: object[] }>();
    expect(items).toMatchObject([{ verb: 'campaigns/change', details: set }]);
    expect((await coordinator.patch('/campaign', { quietHours: null })).json).toMatchObject({
      quietHours: null,
      starsPerMonth: 250,
    });
    expect((await coordinator.patch('/campaign', { starsPerMonth: 0 })).json).toMatchObject({
      starsPerMonth: 0,
    });
    const author = await world.client(await world.staff(['author']));
    expect((await author.patch('/campaign', set)).status).toBe(403);
  });

  test('takes no quiet hours and no budget that it does not know', async () => {
    for (const [field, value] of [
      ['quietHours', '8-22'],
      ['quietHours', ''],
      ['starsPerMonth', -1],
      ['starsPerMonth', 0.5],
      ['starsPerMonth', '5'],
      ['starsPerMonth', 10_000_001],
      ['starsPerMonth', null],
    ] as const) {
      expect(await coordinator.patch('/campaign', { [field]: value })).toMatchObject({
        status: 422,
        json: { errors: [{ field }] },
      });
    }
  });

  test('has a catalogue for each language, with whether a native reader has checked it', async () => {
    const { items } = (await coordinator.get('/catalogues')).read<{ items: object[] }>();
    expect(items).toMatchObject(catalogues.map((one) => ({ ...one })));
    expect(items).toContainEqual(expect.objectContaining({ language: 'fa', name: 'فارسی' }));
  });
});

describe('the staff', () => {
  test('are listed with what they may do, and nothing of their chats', async () => {
    const answer = await coordinator.get('/staff');
    expect(answer.json).toEqual({
      items: [
        {
          id: expect.any(String),
          name: 'Aygün',
          roles: ['coordinator'],
          reads: ['az'],
          language: 'en',
          cases: null,
          linked: true,
          keys: null,
          createdAt: '2009-11-10T12:00:00Z',
        },
      ],
      next: null,
    });
  });

  test('get in with a token that stands, and not with one that is over, revoked, or of somebody who left', async () => {
    const get = () => coordinator.get('/campaign');
    expect((await get()).status).toBe(200);
    await world.db.update(staffTokens).set({ revokedAt: world.clock.now() });
    expect((await get()).status).toBe(401);
    await world.db.update(staffTokens).set({ revokedAt: null });
    expect((await get()).status).toBe(200);
    await world.db.update(staff).set({ revokedAt: world.clock.now() });
    expect((await get()).status).toBe(401);
    await world.db.update(staff).set({ revokedAt: null });
    world.clock.advance({ hours: 90 * 24 });
    expect((await get()).status).toBe(401);
  });
});

describe('the audit', () => {
  test('is read page by page, each entry once', async () => {
    for (const groupsAllowed of [true, false, true, false])
      await coordinator.patch('/campaign', { groupsAllowed });
    interface Page {
      readonly items: readonly { readonly id: string }[];
      readonly next: string | null;
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = (
        await coordinator.get(`/audit?limit=3${next === null ? '' : `&before=${next}`}`)
      ).read<Page>();
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    const { items } = (await coordinator.get('/audit?limit=100')).read<Page>();
    expect(seen).toEqual(items.map(({ id }) => id));
    expect(seen.length).toBeGreaterThanOrEqual(7);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('shows nobody what single followers did, only that somebody on the staff left their chat', async () => {
    const chatId = '4711';
    await world.followers('en', 1);
    const code = await createStaffLink(world.operator, (await world.staff(['author'])).id);
    await linkChat(world.ctx, { code, chatId });
    await forgetChat(world.ctx, { chatId, updateId: 1 });
    const written = await world.sql<{ verb: string }[]>`
      select distinct verb from audit_entries where actor_kind = 'subscriber' order by verb`;
    expect(written.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['follows/follow', 'subscribers/enrol', 'subscribers/forget']),
    );
    const { items } = (await coordinator.get('/audit?limit=100')).read<{ items: { verb: string }[] }>();
    const shown = items.map(({ verb }) => verb);
    expect(shown).toContain('staff/unlink-chat');
    expect(shown.filter((verb) => /^(?:follows|subscribers|attendances)\//.test(verb))).toEqual([]);
  });

  test('is refused with a limit out of range', async () => {
    expect((await coordinator.get('/audit?limit=0')).json).toMatchObject({ errors: [{ field: 'limit' }] });
    expect((await coordinator.get('/audit?limit=101')).json).toMatchObject({ errors: [{ field: 'limit' }] });
  });
});

describe('a broadcast', () => {
  test('tells how far it has come, and never a count under 20', async () => {
    await world.followers('en', 24);
    const author = await world.staff(['author']);
    const approver = await world.staff(['approver']);
    const made = await createPost(author.ctx, {
      caseId: world.caseId,
      sourceLanguage: 'en',
      text: 'The court sat today.',
      notBefore: null,
      notAfter: null,
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const submitted = await submitPost(author.ctx, { postId: made.value.postId, language: 'en' });
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    await decidePost(approver.ctx, {
      translationId: submitted.value.translationId,
      version: 1,
      decision: 'approved',
    });
    await publishPost(world.job, made.value.postId);

    const listed = (await coordinator.get(`/broadcasts?case=${world.caseId}`)).read<{
      items: { id: string }[];
    }>();
    expect(listed.items).toMatchObject([
      { kind: 'post', postId: made.value.postId, finished: false, deliveries: { planned: 24, sent: '<20' } },
    ]);
    const rows = await world.db.select({ id: deliveries.id }).from(deliveries);
    for (const { id } of rows.slice(0, 5)) {
      await world.db.update(deliveries).set({ state: 'sent' }).where(eq(deliveries.id, id));
    }
    const path = `/broadcasts/${listed.items[0]?.id}`;
    expect((await coordinator.get(path)).json).toMatchObject({
      finished: false,
      deliveries: {
        planned: '<20',
        attempting: '<20',
        sent: '<20',
        failed: '<20',
        unknown: '<20',
        cancelled: '<20',
      },
    });
    await world.db.update(deliveries).set({ state: 'sent' });
    expect((await coordinator.get(path)).json).toMatchObject({ finished: true, deliveries: { sent: 24 } });
    const other = await world.addCase('another');
    expect((await coordinator.get(`/broadcasts?case=${other}`)).json).toEqual({ items: [], next: null });
  });
});

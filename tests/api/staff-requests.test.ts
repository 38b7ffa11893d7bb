import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offerDecision } from '../../src/services/approvals/offer.ts';
import { readInvitation } from '../../src/services/invitations/read.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { reviewText } from '../../src/services/posts/review.ts';
import type { TestStaff } from '../helpers/campaign.ts';
import { withKey } from '../helpers/keys.ts';
import { type ConsoleWorld, consoleWorld } from './console/world.ts';

let world: ConsoleWorld;
let one: TestStaff;
let two: TestStaff;
beforeAll(async () => {
  world = await consoleWorld();
  one = await world.staff(['admin', 'approver']);
  two = await world.staff(['admin']);
});
afterAll(() => world.close());

const codeIn = (link: string) => link.replace(`${world.site.origin}/console/invitations/`, '');
type Asked = { readonly requestId: string };
type Agreed = { readonly link: string; readonly countsFrom: string };
type Listed = { readonly items: readonly { readonly id: string; readonly name?: string }[] };
const aysel = { name: 'Aysel', roles: ['author'], reads: ['az', 'en'] };

describe('over the API two admins take somebody on', () => {
  test('by the link that the second one is answered, once, and by a token that was made for deciding', async () => {
    const first = await world.client(one, { scopes: ['staff:write', 'staff:read'] });
    const second = await world.client(two, { scopes: ['staff:decide'] });
    const asked = await first.post('/staff/invitations', aysel);
    expect(asked).toMatchObject({ status: 201 });
    const path = `/staff-requests/${asked.read<Asked>().requestId}/agreements`;
    expect(await first.post(path)).toMatchObject({ status: 403, json: { code: 'scope-missing' } });
    const [shown] = (await first.get('/staff-requests')).read<Listed>().items;
    expect(shown).toMatchObject({
      kind: 'invite',
      invitee: aysel,
      staffId: null,
      askedBy: one.id,
      agreedBy: null,
    });

    const alone = await world.client(one);
    expect(await alone.post(path)).toMatchObject({ status: 403, json: { code: 'own-request' } });
    const once = { 'Idempotency-Key': 'agree' };
    const agreed = await second.post(path, undefined, once);
    expect(agreed).toMatchObject({ status: 201 });
    const invited = await readInvitation(world.siteOperator, codeIn(agreed.read<Agreed>().link));
    expect(invited).toMatchObject({ name: 'Aysel', language: 'az', waitsUntil: null });
    // Whose answer was lost gets the same link again, and nobody is taken on twice.
    expect((await second.post(path, undefined, once)).json).toEqual(agreed.json);
    expect(await second.post(path)).toMatchObject({ status: 409, json: { code: 'request-lapsed' } });
    const names = (await first.get('/staff')).read<Listed>().items.map(({ name }) => name);
    expect(names.filter((name) => name === 'Aysel')).toHaveLength(1);
  });

  test('new keys of a colleague count a day later, and whoever objects voids the link', async () => {
    const member = await world.staff(['approver']);
    await withKey(world, member, world.site);
    const [first, second] = [await world.client(one), await world.client(two)];
    const own = await world.client(member);
    expect(await own.post(`/staff/${member.id}/key-replacements`)).toMatchObject({
      status: 403,
      json: { code: 'own-keys' },
    });
    const asked = await first.post(`/staff/${member.id}/key-replacements`);
    const agreed = await second.post(`/staff-requests/${asked.read<Asked>().requestId}/agreements`);
    const code = codeIn(agreed.read<Agreed>().link);
    const waitsUntil = world.clock.now().add({ hours: 24 });
    expect(await readInvitation(world.siteOperator, code)).toMatchObject({ waitsUntil });
    expect(agreed.read<Agreed>().countsFrom).toBe(waitsUntil.toString());
    expect((await own.get('/staff-requests')).read<Listed>().items[0]).toMatchObject({
      staffId: member.id,
      agreedBy: two.id,
    });
    const objected = await own.post(`/staff-requests/${asked.read<Asked>().requestId}/objections`);
    expect(objected).toMatchObject({ status: 201 });
    expect(await readInvitation(world.siteOperator, code)).toBeNull();
  });

  test('nobody who is limited to some cases lets somebody in', async () => {
    const admin = await world.client(one);
    const limited = await world.staff(['approver']);
    for (let i = 0; i < 2; i++) await world.staff(['coordinator'], { linked: true });
    const caseId = await world.addCase('limited-case');
    expect(await admin.put(`/staff/${limited.id}/cases`, { caseIds: [caseId], despite: true })).toMatchObject(
      {
        status: 200,
      },
    );
    const client = await world.client(limited);
    expect(await client.post(`/staff/${two.id}/key-replacements`)).toMatchObject({
      status: 403,
      json: { code: 'limited-to-cases' },
    });
  });
});

describe('with one key only', () => {
  test('somebody approves for a week, and then nothing until they have added another', async () => {
    const [first, second] = [await world.staff(['admin']), await world.staff(['admin'])];
    const holder = await withKey(world, second, world.site);
    const asking = await world.client(first);
    const agreeing = await world.client(second);
    const agree = async () => {
      const { requestId } = (await asking.post('/staff/invitations', aysel)).read<Asked>();
      return agreeing.post(`/staff-requests/${requestId}/agreements`);
    };
    expect(await agree()).toMatchObject({ status: 201 });
    world.clock.advance({ hours: 7 * 24 });
    expect(await agree()).toMatchObject({ status: 403, json: { code: 'second-key-missing' } });
    expect((await agreeing.get('/own/keys')).read<Listed>().items).toHaveLength(1);
    // They still see, object and stop.
    expect(await agreeing.post('/pauses', {})).toMatchObject({ status: 201 });
    await holder.addKey();
    expect(await agree()).toMatchObject({ status: 201 });
    expect(
      (await asking.get('/staff')).read<Listed>().items.find(({ id }) => id === second.id),
    ).toMatchObject({
      keys: 2,
    });
  });
});

describe('a text', () => {
  test('is rejected by whoever has one old key, and approved by nobody with fewer than two', async () => {
    const [author, approver] = [await world.staff(['author']), await world.staff(['approver'])];
    const holder = await withKey(world, approver, world.site);
    const { postId, translationId } = await world.waitingText(author, 'en', 'The court **sat**.');
    world.clock.advance({ hours: 7 * 24 });
    const decide = async (decision: 'approved' | 'rejected') => {
      const review = await reviewText(holder.ctx, { postId, language: 'en' });
      if (review === undefined) throw new Error('There is no such text.');
      const offers = await offerDecision(holder.ctx, review.contentHash);
      const offer = offers.find((one) => one.decision === decision);
      if (offer === undefined) throw new Error('There is no such offer.');
      const proof = { approvalId: offer.approvalId, answer: holder.key.sign(offer.options.challenge) };
      return decidePost(holder.ctx, { translationId, version: review.text.version, decision, proof });
    };
    expect(await decide('approved')).toEqual({ ok: false, refusal: { code: 'second-key-missing' } });
    await holder.addKey();
    expect(await decide('approved')).toMatchObject({ ok: true });

    const other = await world.waitingText(author, 'fa', 'دادگاه برگزار شد.');
    const loser = await withKey(world, await world.staff(['approver']), world.site);
    world.clock.advance({ hours: 7 * 24 });
    const review = await reviewText(loser.ctx, { postId: other.postId, language: 'fa' });
    if (review === undefined) throw new Error('There is no such text.');
    const [, reject] = await offerDecision(loser.ctx, review.contentHash);
    expect(reject?.decision).toBe('rejected');
    if (reject === undefined) return;
    const proof = { approvalId: reject.approvalId, answer: loser.key.sign(reject.options.challenge) };
    const { translationId: id } = other;
    const decided = { translationId: id, version: review.text.version, decision: 'rejected', proof } as const;
    expect(await decidePost(loser.ctx, decided)).toMatchObject({ ok: true });
  });
});

describe('a browser in which somebody signed in a while ago', () => {
  test('lets nobody in and takes nobody off until a key was shown, and still objects', async () => {
    const admin = await world.staff(['admin']);
    const holder = await withKey(world, admin, world.site);
    const asked = (await (await world.client(one)).post('/staff/invitations', aysel)).read<Asked>();
    const send = async (path: string) => {
      const answer = await world.send(holder, `/console${path}`, { method: 'POST', body: 'despite=yes' });
      return { status: answer.status, text: await answer.text() };
    };
    world.clock.advance({ minutes: 5 });
    for (const path of [
      `/staff-requests/${asked.requestId}/agreements`,
      `/staff/${two.id}/revocations`,
      `/staff/${two.id}/cases`,
      `/staff/${two.id}/key-replacements`,
      '/staff/invitations',
      '/successions',
      '/reserve',
      '/approval-policy',
    ]) {
      const stale = { status: 403, text: expect.stringContaining('five minutes') };
      expect(await send(path), path).toEqual(stale);
    }
    expect(await send(`/staff-requests/${asked.requestId}/objections`)).toMatchObject({ status: 303 });
    expect(await send('/reserve/objections')).toMatchObject({ status: 303 });
  });
});

describe('over the API', () => {
  test('two name a successor and one calls on them; they themselves take over in the console only', async () => {
    const successor = await world.staff(['translator']);
    const [first, second] = [await world.client(one), await world.client(two)];
    const translator = await world.client(successor);
    const wanted = { staffId: successor.id, roles: ['approver'] };
    expect(await translator.post('/successions', wanted)).toMatchObject({ status: 403 });
    const { successionId } = (await first.post('/successions', wanted)).read<{ successionId: string }>();
    const path = `/successions/${successionId}`;
    expect(await first.post(`${path}/agreements`)).toMatchObject({
      status: 403,
      json: { code: 'own-request' },
    });
    expect(await second.post(`${path}/agreements`)).toMatchObject({ status: 201 });
    expect(await second.post(`${path}/confirmations`)).toMatchObject({ status: 409 });
    const listed = async () =>
      (await translator.get('/successions')).read<Listed>().items.find(({ id }) => id === successionId);
    expect(await listed()).toMatchObject({ state: 'stands', agreedBy: two.id, call: null, lapsesAt: null });
    const from = world.clock.now().add({ hours: 24 }).toString();
    expect(await first.post(`${path}/calls`)).toMatchObject({ status: 201, json: { takesOverFrom: from } });
    expect(await listed()).toMatchObject({ call: { calledBy: one.id, takesOverFrom: from } });
    expect(await translator.post(`${path}/takings`)).toMatchObject({ status: 404 });
    expect(await translator.post(`${path}/objections`)).toMatchObject({ status: 201 });
    expect(await listed()).toMatchObject({ state: 'stands', call: null });
    expect(await translator.post(`${path}/objections`)).toMatchObject({ status: 201 });
    expect(await listed()).toBeUndefined();
  });

  test('everybody says in which language they are spoken to', async () => {
    const member = await world.staff(['lawyer']);
    const client = await world.client(member);
    expect(await client.put('/own/language', { language: 'az' })).toMatchObject({ status: 200 });
    const me = (await client.get('/staff')).read<Listed>().items.find(({ id }) => id === member.id);
    expect(me).toMatchObject({ language: 'az', keys: 0 });
  });
});

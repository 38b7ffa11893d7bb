import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken } from '../../src/crypto/token.ts';
import { keptAnswers, posts } from '../../src/db/schema/index.ts';
import { type KeptAnswerId, newId } from '../../src/domain/ids.ts';
import { roles } from '../../src/domain/words.ts';
import { pruneKeptAnswers } from '../../src/scheduler/jobs/prune-kept-answers.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import { revokeStaff } from '../../src/services/staff/revoke.ts';
import type { TestStaff } from '../helpers/campaign.ts';
import { type Answer, type ApiWorld, apiWorld } from './world.ts';

let world: ApiWorld;
let me: TestStaff;
let token: string;

beforeAll(async () => {
  world = await apiWorld();
  me = await world.staff(roles);
  token = await issueToken(world.operator, me.id);
});
afterAll(() => world.close());

function send(
  path: string,
  key: string,
  body: unknown,
  { bearer = token, type = 'application/json' } = {},
): Promise<Answer> {
  return world.request(`/api/admin${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': type, 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
}

const written = (text = 'The court sat.') => ({ caseId: world.caseId, sourceLanguage: 'en', text });
const count = () => world.db.$count(posts);

test('a repeat does nothing and is answered as the first was, for a day, whether the key is quoted or not', async () => {
  const first = await send('/posts', '"one"', written());
  const before = await count();
  const again = await send('/posts', 'one', written());
  expect([first.status, again.status, again.json]).toEqual([201, 201, first.json]);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  expect(await count()).toBe(before);

  expect(await send('/posts', 'one', written('Another text.'))).toMatchObject({
    status: 422,
    json: { code: 'idempotency-key-reused' },
  });
  const other = await world.client(await world.staff(['author']));
  expect((await send('/posts', 'one', written(), { bearer: other.token })).json).not.toEqual(first.json);

  world.clock.advance({ hours: 24 });
  expect((await send('/posts', 'one', written())).json).not.toEqual(first.json);
  expect(await count()).toBe(before + 2);
});

test('what was refused is judged anew under the same key', async () => {
  expect((await send('/posts', 'two', written('<b>'))).status).toBe(422);
  expect((await send('/posts', 'two', { nothing: true })).status).toBe(422);
  expect((await send('/posts', 'two', written())).status).toBe(201);
  const long = { 'Idempotency-Key': 'x'.repeat(300), Authorization: `Bearer ${token}` };
  const answer = await world.request('/api/admin/pauses', { method: 'POST', headers: long });
  expect(answer.json).toMatchObject({ code: 'input-invalid', errors: [{ field: 'idempotency-key' }] });
});

/** Lets nothing be written to posts until it is ended. */
async function holdPosts(): Promise<{ waiting(n: number): Promise<void>; end(): Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const holding = world.sql.begin(async (tx) => {
    await tx`lock table posts in share row exclusive mode`;
    held.resolve();
    await free.promise;
  });
  await held.promise;
  return {
    async waiting(n) {
      const find = sql`select 1 from pg_locks where not granted and relation = 'posts'::regclass`;
      while ((await world.db.execute(find)).length < n) await new Promise(setImmediate);
    },
    async end() {
      free.resolve();
      await holding;
    },
  };
}

test('a repeat while the first is being done is told so, and then answered as that was', async () => {
  const before = await count();
  const hold = await holdPosts();
  const first = send('/posts', 'three', written());
  await hold.waiting(1);
  const meanwhile = await send('/posts', 'three', written());
  expect(meanwhile).toMatchObject({ status: 409, json: { code: 'request-in-progress' } });
  expect(meanwhile.headers.get('retry-after')).toBe('1');
  await hold.end();
  const { json } = await first;
  expect((await send('/posts', 'three', written())).json).toEqual(json);
  expect(await count()).toBe(before + 1);
});

test('of two that both came to their end, since one was taken for dead, only one has done anything', async () => {
  const before = await count();
  const hold = await holdPosts();
  const slow = send('/posts', 'four', written());
  await hold.waiting(1);
  world.clock.advance({ minutes: 2 });
  const second = send('/posts', 'four', written());
  await hold.waiting(2);
  await hold.end();
  const answers = [(await slow).status, (await second).status].toSorted();
  expect(answers).toEqual([201, 500]);
  expect(await count()).toBe(before + 1);
  expect((await send('/posts', 'four', written())).status).toBe(201);
  expect(await count()).toBe(before + 1);
});

test('what is shown only once is kept for the token alone that it was shown to', async () => {
  const first = await send('/partners', 'five', { name: 'Watchers' });
  const { secret } = first.read<{ secret: string }>();
  expect((await send('/partners', 'five', { name: 'Watchers' })).json).toEqual(first.json);
  const rows = await world.db.select().from(keptAnswers).where(eq(keptAnswers.staffId, me.id));
  const kept = Buffer.concat(rows.map(({ sealed }) => sealed ?? Buffer.alloc(0)));
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.includes(secret)).toBe(false);
  const bearer = await issueToken(world.operator, me.id);
  expect(await send('/partners', 'five', { name: 'Watchers' }, { bearer })).toMatchObject({
    status: 409,
    json: { code: 'answer-elsewhere' },
  });
});

test('nothing is kept for longer than a day, or than who was answered is on the staff, also when no other request comes', async () => {
  const [stays, leaves] = [await world.staff(['author']), await world.staff(['author'])];
  const ofBoth = async () => {
    const rows = await world.db.select({ staffId: keptAnswers.staffId }).from(keptAnswers);
    return [stays.id, leaves.id].map((id) => rows.some(({ staffId }) => staffId === id));
  };
  for (const { id } of [stays, leaves]) {
    const bearer = await issueToken(world.operator, id);
    expect((await send('/posts', 'six', written(), { bearer })).status).toBe(201);
  }
  expect(await ofBoth()).toEqual([true, true]);
  await revokeStaff(world.operator, leaves.id);
  expect(await ofBoth()).toEqual([true, false]);
  world.clock.advance({ hours: 23 });
  await pruneKeptAnswers(world.job);
  expect(await ofBoth()).toEqual([true, false]);
  world.clock.advance({ hours: 1 });
  await pruneKeptAnswers(world.job);
  expect(await world.db.$count(keptAnswers)).toBe(0);
});

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
}

test('every route that makes something takes a key', async () => {
  const { paths } = (await world.request('/openapi.json')).read<{
    paths: Record<string, { readonly post?: Operation }>;
  }>();
  let met = 0;
  for (const [path, { post }] of Object.entries(paths)) {
    if (post === undefined) continue;
    const declared = (post.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name);
    expect(declared, path).toEqual(['idempotency-key']);
    const key = `key of ${path}`;
    await world.db.insert(keptAnswers).values({
      id: newId<KeptAnswerId>(),
      staffId: me.id,
      route: `POST ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      keyHash: hashToken(key),
      requestHash: hashToken('something else'),
      claimedAt: world.clock.now(),
    });
    const [type] = Object.keys(post.requestBody?.content ?? { 'application/json': {} });
    const somewhere = path.replace('/api/admin', '').replaceAll(/\{\w+\}/g, '1');
    expect(await send(somewhere, `"${key}"`, {}, { type: type ?? '' }), path).toMatchObject({
      status: 422,
      json: { code: 'idempotency-key-reused' },
    });
    met += 1;
  }
  expect(met).toBeGreaterThan(25);
});

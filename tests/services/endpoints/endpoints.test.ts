import { asc } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpFault } from '../../../sandbox/http/faults.ts';
import { type FaultyServer, type StandInRequest, startFaultyServer } from '../../../sandbox/http/server.ts';
import { createOpener } from '../../../src/crypto/seal.ts';
import { endpointEvents, endpoints } from '../../../src/db/schema/index.ts';
import type { PostId, TranslationId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import { createHttp, type Http } from '../../../src/networks/http.ts';
import { Courier, type CourierDeps } from '../../../src/sender/courier.ts';
import { retractPost } from '../../../src/services/account-deliveries/retract.ts';
import type { StaffContext } from '../../../src/services/context.ts';
import { addEndpoint } from '../../../src/services/endpoints/add.ts';
import { announce } from '../../../src/services/endpoints/announce.ts';
import { nextEventDue } from '../../../src/services/endpoints/claim.ts';
import { listEndpoints } from '../../../src/services/endpoints/list.ts';
import { pruneEndpointEvents } from '../../../src/services/endpoints/prune.ts';
import { removeEndpoint } from '../../../src/services/endpoints/remove.ts';
import { pausePosts } from '../../../src/services/pauses/pause.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce as announceHearing, change, type Pair, pair } from '../../helpers/hearing.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let server: FaultyServer;
let heard: StandInRequest[];
let status: number;
let http: Http;
let courier: Courier;
let both: Pair;

beforeEach(async () => {
  // What checks the signatures goes by the machine's clock.
  campaign = await testCampaign({ at: new Date().toISOString() });
  both = await pair(campaign);
  heard = [];
  status = 204;
  server = await startFaultyServer((request) => {
    heard.push(request);
    return { status, body: null };
  });
  http = createHttp({ timeoutMs: 500 });
  courier = courierWith(async (url, event) => {
    const seen = await http.send({ method: 'POST', url, ...event });
    return seen.seen === 'answer' ? { status: seen.status } : { code: seen.code };
  });
});
afterEach(async () => {
  await http.close();
  await server.close();
  await campaign.close();
});

function courierWith(post: CourierDeps['post']): Courier {
  return new Courier({ ctx: campaign.sender, opener: createOpener(campaign.keys.sender.sealing), post });
}

/** A system that is told; its address is put in the row, since none on this machine is taken. */
async function listen(kinds: Parameters<typeof addEndpoint>[1]['kinds'] = ['hearing.changed']) {
  const added = must(await addEndpoint(campaign.operator, { url: 'https://example.org/hook', kinds }));
  await campaign.sql`update endpoints set url = ${`${server.url}/hook`} where id = ${added.endpointId}`;
  return added;
}

/** Facts of a hearing take effect. */
const happens = () => announceHearing(campaign, both, { localDate: '2099-11-11' });
const events = () => campaign.db.select().from(endpointEvents).orderBy(asc(endpointEvents.id));

/** Begins what is due and waits for its end; answers how many attempts that were. */
async function round(): Promise<number> {
  const begun = await courier.round();
  await courier.idle();
  return begun;
}

async function publishes(
  text: string,
  embargoUntil: Temporal.Instant | null = null,
  by: { readonly author?: TestStaff; readonly approver?: TestStaff } = {},
): Promise<PostId> {
  const { author = await campaign.staff(['author']), approver = await campaign.staff(['approver']) } = by;
  const { postId } = must(
    await createPost(author.ctx, {
      caseId: campaign.caseId,
      sourceLanguage: 'en',
      text,
      mediaId: null,
      alt: null,
      notBefore: null,
      notAfter: null,
      embargoUntil,
    }),
  );
  const { translationId } = must(await submitPost(author.ctx, { postId, language: 'en' }));
  must(await decidePost(approver.ctx, { translationId, version: 1, decision: 'approved' }));
  await publishPost(campaign.job, postId);
  return postId;
}

function verified(request: StandInRequest | undefined, secret: string): unknown {
  if (request === undefined) throw new Error('nothing was heard');
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  return new Webhook(secret).verify(request.body.toString('utf8'), headers);
}

test('facts that take effect are told to a system, signed, and of nobody by name', async () => {
  const { secret } = await listen();
  const hearingId = await happens();
  expect(await round()).toBe(1);
  expect(verified(heard[0], secret)).toMatchObject({
    type: 'hearing.changed',
    data: { case: 'donkey-bloggers', hearingId, revision: 1, localTime: '15:00', zone: 'Asia/Baku' },
  });
  await change(both, hearingId, 1, { localDate: '2099-11-11', localTime: '10:30' });
  await round();
  expect(verified(heard[1], secret)).toMatchObject({ data: { revision: 2, localTime: '10:30' } });
  expect(await round()).toBe(0);
  expect(heard).toHaveLength(2);
});

test('what was rolled back is told to nobody, and a kind that nobody wants is not kept', async () => {
  await listen(['post.published']);
  const hearingId = await happens();
  await campaign.db
    .transaction(async (tx) => {
      const data = { hearingId, revision: 1 };
      await announce({ ...campaign.job, db: tx }, { kind: 'post.published', caseId: campaign.caseId, data });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  expect(await events()).toEqual([]);
});

test('a system that fails is told again, with the same id, until it is given up after three days', async () => {
  await listen();
  await happens();
  status = 500;
  let attempts = 0;
  for (let rounds = 0; rounds < 40; rounds++) {
    attempts += await round();
    const [row] = await events();
    if (row?.state !== 'planned') break;
    campaign.clock.set(row.dueAt);
  }
  const [row] = await events();
  expect(row).toMatchObject({ state: 'failed', outcome: '500', attempts: 10 });
  expect(attempts).toBe(10);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await listEndpoints(campaign.operator)).toMatchObject([{ waiting: 0, failed: 1, outcome: '500' }]);
});

test.each<HttpFault>(['reset after', 'time-out before', '5xx before', 'redirect', 'HTML after'])(
  'an attempt that meets %s is made again',
  async (fault) => {
    await listen();
    await happens();
    server.fail({ method: 'POST', path: /hook/, fault });
    await round();
    const [waiting] = await events();
    expect(waiting).toMatchObject({ state: 'planned', attempts: 1 });
    campaign.clock.set(waiting?.dueAt ?? campaign.clock.now());
    await round();
    expect(await events()).toMatchObject([{ state: 'sent', attempts: 2, outcome: null }]);
  },
);

test('an event in the hand of a process that died comes back after two minutes, and no other takes it before', async () => {
  await listen();
  await happens();
  const dying = courierWith(() => new Promise(() => undefined));
  void dying.round();
  while ((await events())[0]?.attempts !== 1) await new Promise(setImmediate);
  expect(await round()).toBe(0);
  campaign.clock.advance({ minutes: 2 });
  expect(await round()).toBe(1);
  expect(await events()).toMatchObject([{ state: 'sent' }]);
});

test('one that is gone, or was removed, is told nothing more; its events go after a month', async () => {
  const { endpointId } = await listen();
  await happens();
  status = 410;
  await round();
  expect(await campaign.db.select().from(endpoints)).toMatchObject([
    { id: endpointId, endedAt: expect.anything() },
  ]);
  await happens();
  expect(await events()).toHaveLength(1);
  expect(await listEndpoints(campaign.operator)).toMatchObject([
    { id: endpointId, endedAt: expect.anything() },
  ]);
  status = 204;
  const second = await listen();
  await happens();
  expect((await removeEndpoint(campaign.operator, second.endpointId)).ok).toBe(true);
  expect(await round()).toBe(0);
  expect(heard).toHaveLength(1);
  campaign.clock.advance({ hours: 31 * 24 });
  expect(await pruneEndpointEvents(campaign.job)).toBe(2);
});

test('a text is told when its readers have it, as it was approved and with what it is of', async () => {
  const { secret } = await listen(['post.published']);
  const postId = await publishes('She is **free**.');
  await round();
  expect(verified(heard[0], secret)).toMatchObject({
    type: 'post.published',
    data: {
      case: 'donkey-bloggers',
      fictional: false,
      postId,
      contentWarning: null,
      texts: { en: 'She is **free**.' },
    },
  });
});

test('under an embargo nothing is told; at its end what everybody may have', async () => {
  await listen(['post.published']);
  const until = campaign.clock.now().add({ hours: 1 });
  const postId = await publishes('She is free.', until);
  expect(await events()).toEqual([]);
  campaign.clock.set(until);
  await publishPost(campaign.job, postId);
  await round();
  expect(heard).toHaveLength(1);
});

test('each text is told once: what is approved anew after the embargo does not tell the others again', async () => {
  await listen(['post.published']);
  const author = await campaign.staff(['author']);
  const [approver, leaving] = [await campaign.staff(['approver']), await campaign.staff(['approver'])];
  const until = campaign.clock.now().add({ hours: 1 });
  const postId = await publishes('She is free.', until, { author, approver });
  const submit = async (language: Language, text: string) => {
    must(await editPost(author.ctx, { postId, language, text }));
    return must(await submitPost(author.ctx, { postId, language })).translationId;
  };
  const approve = async (translationId: TranslationId, by: TestStaff) => {
    must(await decidePost(by.ctx, { translationId, version: 1, decision: 'approved' }));
    await publishPost(campaign.job, postId);
  };
  const german = await submit('de', 'Sie ist frei.');
  await approve(german, leaving);
  await campaign.sql`update staff set revoked_at = now() where id = ${leaving.id}`;
  campaign.clock.set(until);
  await publishPost(campaign.job, postId);
  // Nobody stands by the German one: neither is it told, nor does it keep the other waiting.
  expect(await told()).toEqual([['en']]);
  await approve(german, approver);
  expect(await told()).toEqual([['en'], ['de']]);
  await approve(await submit('fr', 'Elle est libre.'), approver);
  expect(await told()).toEqual([['en'], ['de'], ['fr']]);

  async function told(): Promise<string[][]> {
    await round();
    return heard.map(({ body }) => Object.keys(JSON.parse(body.toString('utf8')).data.texts));
  }
});

describe('nothing is told of a text', () => {
  async function told(after: (postId: PostId) => Promise<unknown>): Promise<number> {
    await listen(['post.published']);
    const postId = await publishes('She is free.');
    await after(postId);
    await round();
    return heard.length;
  }

  test('that somebody changed by hand', async () => {
    expect(
      await told((id) => campaign.sql`update translations set text = 'She is not.' where post_id = ${id}`),
    ).toBe(0);
    expect(await events()).toMatchObject([{ state: 'failed', outcome: 'NOTHING_TO_TELL' }]);
  });

  test('whose approver is no longer on the staff', async () => {
    expect(
      await told(() => campaign.sql`update staff set revoked_at = now() where 'approver' = any(roles)`),
    ).toBe(0);
  });

  test('that was retracted', async () => {
    const stopper = await campaign.staff(['approver']);
    expect(await told(async (id) => must(await retractPost(stopper.ctx, id)))).toBe(0);
  });

  test('whose case was closed', async () => {
    expect(await told(() => campaign.sql`update cases set status = 'closed'`)).toBe(0);
  });

  test('while posts are stopped; when they start again it is', async () => {
    const stopper = await campaign.staff(['approver']);
    expect(await told(() => pausePosts(stopper.ctx, { caseId: null }))).toBe(0);
    expect(await nextEventDue(campaign.sender, [])).toBeNull();
    await campaign.sql`update pauses set lifted_at = now()`;
    await round();
    expect(heard).toHaveLength(1);
  });
});

test('facts that somebody changed by hand are told to nobody', async () => {
  await listen();
  await happens();
  await campaign.sql`update hearing_revisions set local_time = '09:00'`;
  await round();
  expect(heard).toEqual([]);
});

test('a system that hangs keeps no other waiting', async () => {
  const slow = await listen();
  const quick = await listen();
  for (let i = 0; i < 3; i++) await happens();
  const hanging = Promise.withResolvers<void>();
  await campaign.sql`update endpoints set url = ${`${server.url}/slow`} where id = ${slow.endpointId}`;
  const told: string[] = [];
  const both = courierWith(async (url) => {
    if (url.pathname === '/slow') await hanging.promise;
    told.push(url.pathname);
    return { status: 204 };
  });
  const quickOnes = async () =>
    (await events()).filter(({ endpointId, state }) => endpointId === quick.endpointId && state === 'sent')
      .length;
  while ((await quickOnes()) < 3) {
    await both.round();
    await new Promise(setImmediate);
  }
  expect(told).toEqual(['/hook', '/hook', '/hook']);
  hanging.resolve();
  await both.idle();
});

test('is told of some cases only, and by whoever is limited to some of no other', async () => {
  const kinds = ['hearing.changed'] as const;
  const url = 'https://example.org/hook';
  const own = await campaign.addCase('own-case');
  const coordinator = await campaign.staff(['coordinator'], { linked: true });
  const limited = { ...coordinator.ctx, actor: { ...coordinator.ctx.actor, cases: [own] } };
  const { endpointId: all } = must(await addEndpoint(coordinator.ctx, { url, kinds }));
  const { endpointId: named } = must(
    await addEndpoint(coordinator.ctx, { url, kinds, caseIds: [campaign.caseId] }),
  );
  expect(await addEndpoint(limited, { url, kinds, caseIds: [campaign.caseId] })).toMatchObject({
    refusal: { code: 'case-unknown' },
  });
  const { endpointId: ofOwn } = must(await addEndpoint(limited, { url, kinds }));
  await happens();
  expect((await events()).map(({ endpointId }) => endpointId).toSorted()).toEqual([all, named].toSorted());

  const listed = async (ctx: StaffContext) =>
    (await listEndpoints(ctx)).map(({ id, caseIds }) => [id, caseIds]);
  expect(await listed(limited)).toEqual([[ofOwn, [own]]]);
  expect(await listed(coordinator.ctx)).toHaveLength(3);
  for (const other of [all, named]) {
    expect(await removeEndpoint(limited, other)).toMatchObject({ refusal: { code: 'endpoint-unknown' } });
  }
  expect(await removeEndpoint(limited, ofOwn)).toMatchObject({ ok: true });
});

test('an address that is none is refused', async () => {
  const added = await addEndpoint(campaign.operator, {
    url: 'http://example.org',
    kinds: ['post.published'],
  });
  expect(added).toEqual({ ok: false, refusal: { code: 'endpoint-url-unusable' } });
});

test('no byte leaves for a name that leads into the network that we stand in', async () => {
  const careful = createHttp({ timeoutMs: 500, publicOnly: true });
  const { port } = new URL(server.url);
  const seen = await careful.send({
    method: 'POST',
    url: new URL(`http://localhost:${port}/hook`),
    body: {},
  });
  expect(seen).toEqual({ seen: 'nothing-left', code: 'ADDRESS_NOT_PUBLIC' });
  expect(heard).toEqual([]);
  await careful.close();
});

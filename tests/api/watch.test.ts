import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, disagreements, hearingRevisions, partnerSecrets } from '../../src/db/schema/index.ts';
import type { HearingId } from '../../src/domain/ids.ts';
import { reviseHearing } from '../../src/services/hearings/record.ts';
import { pruneReports } from '../../src/services/partners/prune.ts';
import { announce, verdictFacts } from '../helpers/hearing.ts';
import { type Answer, type ApiWorld, apiWorld, type Client } from './world.ts';

interface Monitor {
  readonly partnerId: string;
  readonly secretId: string;
  readonly reportTo: string;
  readonly secret: string;
}

let world: ApiWorld;
/** Makes the partners and their secrets; who does, answers for what they report. */
let maker: Client;
let coordinator: Client;
let makerId: string;
let monitor: Monitor;
let stranger: Monitor;
let staff: Parameters<typeof announce>[1];
beforeAll(async () => {
  world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
  const decider = await world.staff(['coordinator'], { linked: true });
  coordinator = await world.client(decider);
  staff = { recorder: await world.staff(['lawyer']), decider };
  const made = await world.staff(['coordinator']);
  maker = await world.client(made);
  makerId = made.id;
  monitor = (await maker.post('/partners', { name: 'Court watch' })).read();
  stranger = (await maker.post('/partners', { name: 'Somebody else' })).read();
});
afterAll(() => world.close());

let hearings = 0;
/** A report on a hearing of its own. */
function report(data: object = {}) {
  hearings += 1;
  return {
    type: 'hearing.reported',
    data: {
      id: `h-${hearings}`,
      case: 'donkey-bloggers',
      date: `2009-12-${String(hearings).padStart(2, '0')}`,
      time: '15:00',
      court: 'Sabail District Court',
      ...data,
    },
  };
}

interface Sending {
  readonly by?: Monitor;
  /** The address, when it is not the signer's. */
  readonly to?: string;
  readonly id?: string;
  readonly at?: Temporal.Instant;
  /** What is sent in place of what was signed. */
  readonly altered?: string;
  readonly headers?: Record<string, string>;
}

/** Signs by the specification's own library and sends it. */
function send(body: object | string, sending: Sending = {}): Promise<Answer> {
  const { by = monitor, id = `msg_${randomUUID()}`, at = world.clock.now() } = sending;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = new Webhook(by.secret).sign(id, new Date(at.epochMilliseconds), text);
  return world.request(sending.to ?? by.reportTo, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1000)),
      'webhook-signature': signature,
      ...sending.headers,
    },
    body: sending.altered ?? text,
  });
}

const revisions = async () => (await world.db.select().from(hearingRevisions)).length;

describe('a partner’s report', () => {
  test('becomes a revision in review with the partner as its source, and a person decides', async () => {
    const asked = (await world.db.select().from(calls)).length;
    const answer = await send(report());
    expect(answer).toMatchObject({ status: 200, json: { outcome: 'recorded', revision: 1 } });
    const { hearingId } = answer.read<{ hearingId: HearingId }>();
    expect((await coordinator.get(`/hearings/${hearingId}`)).json).toMatchObject({
      revisions: [
        { state: 'in_review', sources: ['Court watch'], recordedBy: makerId, reportedBy: monitor.partnerId },
      ],
    });
    // Whoever made the secret could have signed it alone: they may not decide.
    expect((await world.db.select().from(calls)).length).toBe(asked + 1);
    const own = await maker.post(`/hearings/${hearingId}/revisions/1/approvals`, { decision: 'approved' });
    expect(own).toMatchObject({ status: 403 });
    const approved = await coordinator.post(`/hearings/${hearingId}/revisions/1/approvals`, {
      decision: 'approved',
    });
    expect(approved.json).toMatchObject({ state: 'in_effect' });
  });

  test('of the same again changes nothing; of a move is the next revision, and takes back its own before', async () => {
    const first = report();
    await send(first);
    const before = await revisions();
    expect((await send(first)).json).toMatchObject({ outcome: 'unchanged', revision: null });
    expect(await revisions()).toBe(before);
    const moved = { ...first, data: { ...first.data, time: '10:30' } };
    expect((await send(moved)).json).toMatchObject({ outcome: 'recorded', revision: 2 });
  });

  test('that was taken is answered to a repeat as it was, and its id is no other’s', async () => {
    const id = 'msg_once';
    const body = report();
    const first = await send(body, { id });
    const before = await revisions();
    expect((await send(body, { id })).json).toEqual(first.json);
    // As a sender does that signs each try anew.
    world.clock.advance({ minutes: 10 });
    expect((await send(body, { id })).json).toEqual(first.json);
    expect(await send(report(), { id })).toMatchObject({ status: 409, json: { code: 'report-id-reused' } });
    expect(await revisions()).toBe(before);
    // Another partner has ids of their own.
    expect(await send(report(), { id, by: stranger })).toMatchObject({ status: 200 });
  });

  test('that comes twice at once is taken once', async () => {
    const [id, body] = ['msg_both', report()];
    const before = await revisions();
    const [a, b] = await Promise.all([send(body, { id }), send(body, { id })]);
    expect(a.status).toBe(200);
    expect(b.json).toEqual(a.json);
    expect(await revisions()).toBe(before + 1);
  });

  test('does not take the place of what a person recorded: both stand, and who decides is told once', async () => {
    const hearingId = await announce(world, staff);
    const facts = { ...verdictFacts, localTime: '16:00' };
    await reviseHearing(staff.recorder.ctx, { hearingId, basedOn: 1, facts });
    const body = report({ id: hearingId, date: '2009-11-11', time: '10:30', court: undefined });
    const asked = (await world.db.select().from(calls)).length;
    expect((await send(body)).json).toEqual({ outcome: 'noted', hearingId, revision: null });
    expect((await send(body)).json).toMatchObject({ outcome: 'noted' });
    expect((await world.db.select().from(calls)).length).toBe(asked + 1);
    const standing = (await coordinator.get(`/hearings/${hearingId}`)).read<{
      revisions: { state: string }[];
      noted: object[];
    }>();
    expect(standing.revisions.map(({ state }) => state)).toEqual(['in_effect', 'in_review']);
    expect(standing.noted).toMatchObject([
      { partner: 'Court watch', says: [{ field: 'localTime', value: '10:30' }] },
      { partner: 'Court watch', says: [{ field: 'localTime', value: '10:30' }] },
    ]);
    // Followers are shown disagreements; what nobody has approved is none of them.
    expect(await world.db.select().from(disagreements)).toEqual([]);
  });

  test('by the example in docs/watch.md is taken', async () => {
    const doc = await readFile(new URL('../../docs/watch.md', import.meta.url), 'utf8');
    const example = /```sh\n([\s\S]*?)```/.exec(doc)?.[1] ?? '';
    const script = example
      .replace(/^URL=.*$/m, `URL=${world.url}${monitor.reportTo}`)
      .replace(/^SECRET=.*$/m, `SECRET=${monitor.secret}`)
      .replace('$(date +%s)', String(Math.floor(world.clock.now().epochMilliseconds / 1000)));
    const { stdout } = await promisify(execFile)('sh', ['-euc', script]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'recorded', revision: 1 });
  });
});

describe('whoever attacks', () => {
  let before: number;
  beforeAll(async () => {
    before = await revisions();
  });
  afterAll(async () => {
    expect(await revisions()).toBe(before);
  });

  test.each<[string, () => Promise<Answer>, number, string]>([
    [
      'alters the body',
      () => send(report(), { altered: JSON.stringify(report({ time: '10:30' })) }),
      401,
      'report-unsigned',
    ],
    [
      'alters a blank',
      () => {
        const body = report();
        return send(body, { altered: JSON.stringify(body, null, 1) });
      },
      401,
      'report-unsigned',
    ],
    [
      'alters the id',
      () => send(report(), { headers: { 'webhook-id': 'msg_other' } }),
      401,
      'report-unsigned',
    ],
    [
      'replays with a new time',
      () =>
        send(report(), {
          headers: { 'webhook-timestamp': String(world.clock.now().epochMilliseconds / 1000 + 1) },
        }),
      401,
      'report-unsigned',
    ],
    [
      'replays after five minutes',
      () => send(report(), { at: world.clock.now().subtract({ seconds: 301 }) }),
      401,
      'report-stale',
    ],
    [
      'signs ahead',
      () => send(report(), { at: world.clock.now().add({ seconds: 302 }) }),
      401,
      'report-stale',
    ],
    [
      'signs as another partner',
      () => send(report(), { by: stranger, to: monitor.reportTo }),
      401,
      'report-unsigned',
    ],
    ['guesses an address', () => send(report(), { to: `/watch/${randomUUID()}` }), 401, 'report-unsigned'],
    ['guesses no address', () => send(report(), { to: '/watch/me' }), 401, 'report-unsigned'],
    [
      'signs with nothing',
      () => send(report(), { headers: { 'webhook-signature': 'v1,' } }),
      401,
      'report-unsigned',
    ],
    [
      'uses another version',
      () => send(report(), { headers: { 'webhook-signature': 'v1a,AAAA' } }),
      401,
      'report-unsigned',
    ],
    ['sends much', () => send(report({ room: 'x'.repeat(70_000) })), 413, 'body-too-large'],
  ])('by one who %s is refused', async (_, attack, status, code) => {
    expect(await attack()).toMatchObject({ status, json: { code } });
  });

  test('with garbage, though signed, is told every fault, and staff see it', async () => {
    expect(await send('{"type"')).toMatchObject({ status: 400, json: { code: 'body-not-json' } });
    expect(await send({ type: 'x', data: {}, more: 1 })).toMatchObject({
      status: 422,
      json: { code: 'report-refused', errors: [{ field: 'type' }, { field: 'more' }] },
    });
    const wrong = await send(report({ date: '11.11.2009', time: '25:00', case: undefined }));
    expect(wrong).toMatchObject({ json: { errors: [{ field: 'data.date' }, { field: 'data.time' }] } });
    expect(await send(report({ court: undefined }))).toMatchObject({
      json: { errors: [{ field: 'court' }] },
    });
    expect(await send(report({ case: 'nobody' }))).toMatchObject({
      status: 404,
      json: { code: 'case-unknown' },
    });
    const listed = (await coordinator.get('/partners')).read<{ items: { id: string; refusal: string }[] }>();
    expect(listed.items.find(({ id }) => id === monitor.partnerId)).toMatchObject({
      refusal: 'case-unknown',
    });
    expect(JSON.stringify(listed)).not.toContain(monitor.secret.slice(6));
  });

  test('by flooding waits, and others do not', async () => {
    const flooder: Monitor = (await coordinator.post('/partners', { name: 'Flood' })).read();
    const answers = await Promise.all(Array.from({ length: 61 }, () => send({ type: 'x' }, { by: flooder })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await send({ type: 'x' }, { by: stranger })).toMatchObject({ status: 422 });
  });
});

describe('a secret', () => {
  test('is shown once and lies encrypted; two are valid until one is revoked; a partner who is revoked is nobody', async () => {
    const first: Monitor = (await coordinator.post('/partners', { name: 'Third' })).read();
    const rows = await world.db.select({ sealed: partnerSecrets.sealed }).from(partnerSecrets);
    const plain = Buffer.from(first.secret.slice(6), 'base64');
    expect(rows.some(({ sealed }) => Buffer.from(sealed).includes(plain))).toBe(false);
    const second: Monitor = (await coordinator.post(`/partners/${first.partnerId}/secrets`)).read();
    for (const by of [first, second])
      expect(await send({ type: 'x' }, { by })).toMatchObject({ status: 422 });
    await coordinator.delete(`/partners/${first.partnerId}/secrets/${first.secretId}`);
    expect(await send({ type: 'x' }, { by: first })).toMatchObject({ status: 401 });
    expect(await send({ type: 'x' }, { by: second })).toMatchObject({ status: 422 });
    await coordinator.delete(`/partners/${first.partnerId}`);
    expect(await send({ type: 'x' }, { by: second })).toMatchObject({ status: 401 });
    expect(await coordinator.post(`/partners/${first.partnerId}/secrets`)).toMatchObject({ status: 404 });
  });

  test('of a row that was put in another’s place opens nothing', async () => {
    const victim: Monitor = (await coordinator.post('/partners', { name: 'Fourth' })).read();
    await world.sql`
      update partner_secrets set sealed = (select sealed from partner_secrets where id = ${stranger.secretId})
      where id = ${victim.secretId}`;
    expect(await send({ type: 'x' }, { by: { ...stranger, reportTo: victim.reportTo } })).toMatchObject({
      status: 401,
    });
  });
});

test('ids of reports are forgotten after a month', async () => {
  await send(report());
  expect(await pruneReports(world.job)).toBe(0);
  world.clock.set(
    world.clock
      .now()
      .add({ hours: 24 * 31 })
      .toString(),
  );
  expect(await pruneReports(world.job)).toBeGreaterThan(0);
});

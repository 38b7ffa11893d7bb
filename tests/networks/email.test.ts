import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { eq, isNotNull, sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Report, reportOn } from '../../sandbox/email/report.ts';
import { MailServerStandIn } from '../../sandbox/email/stand-in.ts';
import { traceIn } from '../../sandbox/http/image-traces.ts';
import { accountDeliveries, auditEntries, calls, contacts, media, staff } from '../../src/db/schema/index.ts';
import { type AccountDeliveryId, type AccountId, newId } from '../../src/domain/ids.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { moveAccountDelivery } from '../../src/services/account-deliveries/move.ts';
import { retractPost } from '../../src/services/account-deliveries/retract.ts';
import { settleAccountDelivery } from '../../src/services/account-deliveries/settle.ts';
import { withdrawAccountDelivery } from '../../src/services/account-deliveries/withdraw.ts';
import { addContacts } from '../../src/services/contacts/add.ts';
import { recordBounce } from '../../src/services/contacts/bounce.ts';
import { listContacts } from '../../src/services/contacts/list.ts';
import { removeContact } from '../../src/services/contacts/remove.ts';
import { unsubscribeContact } from '../../src/services/contacts/unsubscribe.ts';
import { runHere } from '../cli/run-here.ts';
import { must } from '../helpers/must.ts';
import { type PublishingWorld, publishingWorld } from './world.ts';

const farewell = () => 'To get nothing more:';
let standIn: MailServerStandIn;
let opened: ReturnType<typeof openNetworks>;
let world: PublishingWorld;
let count = 0;

beforeAll(async () => {
  standIn = await MailServerStandIn.start();
  opened = openNetworks({ email: { publicUrl: 'https://bray.example', farewell, timeoutMs: 300 } });
  world = await publishingWorld(opened.networks);
});
afterAll(async () => {
  await world.close();
  await opened.close();
  await standIn.close();
});

/** How many notices tell everybody who is to be told, once. */
async function approversTold(): Promise<number> {
  const linked = await world.db.$count(staff, isNotNull(staff.botId));
  expect(linked).toBeGreaterThan(0);
  return linked;
}

async function list(...addresses: readonly string[]) {
  const user = `list${++count}`;
  const credentials = {
    server: standIn.url,
    user,
    password: standIn.password,
    from: `${user}@campaign.example`,
  };
  const accountId = await world.connect('email', credentials);
  for (const address of addresses) await world.addContact(accountId, address);
  return accountId;
}

async function publish(
  accountId: AccountId,
  text = 'The court **sat** & "adjourned" 1 < 2.\n\nMore [here](https://bray.example/a).',
) {
  const postId = await world.post([accountId], { en: text });
  await world.approve(postId);
  await world.publish(postId);
  return postId;
}

async function mailTo(address: string) {
  const [raw] = standIn.delivered(address);
  if (raw === undefined) throw new Error('no mail');
  return PostalMime.parse(raw);
}

const header = (mail: Awaited<ReturnType<typeof mailTo>>, name: string) =>
  mail.headers.find(({ key }) => key === name)?.value;

test('each contact gets a mail of their own, with both parts, a stable id and one click to leave', async () => {
  const accountId = await list('a1@paper.example', 'a2@paper.example');
  const postId = await publish(accountId);
  await world.settle(await world.newPublisher());
  const deliveries = await world.deliveriesOf(postId);
  expect(deliveries.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(standIn.recipients.every((recipients) => recipients === 1)).toBe(true);
  const mail = await mailTo('a1@paper.example');
  expect(deliveries.map(({ remoteId }) => remoteId)).toContain(mail.messageId);
  expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}\.[0-9a-f]{32}@campaign\.example>$/);
  expect(mail.subject).toBe('The court sat & "adjourned" 1 < 2.');
  expect(mail.to?.map(({ address }) => address)).toEqual(['a1@paper.example']);
  expect(mail.text).toContain('More here (https://bray.example/a)');
  expect(mail.html).toContain('<p>The court <strong>sat</strong> &amp; &quot;adjourned&quot; 1 &lt; 2.</p>');
  expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const leave = header(mail, 'list-unsubscribe');
  expect(leave).toMatch(/^<https:\/\/bray\.example\/en\/unsubscribe\/[\w-]{32}>$/);
  expect(JSON.stringify(mail)).not.toContain('a2@paper.example');

  const token = leave?.slice(1, -1).split('/').at(-1) ?? '';
  await unsubscribeContact({ ...world.sender, actor: { kind: 'subscriber' } }, `${token}x`);
  await unsubscribeContact({ ...world.sender, actor: { kind: 'subscriber' } }, token);
  // Taking back is asked of nobody who has left, and does not stop their list.
  expect(must(await retractPost(world.approver.ctx, postId))).toMatchObject({ asked: 0, final: 2 });
  const next = await publish(accountId);
  await world.settle(await world.newPublisher());
  expect((await world.deliveriesOf(postId)).map(({ retraction }) => retraction)).toEqual([
    'failed',
    'failed',
  ]);
  expect(await world.deliveriesOf(next)).toMatchObject([{ state: 'sent' }]);
  expect(standIn.delivered('a1@paper.example')).toHaveLength(1);
  expect(standIn.delivered('a2@paper.example')).toHaveLength(2);
});

test('an image goes inside the mail, without what its upload told, and nothing is loaded from anywhere', async () => {
  const accountId = await list('i1@paper.example');
  const mediaId = await world.image('orange', 40);
  const postId = await world.post([accountId], { en: 'The court sat.' }, { mediaId, alt: 'A square.' });
  await world.approve(postId);
  await world.publish(postId);
  await world.settle(await world.newPublisher());
  const { attachments, html = '' } = await mailTo('i1@paper.example');
  expect(attachments).toMatchObject([{ mimeType: 'image/jpeg', filename: 'image.jpg', related: true }]);
  const [{ content, contentId = '' } = { content: '' }] = attachments;
  if (typeof content === 'string') throw new Error('no bytes');
  const bytes = Buffer.from(new Uint8Array(content));
  const [stored] = await world.db.select().from(media).where(eq(media.id, mediaId));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored?.sha256);
  expect(traceIn(bytes)).toBeNull();
  expect(bytes.toString('latin1')).not.toContain('Nobody');
  const sources = [...html.matchAll(/(?:src|background|poster)="([^"]*)"|url\(([^)]*)\)/g)].map(
    ([, src]) => src,
  );
  expect(sources).toEqual([`cid:${contentId.slice(1, -1)}`]);
});

test('mail leaves by no other server than the one that its approval covers, which is told every address', async () => {
  const accountId = await list('s1@paper.example');
  const other = await MailServerStandIn.start();
  try {
    const from = `list${count}@campaign.example`;
    const sealOther = () =>
      world.reseal(accountId, { server: other.url, user: 'theirs', password: other.password, from });
    const held = await publish(accountId);
    await sealOther();
    await world.settle(await world.newPublisher());
    expect(await world.stoppedFor(accountId)).toBe('another-account');
    expect(await world.deliveriesOf(held)).toMatchObject([{ state: 'planned', outcome: 'another-account' }]);
    // With the account's row made to fit, it is another account than the approved one.
    await world.db.execute(sql`
      update accounts set state = 'active', stopped_for = null,
        capabilities = capabilities || jsonb_build_object('server', ${new URL(other.url).host}::text)
      where id = ${accountId}`);
    await world.settle(await world.newPublisher());
    expect(await world.deliveriesOf(held)).toMatchObject([{ state: 'cancelled', outcome: 'unapproved' }]);
    expect([other.recipients, standIn.delivered('s1@paper.example')]).toEqual([[], []]);
  } finally {
    await other.close();
  }
});

test('who a contact is stands nowhere but sealed, and nowhere once they have left', async () => {
  const accountId = await list('b1@paper.example');
  const [row] = await world.db.select().from(contacts).where(eq(contacts.accountId, accountId));
  expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('b1@');
  expect(
    JSON.stringify([
      must(await listContacts(world.author.ctx, accountId)),
      await world.db.select().from(auditEntries),
    ]),
  ).not.toContain('b1@');
  expect(await listContacts(world.approver.ctx, accountId)).toMatchObject({ ok: false });
  if (row === undefined) throw new Error('no contact');
  const postId = await publish(accountId);
  must(await removeContact(world.author.ctx, row.id));
  expect(await removeContact(world.author.ctx, row.id)).toMatchObject({
    refusal: { code: 'contact-unknown' },
  });
  const [ended] = await world.db.select().from(contacts).where(eq(contacts.id, row.id));
  expect(ended).toMatchObject({ state: 'removed', sealed: null });
  await world.settle(await world.newPublisher());
  expect(await world.deliveriesOf(postId)).toMatchObject([{ state: 'cancelled', outcome: 'contact-off' }]);
  expect(standIn.delivered('b1@paper.example')).toHaveLength(0);
});

test('what a server refuses for good switches a contact off, what it refuses for now comes back, what speaks of us does neither', async () => {
  const accountId = await list(
    'c1@paper.example',
    'c2@paper.example',
    'c3@paper.example',
    'c4@paper.example',
  );
  standIn.fail('c1@paper.example', { at: 'recipient', code: 550, text: '5.1.1 No such user' });
  standIn.fail('c2@paper.example', { at: 'recipient', code: 451, text: '4.7.1 Greylisted' });
  // Later than the first, of which nobody was told.
  standIn.fail('c3@paper.example', { at: 'recipient', code: 451, text: '4.7.1 Greylisted' });
  standIn.fail('c3@paper.example', { at: 'recipient', code: 550, text: '5.7.1 Your network is blocked' });
  standIn.fail('c4@paper.example', { at: 'mail', code: 550, text: 'Mailbox unavailable' });
  const before = world.clock.now();
  const postId = await publish(accountId);
  await world.staff(['approver'], { linked: true });
  const told = await world.db.$count(calls);
  await world.settle(await world.newPublisher());
  expect((await world.db.$count(calls)) - told).toBe(1);
  const deliveries = await world.deliveriesOf(postId);
  const states = await world.db
    .select()
    .from(contacts)
    .where(eq(contacts.accountId, accountId))
    .orderBy(contacts.id);
  expect(states.map(({ state }) => state)).toEqual(['refused', 'active', 'active', 'refused']);
  const of = (at: number) => deliveries.find(({ contactId }) => contactId === states[at]?.id);
  expect(of(0)).toMatchObject({ state: 'failed', outcome: 'smtp-5.1.1' });
  expect(of(1)).toMatchObject({ state: 'sent', attempts: 2 });
  expect(of(2)).toMatchObject({ state: 'failed', outcome: 'smtp-5.7.1' });
  expect(of(3)).toMatchObject({ state: 'failed', outcome: 'smtp-550' });
  expect(world.clock.now().since(before).total('seconds')).toBeGreaterThanOrEqual(60);
  expect(standIn.delivered('c2@paper.example')).toHaveLength(1);
});

describe('a mail that comes back', () => {
  const report = async (to: string, of: Report) => {
    const result = await recordBounce(
      world.operator,
      Buffer.from(reportOn(standIn.delivered(to).at(-1) ?? '', of)),
    );
    return result.ok ? result.value.effect : result.refusal.code;
  };
  const contactsOf = async (accountId: AccountId) =>
    must(await listContacts(world.author.ctx, accountId)).map(({ state }) => state);

  test('switches its contact off when it says that there is nobody, and only once', async () => {
    for (const [to, returns] of [
      ['j1@paper.example', 'mail'],
      ['j2@paper.example', 'head'],
    ] as const) {
      const accountId = await list(to);
      const postId = await publish(accountId, 'A long word of the subject '.repeat(6));
      await world.settle(await world.newPublisher());
      const gone = { status: '5.1.1', action: 'failed', returns } as const;
      expect(await report(to, { ...gone, action: 'delayed', status: '4.4.1' })).toBe('nothing');
      expect(await contactsOf(accountId)).toEqual(['active']);
      expect(await report(to, gone)).toBe('contact-off');
      expect(await report(to, gone)).toBe('known');
      expect(await contactsOf(accountId)).toEqual(['refused']);
      expect(await world.deliveriesOf(postId)).toMatchObject([{ state: 'failed', outcome: 'bounced-5.1.1' }]);
    }
    const kept = JSON.stringify([await world.db.select().from(auditEntries), world.logged]);
    expect(kept).not.toContain('reader@');
  });

  test('that speaks of us or of the mail switches nobody off, three for now in a row do', async () => {
    const to = 'k1@paper.example';
    const accountId = await list(to);
    const next = async (status: string) => {
      world.clock.advance({ minutes: 1 });
      await publish(accountId);
      await world.settle(await world.newPublisher());
      return status === '' ? '' : report(to, { status, action: 'failed', returns: 'head' });
    };
    for (const status of ['5.7.1', '5.6.0', '4.4.7', '5.4.4', '', '5.2.2', '4.4.7'])
      expect(await next(status)).toBe(status === '' ? '' : 'failed');
    expect(await contactsOf(accountId)).toEqual(['active']);
    expect(await next('4.4.7')).toBe('contact-off');
    expect(await contactsOf(accountId)).toEqual(['refused']);
  });

  test('counts with what its server refused at once, when neither says that there is nobody', async () => {
    const to = 'm1@paper.example';
    const accountId = await list(to);
    const answer = { at: 'recipient', code: 552, text: '5.2.2 Mailbox full' } as const;
    for (const refused of [true, false, true]) {
      expect(await contactsOf(accountId)).toEqual(['active']);
      world.clock.advance({ minutes: 1 });
      if (refused) standIn.fail(to, answer);
      const postId = await publish(accountId);
      await world.settle(await world.newPublisher());
      if (!refused)
        expect(await report(to, { status: '5.3.2', action: 'failed', returns: 'head' })).toBe('failed');
      const outcome = refused ? 'smtp-5.2.2' : 'bounced-5.3.2';
      expect(await world.deliveriesOf(postId)).toMatchObject([{ state: 'failed', outcome }]);
    }
    expect(await contactsOf(accountId)).toEqual(['refused']);
  });

  test('cannot be made up by staff, who see the ids of deliveries and say where one stands', async () => {
    const to = 'n1@paper.example';
    const accountId = await list(to);
    const postId = await publish(accountId);
    await world.settle(await world.newPublisher());
    const [sent] = await world.deliveriesOf(postId);
    if (sent === undefined) throw new Error('no delivery');
    const forged = `<${sent.id}@campaign.example>`;
    const guessed = `<${sent.id}.${'0'.repeat(32)}@campaign.example>`;
    const give = async (messageId: string) =>
      recordBounce(
        world.operator,
        Buffer.from(
          reportOn(`Message-ID: ${messageId}\r\n\r\n`, {
            status: '5.1.1',
            action: 'failed',
            returns: 'head',
          }),
        ),
      );
    for (const [id, set] of [
      [forged, { part: 0 }],
      [guessed, { part: 0 }],
      // As it is once a person has said that it stands there.
      [guessed, { remoteId: guessed }],
      // As one was prepared before its id was a secret.
      [forged, { remoteId: forged, prepared: { date: '2026-12-01T00:00:00Z' } }],
      [forged, { state: 'unknown', prepared: { date: '2026-12-01T00:00:00Z' } }],
    ] as const) {
      await world.db.update(accountDeliveries).set(set).where(eq(accountDeliveries.id, sent.id));
      expect(await give(id)).toMatchObject({ refusal: { code: 'bounce-unmatched' } });
    }
    expect(await contactsOf(accountId)).toEqual(['active']);
  });

  test('before it is recorded whether its mail has left is to come again', async () => {
    const to = 'o1@paper.example';
    const accountId = await list(to);
    const postId = await publish(accountId);
    await world.settle(await world.newPublisher());
    const [sent] = await world.deliveriesOf(postId);
    if (sent === undefined) throw new Error('no delivery');
    const gone = { status: '5.1.1', action: 'failed', returns: 'head' } as const;
    const as = (state: 'attempting' | 'unknown') =>
      world.db.update(accountDeliveries).set({ state }).where(eq(accountDeliveries.id, sent.id));
    await as('attempting');
    expect(await report(to, gone)).toBe('bounce-too-early');
    expect(await contactsOf(accountId)).toEqual(['active']);
    // Whoever pipes it keeps it and gives it again: EX_TEMPFAIL (sysexits.h), and not a success that loses it.
    const piped = Readable.from([reportOn(standIn.delivered(to).at(-1) ?? '', gone)]);
    const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(piped as never);
    expect(await runHere(['contacts', 'bounce'], { DATABASE_URL: world.url })).toMatchObject({
      code: 75,
      stderr: expect.stringContaining('still in hand'),
    });
    stdin.mockRestore();
    await as('unknown');
    expect(await report(to, gone)).toBe('contact-off');
  });

  test('is of no mail of ours when its id is not exactly the one that was sent', async () => {
    const to = 'l1@paper.example';
    const accountId = await list(to);
    await publish(accountId);
    await world.settle(await world.newPublisher());
    const [mail = ''] = standIn.delivered(to);
    const of = { status: '5.1.1', action: 'failed', returns: 'head' } as const;
    const read = async (raw: string) => recordBounce(world.operator, Buffer.from(raw));
    expect(await read(reportOn(mail.replace(/@campaign\.example>/, '@other.example>'), of))).toMatchObject({
      refusal: { code: 'bounce-unmatched' },
    });
    expect(await read(reportOn('Subject: none\r\n\r\n', of))).toMatchObject({
      refusal: { code: 'report-incomplete' },
    });
    expect(await read(mail)).toMatchObject({ refusal: { code: 'no-report' } });
    expect(await contactsOf(accountId)).toEqual(['active']);
    const asApprover = await recordBounce(world.approver.ctx, Buffer.from(reportOn(mail, of)));
    expect(asApprover).toMatchObject({ refusal: { code: 'not-a-connector' } });
  });
});

test('what a server has not taken for now is cancelled, not left open, once its contact wants nothing more', async () => {
  const accountId = await list('g1@paper.example');
  await publish(accountId);
  await world.settle(await world.newPublisher());
  const leave = header(await mailTo('g1@paper.example'), 'list-unsubscribe');
  const token = leave?.slice(1, -1).split('/').at(-1) ?? '';
  standIn.fail('g1@paper.example', { at: 'mail', code: 451, text: '4.7.1 Greylisted' });
  const postId = await publish(accountId);
  const { publisher } = await world.newPublisher();
  await publisher.round();
  await publisher.idle();
  expect(await world.deliveriesOf(postId)).toMatchObject([
    { state: 'planned', outcome: 'smtp-4.7.1', attempts: 1 },
  ]);
  await unsubscribeContact({ ...world.sender, actor: { kind: 'subscriber' } }, token);
  await world.settle(await world.newPublisher());
  expect(await world.deliveriesOf(postId)).toMatchObject([
    { state: 'cancelled', outcome: 'contact-off', attempts: 1 },
  ]);
  expect(standIn.delivered('g1@paper.example')).toHaveLength(1);
});

test('what may have arrived is not sent again, and left to a person, of which staff are told once for each way', async () => {
  const to = ['d1@paper.example', 'd2@paper.example', 'd3@paper.example'];
  const accountId = await list(...to);
  await world.staff(['approver'], { linked: true });
  standIn.fail('d1@paper.example', 'time-out after');
  standIn.fail('d2@paper.example', 'reset after');
  standIn.fail('d3@paper.example', 'reset after');
  const told = async () => (await world.db.select().from(calls)).length;
  const before = await told();
  const postId = await publish(accountId);
  await world.settle(await world.newPublisher());
  const once = (await told()) - before;
  const all = await world.deliveriesOf(postId);
  expect(all).toMatchObject(to.map(() => ({ state: 'unknown', lookAt: null })));
  expect(new Set(all.map(({ outcome }) => outcome)).size).toBe(2);
  const [first] = all;
  expect(once).toBe(2 * (await approversTold()));
  if (first === undefined) throw new Error('no delivery');
  must(await settleAccountDelivery(world.approver.ctx, { id: first.id, stands: null }));
  await world.settle(await world.newPublisher());
  expect(to.map((one) => standIn.delivered(one).length).toSorted()).toEqual([1, 1, 2]);
  const [one, again] = await Promise.all(
    to
      .flatMap((one) => (standIn.delivered(one).length === 2 ? standIn.delivered(one) : []))
      .map((raw) => PostalMime.parse(raw)),
  );
  expect(again?.messageId).toBe(one?.messageId);
  expect(again?.date).toBe(one?.date);
});

test('withdrawing or moving the mail to one contact leaves all others as they are', async () => {
  const accountId = await list('h1@paper.example', 'h2@paper.example', 'h3@paper.example');
  const postId = await publish(accountId);
  const [first, second] = await world.deliveriesOf(postId);
  if (first === undefined || second === undefined) throw new Error('no deliveries');
  expect(must(await withdrawAccountDelivery(world.approver.ctx, first.id))).toEqual({ withdrawn: 1 });
  const dueAt = world.clock.now().add({ hours: 1 });
  expect(must(await moveAccountDelivery(world.approver.ctx, { id: second.id, dueAt }))).toEqual({ moved: 1 });
  const { publisher } = await world.newPublisher();
  await publisher.round();
  await publisher.idle();
  const states = new Map((await world.deliveriesOf(postId)).map(({ id, state }) => [id, state]));
  expect([states.get(first.id), states.get(second.id)]).toEqual(['cancelled', 'planned']);
  expect([...states.values()].toSorted()).toEqual(['cancelled', 'planned', 'sent']);
  await world.settle(await world.newPublisher());
});

test('a list whose window has closed ends as one, and staff are told once', async () => {
  const accountId = await list('i1@paper.example', 'i2@paper.example', 'i3@paper.example');
  await world.staff(['approver'], { linked: true });
  const postId = await publish(accountId);
  const told = await world.db.$count(calls);
  world.clock.advance({ hours: 73 });
  let statements = 0;
  const db = new Proxy(world.db, {
    get(of, name) {
      if (name === 'transaction') statements += 1;
      return Reflect.get(of, name);
    },
  });
  const { publisher } = await world.newPublisher({ db });
  statements = 0;
  await publisher.round();
  await publisher.idle();
  expect(statements).toBe(2);
  expect((await world.deliveriesOf(postId)).map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 3 }, () => 'too-late'),
  );
  expect((await world.db.$count(calls)) - told).toBe(await approversTold());
});

test('an image that is gone is found out before anything can have arrived', async () => {
  const asked = opened.networks.email.prepare(
    { accountId: newId<AccountId>(), credentials: {} },
    {
      key: newId<AccountDeliveryId>(),
      content: {
        language: 'en',
        subject: '',
        text: '',
        html: '',
        farewell: '',
        image: { sha256: '00', alt: '' },
      },
      answers: null,
    },
    { now: world.clock.now(), image: () => Promise.reject(new Error('gone')), before: null },
  );
  await expect(asked).rejects.toThrow('gone');
});

test('credentials that no longer serve disconnect the list, and nobody is switched off', async () => {
  const accountId = await list('e1@paper.example');
  await world.reseal(accountId, {
    server: standIn.url,
    user: 'x',
    password: 'wrong',
    from: `list${count}@campaign.example`,
  });
  const postId = await publish(accountId);
  await world.settle(await world.newPublisher());
  expect(await world.deliveriesOf(postId)).toMatchObject([{ state: 'planned', outcome: 'smtp-5.7.8' }]);
  expect(must(await listContacts(world.author.ctx, accountId))).toMatchObject([{ state: 'active' }]);
});

test('a contact who cannot be written to, or whose consent is not known, is refused with all others', async () => {
  const accountId = await list();
  const good = {
    address: 'f1@paper.example',
    name: '',
    outlet: 'The Paper',
    topic: '',
    consentedOn: '2009-01-01',
    consent: 'by phone',
    source: 'asked',
  };
  const given = [
    good,
    { ...good, address: 'F1@paper.example' },
    { ...good, address: 'f2@paper.example\r\nBcc: x@y.example' },
    { ...good, address: 'f3@paper.example', consent: ' ', consentedOn: '2999-01-01' },
    { ...good, address: 'f4@paper.example', name: 'A. B.\r\nBcc: x@y.example', outlet: 'The\u2028Paper' },
    { ...good, address: 'f5@paper.example', outlet: 'repaP ehT\u202e' },
  ];
  const result = await addContacts(world.author.ctx, { accountId, contacts: given });
  if (result.ok || result.refusal.code !== 'contacts-refused') throw new Error('taken');
  expect(result.refusal.faults.map(({ row, field }) => `${row} ${field}`)).toEqual([
    '2 address',
    '3 address',
    '3 address',
    '4 consentedOn',
    '4 consent',
    '5 name',
    '5 outlet',
    '6 outlet',
  ]);
  expect(must(await listContacts(world.author.ctx, accountId))).toEqual([]);
});

test('mail that leaves this machine names a public address over https, and nothing goes out without one', async () => {
  const local = openNetworks({ email: { publicUrl: 'http://127.0.0.1:8080', farewell, timeoutMs: 300 } });
  const access = (server: string) => ({
    accountId: newId<AccountId>(),
    credentials: { server, user: 'press', password: standIn.password, from: 'press@campaign.example' },
  });
  const check = async (server: string) => (await local.networks.email.check(access(server))).kind;
  expect(await local.networks.email.check(access('smtps://mail.campaign.example'))).toEqual({
    kind: 'not-done',
    code: 'NO_PUBLIC_URL',
  });
  expect(await check(standIn.url)).toBe('recognised');
  await local.close();
});

import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MastodonStandIn } from '../../../sandbox/mastodon/stand-in.ts';
import { createOpener } from '../../../src/crypto/seal.ts';
import { openDatabase } from '../../../src/db/client.ts';
import { type DatabaseRole, databaseRoles } from '../../../src/db/database-roles.ts';
import { asRole } from '../../../src/db/logins.ts';
import { accountDeliveries, accounts, calls, translations } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { type AccountDeliveryId, type AccountId, newId, type PostId } from '../../../src/domain/ids.ts';
import type { Network, Networks } from '../../../src/domain/network.ts';
import { openNetworks } from '../../../src/networks/index.ts';
import { createSender } from '../../../src/sender/sender.ts';
import { beginAttempt } from '../../../src/services/account-deliveries/begin.ts';
import { dueForAccounts } from '../../../src/services/account-deliveries/due.ts';
import { expireAccountDeliveries } from '../../../src/services/account-deliveries/expire.ts';
import { moveAccountDelivery } from '../../../src/services/account-deliveries/move.ts';
import { retractFromAccount, retractPost } from '../../../src/services/account-deliveries/retract.ts';
import { settleAccountDelivery } from '../../../src/services/account-deliveries/settle.ts';
import { withdrawAccountDelivery } from '../../../src/services/account-deliveries/withdraw.ts';
import { connectAccount, reconnectAccount } from '../../../src/services/accounts/connect.ts';
import { disconnectAccount } from '../../../src/services/accounts/disconnect.ts';
import { pauseAccount } from '../../../src/services/accounts/pause.ts';
import { resumeAccount } from '../../../src/services/accounts/resume.ts';
import { liftPause } from '../../../src/services/pauses/lift.ts';
import { pausePosts } from '../../../src/services/pauses/pause.ts';
import { duePosts } from '../../../src/services/posts/due.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { setPostCard } from '../../../src/services/posts/set-card.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { createTransport } from '../../../src/telegram/transport.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { announce, change, pair } from '../../helpers/hearing.ts';
import { must } from '../../helpers/must.ts';
import { type PublishingWorld, publishingWorld, type TestPublisher } from '../../networks/world.ts';

const opened = openNetworks({ pollMs: 2 });
let world: PublishingWorld;
let standIn: MastodonStandIn;
let publisher: TestPublisher;
/** A new one for each test. */
let account: { readonly id: string; readonly token: string; readonly accountId: AccountId };

beforeAll(async () => {
  world = await publishingWorld(opened.networks);
  standIn = await MastodonStandIn.start({ now: () => world.clock.now() });
});
beforeEach(async () => {
  account = await newAccount();
  publisher = await world.newPublisher();
});
afterEach(() => standIn.heal());
afterAll(async () => {
  await world.close();
  await standIn.close();
  await opened.close();
});

/** Of all accounts that were ever connected here. */
const tokens: string[] = [];

async function newAccount(language: 'en' | 'az' = 'en') {
  const made = standIn.createAccount(`bray${Math.random().toString(36).slice(2)}`);
  tokens.push(made.token);
  const credentials = { server: standIn.url, token: made.token };
  return { ...made, accountId: await world.connect('mastodon', credentials, language) };
}

async function ready(
  text = 'The court sat.',
  more: Parameters<PublishingWorld['post']>[2] = {},
): Promise<PostId> {
  const postId = await world.post([account.accountId], { en: text }, more);
  await world.approve(postId);
  await world.publish(postId);
  return postId;
}

async function round(): Promise<void> {
  await publisher.publisher.round();
  await publisher.publisher.idle();
}

const states = async (postId: PostId) =>
  (await world.deliveriesOf(postId)).map(({ state, outcome }) =>
    outcome === null ? state : `${state} ${outcome}`,
  );
const accountRow = async () =>
  (await world.db.select().from(accounts).where(eq(accounts.id, account.accountId)))[0];
const entries = async (verb: string) =>
  (await world.db.execute(sql`select 1 from audit_entries where verb = ${verb}`)).length;
const texts = (of = account) => standIn.ledger(of.id).map(({ text }) => text);

describe('publishing to an account', () => {
  test('puts the approved text there, in its language, with the image and what it shows', async () => {
    const az = await newAccount('az');
    const postId = await world.post(
      [account.accountId, az.accountId],
      { en: 'The court **sat**. [Read](https://a.example/1)', az: 'Məhkəmə oldu.' },
      { mediaId: await world.image(), alt: 'A red square.' },
    );
    await world.db.execute(
      sql`update translations set alt = 'Qırmızı.' where post_id = ${postId} and language = 'az'`,
    );
    await world.approve(postId, 'en');
    await world.publish(postId);
    await world.settle(publisher);
    expect(standIn.ledger(account.id)).toMatchObject([
      {
        text: 'The court sat. Read (https://a.example/1)',
        language: 'en',
        visibility: 'public',
        media: [{ description: 'A red square.' }],
      },
    ]);
    // Azerbaijani waits for its own approval, and holds nobody up.
    expect(standIn.ledger(az.id)).toEqual([]);
    await world.approve(postId, 'az');
    await world.publish(postId);
    await world.settle(publisher);
    expect(standIn.ledger(az.id)).toMatchObject([{ text: 'Məhkəmə oldu.', language: 'az' }]);
    expect(standIn.ledger(account.id)).toHaveLength(1);
    expect((await world.deliveriesOf(postId)).map(({ url }) => url)).toEqual([
      expect.stringContaining(standIn.url),
      expect.stringContaining(standIn.url),
    ]);
  });

  test('sends the parts of a thread one after the other, each in answer to the one before', async () => {
    const postId = await ready('One sentence of the court. '.repeat(40));
    await world.settle(publisher);
    const thread = standIn.ledger(account.id);
    expect(thread.map(({ text }) => text.slice(-6))).toEqual([' (1/3)', ' (2/3)', ' (3/3)']);
    expect(thread.map(({ inReplyTo }) => inReplyTo)).toEqual([null, thread[0]?.id, thread[1]?.id]);
    expect(await states(postId)).toEqual(['sent', 'sent', 'sent']);
  });

  test('posts no card of facts that are past by the time of its turn, whoever approved it', async () => {
    const two = await pair(world);
    const hearingId = await announce(world, two, { localDate: '2099-11-17' });
    const postId = await world.post([account.accountId], { en: 'The court sits on Tuesday.' });
    must(await setPostCard(world.author.ctx, { postId, card: { of: 'hearing', hearingId } }));
    await world.approve(postId);
    await world.publish(postId);
    await change(two, hearingId, 1, { localDate: '2099-11-17', localTime: '10:30' });
    await round();
    expect(await states(postId)).toEqual(['cancelled card-outdated']);
    expect(texts()).toEqual([]);
  });

  test('sends no further part while it is not known whether the one before stands', async () => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: '5xx before' });
    await ready('One sentence of the court. '.repeat(40));
    await round();
    await round();
    expect(texts()).toEqual([]);
    await world.settle(publisher);
    expect(texts()).toHaveLength(3);
  });

  test('leaves a gap between two accounts', async () => {
    const other = await newAccount();
    const postId = await world.post(
      [account.accountId, other.accountId],
      { en: 'Not at once.' },
      { gapSeconds: 600 },
    );
    await world.approve(postId);
    await world.publish(postId);
    await round();
    expect([texts().length, texts(other).length]).toEqual([1, 0]);
    world.clock.advance({ seconds: 599 });
    await round();
    expect(texts(other)).toEqual([]);
    world.clock.advance({ seconds: 1 });
    await round();
    expect(texts(other)).toEqual(['Not at once.']);
  });

  test('leaves it before a language that is approved later, too', async () => {
    const other = await newAccount('az');
    const both = { en: 'Not at once.', az: 'Birdən yox.' };
    const accountIds = [account.accountId, other.accountId];
    const postId = await world.post(accountIds, both, { gapSeconds: 600 });
    await world.approve(postId);
    await world.publish(postId);
    await round();
    world.clock.advance({ seconds: 100 });
    await world.approve(postId, 'az');
    await world.publish(postId);
    await round();
    expect([texts().length, texts(other).length]).toEqual([1, 0]);
    world.clock.advance({ seconds: 499 });
    await round();
    expect(texts(other)).toEqual([]);
    world.clock.advance({ seconds: 1 });
    await round();
    expect(texts(other)).toEqual(['Birdən yox.']);
  });

  test('with the rights of the database roles that each part has, and no more', async () => {
    const role = (name: DatabaseRole) =>
      openDatabase(asRole(world.url, databaseRoles[name]), { poolSize: 2 });
    const [scheduler, sender] = [role('scheduler'), role('sender')];
    try {
      const postId = await world.post(
        [account.accountId],
        { en: 'By its own role.' },
        { mediaId: await world.image('blue'), alt: 'Blue.' },
      );
      await world.approve(postId);
      await publishPost({ ...world.job, db: scheduler.db }, postId);
      const own = await world.newPublisher({ db: sender.db });
      await own.publisher.round();
      await own.publisher.idle();
      expect(texts()).toEqual(['By its own role.']);
      must(await retractPost(world.approver.ctx, postId));
      await own.publisher.round();
      await own.publisher.idle();
      expect(standIn.ledger(account.id).map(({ deleted }) => deleted)).toEqual([true]);
      standIn.revoke(account.token);
      const failing = await ready('Nobody takes this.');
      await own.publisher.round();
      await own.publisher.idle();
      expect(await states(failing)).toEqual(['planned expired']);
    } finally {
      await scheduler.close();
      await sender.close();
    }
  });

  test('two publishers never take one delivery', async () => {
    const postId = await ready('Only once.');
    const other = await world.newPublisher();
    // Both believe that they hold the lease; the row of the lease knows better.
    await Promise.all([publisher.publisher.round(), other.publisher.round()]);
    await Promise.all([publisher.publisher.idle(), other.publisher.idle()]);
    await world.settle(other);
    expect(texts()).toEqual(['Only once.']);
    expect(await states(postId)).toEqual(['sent']);
  });

  test('what became of an attempt is recorded by a sender whose lease lapsed meanwhile, once it has it again', async () => {
    const { mastodon } = opened.networks;
    const commit: Network['commit'] = async (...given) => {
      const outcome = await mastodon.commit(...given);
      late.lapse(true);
      return outcome;
    };
    const late = await world.newPublisher({
      networks: { ...opened.networks, mastodon: { ...mastodon, commit } },
    });
    const postId = await ready('Recorded late.');
    await late.publisher.round();
    await vi.waitUntil(() => texts().length === 1);
    late.lapse(false);
    await late.publisher.idle();
    expect(await states(postId)).toEqual(['sent']);
    expect(texts()).toEqual(['Recorded late.']);
  });

  test('an attempt whose beginning was committed as the connection was lost has another turn', async () => {
    let isLost = true;
    const { db } = world;
    // Drizzle's transaction, which says that it failed though it did not.
    const transaction: typeof db.transaction = async (...given) => {
      const made = await db.transaction(...given);
      const [row] = await db.execute(sql`select 1 from account_deliveries where state = 'attempting'`);
      if (row === undefined || !isLost) return made;
      isLost = false;
      throw new Error('connection lost');
    };
    const own = await world.newPublisher({
      db: new Proxy(db, {
        get: (of, name) => (name === 'transaction' ? transaction : Reflect.get(of, name)),
      }),
    });
    const postId = await ready('Begun once.');
    await own.publisher.round();
    await own.publisher.idle();
    expect(isLost).toBe(false);
    expect((await states(postId))[0]).toBe('planned FAULT');
    await world.settle(own);
    expect(texts()).toEqual(['Begun once.']);
  });

  test('nothing is due on an account on which something is being attempted', async () => {
    await ready('First.');
    const second = await ready('Second.');
    await world.db.execute(sql`
      update account_deliveries set state = 'attempting', epoch = ${publisher.epoch}
      where account_id = ${account.accountId} and post_id <> ${second}`);
    const due = await dueForAccounts(world.sender, []);
    expect(due.filter(({ accountId }) => accountId === account.accountId)).toEqual([]);
    await world.db.execute(sql`delete from account_deliveries where account_id = ${account.accountId}`);
  });

  test('a sender that has lost its lease stands by for it again at once, whatever is still being published', async () => {
    const { mastodon } = opened.networks;
    const committing = Promise.withResolvers<void>();
    const commit: Network['commit'] = () => {
      committing.resolve();
      return new Promise<never>(() => undefined);
    };
    const transport = createTransport({ apiRoot: 'http://127.0.0.1:9', token: '1:x' });
    await world.db.execute(sql`delete from leases`);
    const sender = createSender({
      ...world.sender,
      sql: world.sql,
      transport,
      opener: createOpener(world.keys.sender.sealing),
      networks: { ...opened.networks, mastodon: { ...mastodon, commit } },
    });
    const postId = await ready('Never answered.');
    sender.start();
    await committing.promise;
    await world.db.execute(sql`update leases set holder = 'other', epoch = epoch + 1, expires_at = now()`);
    await vi.waitUntil(() => sender.stats().takeOvers === 2, { timeout: 5000 });
    await world.db.execute(sql`delete from account_deliveries where post_id = ${postId}`);
    await sender.stop();
    await transport.close();
  });

  test('what is too late waits for the attempt that is just beginning, and does not call it cancelled', async () => {
    const postId = await ready('At the last moment.', { notAfter: world.clock.now().add({ minutes: 1 }) });
    const [delivery] = await world.deliveriesOf(postId);
    if (delivery === undefined) throw new Error('nothing planned');
    const began = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const beginning = world.db.transaction(async (tx) => {
      await beginAttempt(
        { ...world.sender, db: tx },
        { id: delivery.id, epoch: publisher.epoch, prepared: {} },
      );
      began.resolve();
      await mayEnd.promise;
    });
    await began.promise;
    const later = world.clock.now().add({ minutes: 2 });
    const expiring = expireAccountDeliveries({
      ...world.sender,
      clock: { ...world.clock, now: () => later },
    });
    await vi.waitUntil(async () => {
      const [waits] = await world.db.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waits !== undefined;
    });
    mayEnd.resolve();
    await Promise.all([beginning, expiring]);
    expect(await states(postId)).toEqual(['attempting']);
    await world.db.execute(sql`delete from account_deliveries where post_id = ${postId}`);
  });

  test('nothing goes out before its window or after it, and what is late ends', async () => {
    const now = world.clock.now();
    const postId = await world.post(
      [account.accountId],
      { en: 'In its window.' },
      { notBefore: now.add({ minutes: 10 }), notAfter: now.add({ minutes: 20 }) },
    );
    await world.approve(postId);
    await world.publish(postId);
    expect(await world.deliveriesOf(postId)).toEqual([]);
    world.clock.advance({ minutes: 10 });
    await world.publish(postId);
    world.clock.advance({ minutes: 10 });
    await round();
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['cancelled too-late']);
  });

  test('one that is planned can be moved and withdrawn, one that has gone out cannot', async () => {
    const postId = await ready('Moved.');
    const [{ id } = { id: undefined }] = await world.deliveriesOf(postId);
    if (id === undefined) throw new Error('nothing planned');
    const dueAt = world.clock.now().add({ hours: 1 });
    must(await moveAccountDelivery(world.approver.ctx, { id, dueAt }));
    await round();
    expect(texts()).toEqual([]);
    must(await withdrawAccountDelivery(world.approver.ctx, id));
    world.clock.advance({ hours: 2 });
    await round();
    expect(texts()).toEqual([]);
    expect(await withdrawAccountDelivery(world.approver.ctx, id)).toMatchObject({
      refusal: { code: 'account-delivery-settled' },
    });
  });

  test('what stands can be taken back, and what is planned of it never goes out', async () => {
    const other = await newAccount();
    const postId = await world.post(
      [account.accountId, other.accountId],
      { en: 'A mistake.' },
      { gapSeconds: 60 },
    );
    await world.approve(postId);
    await world.publish(postId);
    await round();
    must(await retractPost(world.approver.ctx, postId));
    await world.settle(publisher);
    expect(standIn.ledger(account.id).map(({ deleted }) => deleted)).toEqual([true]);
    expect(texts(other)).toEqual([]);
    expect((await world.deliveriesOf(postId)).map(({ retraction }) => retraction)).toEqual(['done', null]);
  });

  test('from one account it is taken back in all its parts, and stands everywhere else', async () => {
    const other = await newAccount();
    const text = `${'One sentence of the court. '.repeat(30)}The end.`;
    const postId = await world.post([account.accountId, other.accountId], { en: text });
    await world.approve(postId);
    await world.publish(postId);
    await world.settle(publisher);
    const retract = (accountId: AccountId) => retractFromAccount(world.approver.ctx, { postId, accountId });
    expect(must(await retract(account.accountId))).toEqual({ cancelled: 0, asked: 2, final: 0 });
    await world.settle(publisher);
    const deleted = (of: typeof other) => standIn.ledger(of.id).map((post) => post.deleted);
    expect([deleted(account), deleted(other)]).toEqual([
      [true, true],
      [false, false],
    ]);
    // Followers who come later still get it, and what is gone is not asked for again.
    const kept = await world.db.select().from(translations).where(eq(translations.postId, postId));
    expect(kept).toMatchObject([{ retractedAt: null }]);
    expect(must(await retractPost(world.approver.ctx, postId))).toMatchObject({ asked: 2 });
    await world.settle(publisher);
    expect(deleted(other)).toEqual([true, true]);
    const elsewhere = (await newAccount()).accountId;
    expect(await retract(elsewhere)).toMatchObject({ refusal: { code: 'account-unknown' } });
    expect(await retractFromAccount(world.author.ctx, { postId, accountId: elsewhere })).toMatchObject({
      refusal: { code: 'account-unknown' },
    });
    const translator = await world.staff(['translator']);
    expect(await retractFromAccount(translator.ctx, { postId, accountId: other.accountId })).toMatchObject({
      refusal: { code: 'not-a-stopper' },
    });
  });

  test('from one account: what ended there for want of an approval has no other turn', async () => {
    const postId = await ready();
    await world.db.execute(
      sql`update account_deliveries set state = 'cancelled', outcome = 'unapproved' where post_id = ${postId}`,
    );
    must(await retractFromAccount(world.approver.ctx, { postId, accountId: account.accountId }));
    expect(await states(postId)).toEqual(['cancelled retracted']);
  });
});

test('where a server deletes nothing a post that was retracted is said to stay, and not to be gone', async () => {
  const kept = await MastodonStandIn.start({ now: () => world.clock.now(), deletes: false });
  try {
    const made = kept.createAccount('bray');
    const accountId = await world.connect('mastodon', { server: kept.url, token: made.token });
    const postId = await world.post([accountId], { en: 'It stays.' });
    await world.approve(postId);
    await world.publish(postId);
    await round();
    must(await retractPost(world.approver.ctx, postId));
    await round();
    expect(await world.deliveriesOf(postId)).toMatchObject([{ state: 'sent', retraction: 'failed' }]);
    expect(kept.ledger(made.id)).toMatchObject([{ deleted: false }]);
  } finally {
    await kept.close();
  }
});

describe('what is taken back while nobody knows whether it stands', () => {
  const unseen = ['5xx before', 'reset after'] as const;

  test.each(unseen)('is not sent once more, and is taken down if it stands (%s)', async (fault) => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault });
    const postId = await ready('Taken back.');
    await round();
    must(await retractPost(world.approver.ctx, postId));
    await world.settle(publisher);
    expect(standIn.ledger(account.id).map(({ deleted }) => deleted)).toEqual(
      fault === 'reset after' ? [true] : [],
    );
    expect(await states(postId)).toEqual([fault === 'reset after' ? 'sent' : 'cancelled retracted']);
  });

  test('is not sent once more when a person has seen that it does not stand', async () => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: '5xx before' });
    const postId = await ready('Taken back.');
    await round();
    must(await retractPost(world.approver.ctx, postId));
    must(await settleAccountDelivery(world.approver.ctx, { id: await only(postId), stands: null }));
    await world.settle(publisher);
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['cancelled retracted']);
  });

  /** A network that is asked again without looking. */
  const createdOnce = (): Networks => {
    const { mastodon } = opened.networks;
    const abilities = { ...mastodon.abilities, repeat: { kind: 'created-once' as const } };
    const commit: Network['commit'] = async (...given) =>
      refuses ? { kind: 'rejected', reason: 'content' } : mastodon.commit(...given);
    return { ...opened.networks, mastodon: { ...mastodon, abilities, commit } };
  };
  let refuses = false;
  afterEach(() => {
    refuses = false;
  });
  const ends: [string, (postId: PostId) => Promise<unknown>, boolean][] = [
    ['withdrawn', async (postId) => withdrawAccountDelivery(world.approver.ctx, await only(postId)), true],
    ['retracted', (postId) => retractPost(world.approver.ctx, postId), true],
    ['too late', async () => world.clock.advance({ hours: 73 }), false],
    [
      'refused at the next try',
      async () => {
        refuses = true;
        world.clock.advance({ seconds: 1 });
      },
      false,
    ],
  ];
  test.each(ends)('is looked for before it is called ended: %s', async (_, end, isTakenDown) => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: 'reset after' });
    const postId = await ready('Stands.');
    const once = await world.newPublisher({ networks: createdOnce() });
    await once.publisher.round();
    await once.publisher.idle();
    expect((await states(postId))[0]).toMatch(/^planned/);
    await end(postId);
    await world.settle(once);
    expect(await states(postId)).toEqual(['sent']);
    expect(standIn.ledger(account.id).map(({ deleted }) => deleted)).toEqual([isTakenDown]);
  });

  async function only(postId: PostId) {
    const [delivery] = await world.deliveriesOf(postId);
    if (delivery === undefined) throw new Error('nothing planned');
    return delivery.id;
  }
});

describe('without a valid approval of exactly what would go out nothing does, also when somebody changes rows by hand', () => {
  const byHand: [string, (postId: PostId) => Promise<unknown>][] = [
    [
      'the payload',
      () =>
        world.db.execute(
          sql`update payloads set content = jsonb_set(content, '{text}', '"Lies."') where account_id = ${account.accountId}`,
        ),
    ],
    [
      'an image in the payload',
      () =>
        world.db.execute(
          sql`update payloads set content = jsonb_set(content, '{images}', '[{"sha256":"00","alt":"x"}]') where account_id = ${account.accountId}`,
        ),
    ],
    [
      'the text',
      (postId) => world.db.execute(sql`update translations set text = 'Lies.' where post_id = ${postId}`),
    ],
    [
      'the window',
      (postId) => world.db.execute(sql`update posts set not_before = '2000-01-01' where id = ${postId}`),
    ],
    [
      'whose account it is',
      () => world.db.execute(sql`update accounts set remote_id = 'other' where id = ${account.accountId}`),
    ],
    [
      'where the post goes',
      (postId) => world.db.execute(sql`delete from post_accounts where post_id = ${postId}`),
    ],
    ['the approval', () => world.db.execute(sql`update approvals set voided_at = now()`)],
    [
      'the part',
      (postId) => world.db.execute(sql`update account_deliveries set part = 1 where post_id = ${postId}`),
    ],
    [
      'the language of the text',
      (postId) => world.db.execute(sql`update translations set language = 'de' where post_id = ${postId}`),
    ],
    [
      'the language of its account',
      () => world.db.execute(sql`update accounts set language = 'de' where id = ${account.accountId}`),
    ],
    [
      'the network of its account',
      () => world.db.execute(sql`update accounts set network = 'bluesky' where id = ${account.accountId}`),
    ],
    [
      'the kind',
      (postId) => world.db.execute(sql`update posts set kind = 'press_release' where id = ${postId}`),
    ],
    [
      'the content warning',
      (postId) => world.db.execute(sql`update posts set warning = 'torture' where id = ${postId}`),
    ],
    [
      'the embargo',
      (postId) => world.db.execute(sql`update posts set embargo_until = '2000-01-01' where id = ${postId}`),
    ],
    [
      'the gap between its accounts',
      (postId) => world.db.execute(sql`update posts set gap_seconds = 60 where id = ${postId}`),
    ],
    [
      'whose account a delivery is for',
      async (postId) => {
        const other = await newAccount();
        await world.db.execute(
          sql`update account_deliveries set account_id = ${other.accountId} where post_id = ${postId}`,
        );
      },
    ],
    [
      'a payload slipped in for another account',
      async () => {
        const other = await newAccount();
        await world.db.execute(sql`
          insert into payloads (id, translation_id, account_id, part, content, created_at)
          select gen_random_uuid(), translation_id, ${other.accountId}, 0, content, created_at
          from payloads where account_id = ${account.accountId}`);
      },
    ],
    [
      'the state of the text',
      (postId) => world.db.execute(sql`update translations set state = 'approved' where post_id = ${postId}`),
    ],
  ];
  test.each(byHand)('%s', async (_, change) => {
    const postId = await ready('The truth.');
    await change(postId);
    await round();
    await round();
    expect(texts()).toEqual([]);
    const [only] = await states(postId);
    // A part that nothing precedes waits for ever; everything else ends at once.
    expect(['cancelled unapproved', 'planned']).toContain(only);
    await world.db.execute(sql`delete from account_deliveries where post_id = ${postId}`);
  });

  test('the bytes of its image', async () => {
    const mediaId = await world.image('purple');
    const postId = await ready('With a square.', { mediaId, alt: 'A square.' });
    await world.db.execute(
      sql`update media set content = set_byte(content, 20, get_byte(content, 20) # 1) where id = ${mediaId}`,
    );
    await round();
    await round();
    expect(texts()).toEqual([]);
    await world.db.execute(sql`delete from account_deliveries where post_id = ${postId}`);
  });

  const planAgain = async (postId: PostId) => {
    await world.db.execute(sql`
      update account_deliveries set state = 'planned', outcome = null, retraction = null, settled_at = null,
        attempted_at = null, first_attempted_at = null where post_id = ${postId}`);
    await world.db.execute(sql`update translations set retracted_at = null where post_id = ${postId}`);
    await round();
    await round();
  };

  test('what was retracted or withdrawn, planned again in its row', async () => {
    const retracted = await ready('Retracted.');
    must(await retractPost(world.approver.ctx, retracted));
    await planAgain(retracted);
    const withdrawn = await ready('Withdrawn.');
    const [delivery] = await world.deliveriesOf(withdrawn);
    must(await withdrawAccountDelivery(world.approver.ctx, delivery!.id));
    await planAgain(withdrawn);
    expect(texts()).toEqual([]);
    expect([await states(retracted), await states(withdrawn)]).toEqual([
      ['cancelled retracted'],
      ['cancelled withdrawn'],
    ]);
  });

  test('what stands, planned again in its row or in another: a person looks', async () => {
    const postId = await ready('Once.');
    await round();
    await planAgain(postId);
    expect(await states(postId)).toEqual(['unknown stands-already']);
    await world.db.execute(sql`
      update account_deliveries set id = gen_random_uuid(), attempts = 0, remote_id = null where post_id = ${postId}`);
    await planAgain(postId);
    expect(await states(postId)).toEqual(['unknown stands-already']);
    const [delivery] = await world.deliveriesOf(postId);
    must(
      await settleAccountDelivery(world.approver.ctx, {
        id: delivery!.id,
        stands: { remoteId: '1', url: null },
      }),
    );
    await world.db.execute(
      sql`delete from audit_entries where verb = 'account-deliveries/publish' and details ->> 'account' = ${account.accountId}`,
    );
    await planAgain(postId);
    expect(await states(postId)).toEqual(['unknown stands-already']);
    expect(texts()).toEqual(['Once.']);
    expect(world.logged.join()).toContain('account-delivery-altered');
  });

  test('what a part of a thread answers', async () => {
    const postId = await ready('One sentence of the court. '.repeat(30));
    const [, second] = await world.deliveriesOf(postId);
    const later = world.clock.now().add({ hours: 1 });
    must(await moveAccountDelivery(world.approver.ctx, { id: second!.id, dueAt: later }));
    await round();
    await world.db.execute(
      sql`update account_deliveries set remote_id = '9' where post_id = ${postId} and part = 0`,
    );
    world.clock.set(later);
    await round();
    expect(texts()).toHaveLength(1);
    expect(await states(postId)).toEqual(['sent', 'cancelled unapproved']);
  });

  test('more time than was approved, of what names no end', async () => {
    const postId = await ready('Not for ever.');
    must(await pauseAccount(world.approver.ctx, account.accountId));
    const [delivery] = await world.deliveriesOf(postId);
    expect(delivery?.notAfter.equals(world.clock.now().add({ hours: 72 }))).toBe(true);
    world.clock.advance({ hours: 72 });
    const { accountId } = account;
    await world.db.execute(sql`
      update account_deliveries set not_after = not_after + interval '1 year' where post_id = ${postId}`);
    await world.db.execute(
      sql`update accounts set state = 'active', stopped_for = null where id = ${accountId}`,
    );
    await round();
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['cancelled too-late']);
  });

  test('a delivery written by hand for a text that nobody has approved', async () => {
    const postId = await world.post([account.accountId], { en: 'Never approved.' });
    must(await submitPost(world.author.ctx, { postId, language: 'en' }));
    await world.db.execute(sql`update translations set state = 'published' where post_id = ${postId}`);
    await world.db.execute(sql`
      insert into account_deliveries
        (id, campaign_id, bot_id, post_id, payload_id, account_id, part, state, due_at, not_after)
      select gen_random_uuid(), ${world.campaignId}, ${world.botId}, ${postId}, y.id, y.account_id, 0, 'planned',
        ${world.clock.now().toString()}, ${world.clock.now().add({ hours: 1 }).toString()}
      from payloads y where y.account_id = ${account.accountId}`);
    await round();
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['cancelled unapproved']);
  });

  test("another account's payload in an approved delivery's place", async () => {
    const other = await newAccount();
    const mine = await ready('Mine.');
    const theirs = await world.post([other.accountId], { en: 'Theirs.' });
    await world.approve(theirs);
    await world.db.execute(sql`
      update account_deliveries set payload_id = (select id from payloads where account_id = ${other.accountId})
      where post_id = ${mine}`);
    await round();
    expect([texts(), texts(other)]).toEqual([[], []]);
  });

  test('an approval by somebody who was taken off the staff meanwhile', async () => {
    const postId = await ready('Approved by one who left.');
    must(await revokeStaff(world.operator, world.approver.id));
    await round();
    await world.db.execute(sql`update staff set revoked_at = null where id = ${world.approver.id}`);
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['cancelled unapproved']);
  });

  test('credentials of another account, sealed for its row: whose they are is asked once for each', async () => {
    const { mastodon } = opened.networks;
    const asked: string[] = [];
    const holder: Network['holder'] = (access) => {
      asked.push(access.credentials.token ?? '');
      return mastodon.holder(access);
    };
    const networks = { ...opened.networks, mastodon: { ...mastodon, holder } };
    const own = await world.newPublisher({ networks });
    const all = async () => {
      for (let rounds = 0; rounds < 3; rounds++) {
        await own.publisher.round();
        await own.publisher.idle();
      }
    };
    for (const text of ['One.', 'Two.']) await ready(text);
    await all();
    expect([texts(), asked]).toEqual([['One.', 'Two.'], [account.token]]);
    const other = await newAccount();
    const postId = await ready('Whose?');
    await world.reseal(account.accountId, { server: standIn.url, token: other.token });
    await all();
    expect([texts(), texts(other), asked]).toEqual([['One.', 'Two.'], [], [account.token, other.token]]);
    expect(await states(postId)).toEqual(['planned another-account']);
    expect(await accountRow()).toMatchObject({ state: 'disconnected', stoppedFor: 'another-account' });
  });

  test('credentials of another account, copied into its row', async () => {
    const other = await newAccount();
    const postId = await ready('Whose?');
    const [row] = await world.db.select().from(accounts).where(eq(accounts.id, other.accountId));
    await world.db
      .update(accounts)
      .set({ sealedCredentials: row?.sealedCredentials ?? null })
      .where(eq(accounts.id, account.accountId));
    await round();
    expect([texts(), texts(other)]).toEqual([[], []]);
    expect(await states(postId)).toEqual(['planned credentials-not-opened']);
  });

  test('credentials that are sealed to a later key than ours wait, and nobody has to connect the account again', async () => {
    const postId = await ready('Wait.');
    const sealedTo = (epoch: number) =>
      world.db.execute(sql`
        update accounts set sealed_credentials = set_byte(sealed_credentials, 2, ${epoch})
        where id = ${account.accountId}`);
    await sealedTo(9);
    await round();
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['planned keys-outdated']);
    expect(await accountRow()).toMatchObject({ state: 'active' });
    await sealedTo(1);
    world.clock.advance({ seconds: 10 });
    await round();
    expect(texts()).toEqual(['Wait.']);
  });
});

describe('what stops', () => {
  test('a pause of all posts, of a case, of an account: one person stops, two start again', async () => {
    const planned = await ready('Paused.');
    const all = must(await pausePosts(world.approver.ctx, { caseId: null })).pauseId;
    const later = await world.post([account.accountId], { en: 'Later.' });
    await world.approve(later);
    expect(await duePosts(world.job)).toEqual([]);
    await world.publish(later);
    await round();
    expect(texts()).toEqual([]);
    expect(must(await liftPause(world.approver.ctx, { pauseId: all })).effect).toBe('awaits-second-person');
    expect(must(await liftPause(world.approver.ctx, { pauseId: all })).effect).toBe('awaits-second-person');
    expect(must(await liftPause(world.second.ctx, { pauseId: all })).effect).toBe('done');
    const ofCase = must(await pausePosts(world.approver.ctx, { caseId: world.caseId })).pauseId;
    await round();
    expect(texts()).toEqual([]);
    must(await liftPause(world.second.ctx, { pauseId: ofCase }));
    must(await liftPause(world.approver.ctx, { pauseId: ofCase }));
    must(await pauseAccount(world.approver.ctx, account.accountId));
    await round();
    expect(texts()).toEqual([]);
    expect(must(await resumeAccount(world.approver.ctx, account.accountId)).effect).toBe(
      'awaits-second-person',
    );
    expect(must(await resumeAccount(world.second.ctx, account.accountId)).effect).toBe('done');
    await world.publish(later);
    await world.settle(publisher);
    expect(texts().toSorted()).toEqual(['Later.', 'Paused.']);
    expect(await states(planned)).toEqual(['sent']);
  });

  test('who asked to resume an account counts no longer once they left the staff, nor longer for asking twice', async () => {
    const asked = async (by: typeof world.approver) =>
      must(await resumeAccount(by.ctx, account.accountId)).effect;
    must(await pauseAccount(world.approver.ctx, account.accountId));
    expect(await asked(world.approver)).toBe('awaits-second-person');
    const since = (await accountRow())?.resumeAskedAt;
    world.clock.advance({ minutes: 20 });
    expect(await asked(world.approver)).toBe('awaits-second-person');
    expect((await accountRow())?.resumeAskedAt?.equals(since ?? world.clock.now())).toBe(true);
    must(await revokeStaff(world.operator, world.approver.id));
    expect(await asked(world.second)).toBe('awaits-second-person');
    await world.db.execute(sql`update staff set revoked_at = null where id = ${world.approver.id}`);
    expect(await asked(world.approver)).toBe('done');
  });

  test('a pause between the look before and the call', async () => {
    const postId = await ready('In the last moment.', { mediaId: await world.image(), alt: 'Red.' });
    const real = opened.networks.mastodon;
    const networks = {
      ...opened.networks,
      mastodon: {
        ...real,
        prepare: async (...given: Parameters<typeof real.prepare>) => {
          const prepared = await real.prepare(...given);
          must(await pauseAccount(world.approver.ctx, account.accountId));
          return prepared;
        },
      },
    };
    const late = await world.newPublisher({ networks });
    await late.publisher.round();
    await late.publisher.idle();
    expect(texts()).toEqual([]);
    expect(await states(postId)).toEqual(['planned']);
  });

  test('an account that keeps failing is paused, staff are told, and what is planned waits until it is resumed', async () => {
    await world.staff(['approver'], { linked: true });
    await world.reseal(account.accountId, { server: 'http://127.0.0.1:9', token: account.token });
    const postId = await ready('Waits.');
    // What fails beside it is no sooner the end of its patience.
    for (const more of ['Too.', 'As well.']) await ready(more);
    // The approver was asked before.
    const before = await world.db.$count(calls);
    const began = world.clock.now();
    await world.settle(publisher);
    // An outage that passes sooner pauses nothing.
    expect(world.clock.now().since(began).total('seconds')).toBeGreaterThan(600);
    const [row] = await world.db.select().from(accounts).where(eq(accounts.id, account.accountId));
    expect(row).toMatchObject({ state: 'paused', stoppedFor: 'ECONNREFUSED', pausedBy: null });
    expect((await world.db.$count(calls)) - before).toBe(1);
    const [notice] = (await world.db.select().from(calls).orderBy(calls.id)).slice(-1);
    expect(
      world.open(
        notice?.sealedParams ?? new Uint8Array(),
        notice === undefined ? '' : binding.callParams(notice.id),
      ),
    ).toContain('Paused after several failures in a row');
    expect((await states(postId))[0]).toMatch(/^planned/);
    await world.reseal(account.accountId, { server: standIn.url, token: account.token });
    expect(must(await resumeAccount(world.approver.ctx, account.accountId)).effect).toBe('done');
    await world.settle(publisher);
    expect(texts().toSorted()).toEqual(['As well.', 'Too.', 'Waits.']);
  });

  test('credentials that no longer serve disconnect an account, and new ones let what waits go on', async () => {
    const postId = await ready('Waits for credentials.');
    standIn.revoke(account.token);
    await world.settle(publisher);
    const [row] = await world.db.select().from(accounts).where(eq(accounts.id, account.accountId));
    expect(row).toMatchObject({ state: 'disconnected', stoppedFor: 'expired' });
    expect(await states(postId)).toEqual(['planned expired']);
    const other = standIn.createAccount('somebody');
    expect(
      await reconnectAccount(world.author.ctx, {
        accountId: account.accountId,
        credentials: { server: standIn.url, token: other.token },
      }),
    ).toMatchObject({ refusal: { code: 'another-account' } });
    standIn.restore(account.token);
    must(
      await reconnectAccount(world.author.ctx, {
        accountId: account.accountId,
        credentials: { server: standIn.url, token: account.token },
      }),
    );
    await world.settle(publisher);
    expect(texts()).toEqual(['Waits for credentials.']);
  });

  test('what a person has paused stays paused when it is disconnected and connected again', async () => {
    const credentials = { server: standIn.url, token: account.token };
    for (const who of [world.approver.ctx, world.operator]) {
      must(await pauseAccount(who, account.accountId));
      must(await disconnectAccount(world.author.ctx, account.accountId));
      must(await reconnectAccount(world.author.ctx, { accountId: account.accountId, credentials }));
      expect(await accountRow()).toMatchObject({ state: 'paused', stoppedFor: 'staff' });
      const resumed = async (by: typeof world.approver) =>
        must(await resumeAccount(by.ctx, account.accountId)).effect;
      expect(await resumed(world.approver)).toBe('awaits-second-person');
      expect(await resumed(world.second)).toBe('done');
    }
    must(await disconnectAccount(world.author.ctx, account.accountId));
    must(await reconnectAccount(world.author.ctx, { accountId: account.accountId, credentials }));
    expect(await accountRow()).toMatchObject({ state: 'active' });
  });

  test('a post cannot be taken back with credentials that no longer serve: it waits for others, in silence', async () => {
    for (const spoil of [
      () => standIn.revoke(account.token),
      () => world.db.update(accounts).set({ sealedCredentials: Buffer.from('none') }),
    ]) {
      account = await newAccount();
      const postId = await ready('To be taken down.');
      await round();
      must(await retractPost(world.approver.ctx, postId));
      await spoil();
      const before = await entries('account-deliveries/record-retraction');
      await round();
      await round();
      expect(await accountRow()).toMatchObject({ state: 'disconnected' });
      expect(await entries('account-deliveries/record-retraction')).toBe(before);
      standIn.restore(account.token);
      const credentials = { server: standIn.url, token: account.token };
      must(await reconnectAccount(world.author.ctx, { accountId: account.accountId, credentials }));
      await world.settle(publisher);
      expect(standIn.ledger(account.id).map(({ deleted }) => deleted)).toEqual([true]);
    }
  });

  test.each([
    ['a look that is refused while staff have paused the account', 'refused', 300],
    ['a fault of ours', 'throws', 2],
  ] as const)('nothing asks a network without a rest: %s', async (_, how, seconds) => {
    let looks = 0;
    const reconcile: Network['reconcile'] = async () => {
      looks += 1;
      if (how === 'throws') throw new Error('ours');
      return { kind: 'reconnect', reason: 'unauthorised' };
    };
    const networks = { ...opened.networks, mastodon: { ...opened.networks.mastodon, reconcile } };
    standIn.fail({ method: 'POST', path: /statuses$/, fault: '5xx before' });
    const own = await world.newPublisher({ networks });
    const again = async () => {
      await own.publisher.round();
      await own.publisher.idle();
    };
    const postId = await ready('Unseen.');
    await again();
    must(await pauseAccount(world.approver.ctx, account.accountId));
    for (let i = 0; i < 4; i++) await again();
    expect(looks).toBe(1);
    world.clock.advance({ seconds });
    for (let i = 0; i < 4; i++) await again();
    expect(looks).toBe(2);
    await world.db.execute(sql`delete from account_deliveries where post_id = ${postId}`);
  });

  test('an image that cannot be read any more is found out before anything can have arrived', async () => {
    const { mastodon } = opened.networks;
    const commit: Network['commit'] = async (access, parcel, prepared, tools) => {
      const [image] = parcel.content.images as { sha256: string }[];
      await world.db.execute(sql`update media set content = ''::bytea where sha256 = ${image?.sha256 ?? ''}`);
      await tools.image(image?.sha256 ?? '');
      return mastodon.commit(access, parcel, prepared, tools);
    };
    const own = await world.newPublisher({
      networks: { ...opened.networks, mastodon: { ...mastodon, commit } },
    });
    const postId = await ready('With an image.', { mediaId: await world.image('green'), alt: 'Green.' });
    await own.publisher.round();
    await own.publisher.idle();
    expect(await states(postId)).toEqual(['sent']);
    const content = { text: '', entities: [], image: '00' };
    const asked = opened.networks.telegram.prepare(
      { accountId: account.accountId, credentials: {} },
      { key: newId<AccountDeliveryId>(), content, answers: null },
      { now: world.clock.now(), image: () => Promise.reject(new Error('gone')), before: null },
    );
    await expect(asked).rejects.toThrow('gone');
  });

  test('another post without letters is not taken for one without letters', async () => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: '5xx before' });
    const postId = await ready('🕯🕯🕯');
    await round();
    await fetch(`${standIn.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ status: '…', visibility: 'public' }),
    });
    await world.settle(publisher, 90);
    expect(await states(postId)).toEqual(['unknown ALIKE']);
  });

  test('a person settles what nobody could find out', async () => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: 'reset after' });
    standIn.fail({ method: 'GET', path: /statuses$/, fault: '5xx before', times: 1000 });
    const postId = await ready('Seen by a person.');
    await world.settle(publisher);
    const [delivery] = await world.deliveriesOf(postId);
    expect(delivery).toMatchObject({ state: 'unknown', lookAt: null });
    if (delivery === undefined) return;
    must(
      await settleAccountDelivery(world.approver.ctx, {
        id: delivery.id,
        stands: { remoteId: '1', url: null },
      }),
    );
    expect(await states(postId)).toEqual(['sent seen']);
    expect(texts()).toHaveLength(1);
  });

  test('where a part stands that a thread goes on below is said by two, who name the same place', async () => {
    standIn.fail({ method: 'POST', path: /statuses$/, fault: 'reset after' });
    const postId = await ready('One sentence of the court. '.repeat(30));
    await round();
    // As when it was looked for as long as there is any use in it.
    await world.db.execute(
      sql`update account_deliveries set look_at = null where post_id = ${postId} and part = 0`,
    );
    const [first, next] = await world.deliveriesOf(postId);
    expect([first?.state, next?.state]).toEqual(['unknown', 'planned']);
    const says = async (who: TestStaff, remoteId: string) =>
      must(await settleAccountDelivery(who.ctx, { id: first!.id, stands: { remoteId, url: null } })).state;
    const place = standIn.ledger(account.id).at(-1)!.id;
    // Whoever names somebody else's post alone, or with another who saw ours, puts nothing below it.
    expect(await says(world.approver, '4711')).toBe('unknown');
    expect(await says(world.approver, '4711')).toBe('unknown');
    expect(await says(world.second, place)).toBe('unknown');
    await round();
    expect((await world.deliveriesOf(postId))[1]?.state).toBe('planned');
    expect(await says(world.approver, place)).toBe('sent');
    await round();
    expect((await world.deliveriesOf(postId))[1]?.state).toBe('sent');
  });
});

describe('refused before approval', () => {
  test.each([['a word that no part of a thread can hold', 'x'.repeat(3000), 'not-for-account']])(
    '%s',
    async (_, text, code) => {
      const postId = await world.post([account.accountId], { en: text });
      expect(await submitPost(world.author.ctx, { postId, language: 'en' })).toMatchObject({
        refusal: { code },
      });
    },
  );

  test('a post without a text in the language of one of its accounts', async () => {
    const az = await newAccount('az');
    const postId = await world.post([account.accountId, az.accountId], { en: 'Only English.' });
    expect(await submitPost(world.author.ctx, { postId, language: 'en' })).toMatchObject({
      refusal: { code: 'account-without-text', language: 'az' },
    });
  });

  test.each([
    ['credentials that are none', { server: 'not a server at all', token: 'x' }, 'credentials-malformed'],
    ['an unknown field', { server: 'https://a.example', token: 'x', more: 'y' }, 'credentials-malformed'],
  ])('%s', async (_, credentials, code) => {
    expect(
      await connectAccount(world.author.ctx, { network: 'mastodon', language: 'en', credentials }),
    ).toMatchObject({ refusal: { code } });
  });

  test('credentials that are wrong, or lack the scope to write', async () => {
    const { token } = standIn.createAccount('reader', ['read']);
    const given = (with_: string) =>
      ({ network: 'mastodon', language: 'en', credentials: { server: standIn.url, token: with_ } }) as const;
    expect(await connectAccount(world.author.ctx, given('wrong'))).toMatchObject({
      refusal: { code: 'not-recognised', reason: 'unauthorised' },
    });
    expect(await connectAccount(world.author.ctx, given(token))).toMatchObject({
      refusal: { code: 'not-recognised', reason: 'scope-missing' },
    });
    standIn.revoke(token);
    expect(await connectAccount(world.author.ctx, given(token))).toMatchObject({
      refusal: { code: 'not-recognised', reason: 'expired' },
    });
  });
});

test('what is kept of credentials cannot be read without the sender’s key, and no log or audit entry shows them', async () => {
  const everything = JSON.stringify([
    await world.db.select().from(accounts),
    await world.db.execute(sql`select * from audit_entries`),
    await world.db.select().from(accountDeliveries),
    world.logged,
  ]);
  // All of what this file has published, failed to publish, refused and logged.
  expect(tokens.length).toBeGreaterThan(20);
  expect(everything).toContain('accounts/connect');
  for (const token of tokens) expect(everything).not.toContain(token);
});

import { eq } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { WordpressStandIn } from '../../sandbox/wordpress/stand-in.ts';
import { XStandIn } from '../../sandbox/x/stand-in.ts';
import { refusalText } from '../../src/api/console/refusals.ts';
import { accountDeliveries, accounts } from '../../src/db/schema/index.ts';
import { DEFAULT_GRAPH_VERSION } from '../../src/domain/graph-version.ts';
import type { AccountId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { type NetworkName, networkNames } from '../../src/domain/network.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { connectAccount } from '../../src/services/accounts/connect.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import type { Subject, SubjectAccount } from './contract.ts';
import { subjectsOn } from './subjects.ts';
import { type ChannelWorld, channelWorld, freeSlots } from './telegram-subject.ts';
import { type PublishingWorld, publishingWorld } from './world.ts';

/*
 * What somebody types, uploads or forgets that cannot go out, on each of the seven networks: it is refused before anybody is
 * asked to approve it, in the reader's language, with what to do about it, and nothing of it stands anywhere.
 */

let opened: ReturnType<typeof openNetworks>;
let channels: ChannelWorld;
let world: PublishingWorld;
const started = new Map<NetworkName, Subject>();
const connected = new Map<NetworkName, { readonly account: SubjectAccount; readonly id: AccountId }>();

beforeAll(async () => {
  channels = await channelWorld({ timeoutMs: 30_000 });
  const [pages, x] = [await FacebookStandIn.start(), await XStandIn.start()];
  opened = openNetworks({
    pollMs: 2,
    telegram: { transport: channels.transport, slots: freeSlots },
    facebook: { root: pages.url, version: DEFAULT_GRAPH_VERSION },
    xServer: x.url,
    email: { publicUrl: 'https://bray.example', farewell: () => 'To get nothing more:' },
  });
  world = await publishingWorld(opened.networks);
  const subjects = subjectsOn(channels, pages, x);
  for (const name of networkNames) {
    const subject = await subjects[name](world.clock);
    started.set(name, subject);
    const account = await accountOn(name);
    const id = await world.connect(name, account.credentials);
    if (account.contact !== undefined) await world.addContact(id, account.contact);
    connected.set(name, { account, id });
  }
});
afterAll(async () => {
  await world.close();
  for (const subject of started.values()) await subject.close();
  await opened.close();
  await channels.close();
});

async function accountOn(name: NetworkName): Promise<SubjectAccount> {
  const account = await started.get(name)?.account();
  if (account == null) throw new Error(`There is no account on ${name}.`);
  return account;
}

function on(name: NetworkName) {
  const found = connected.get(name);
  if (found === undefined) throw new Error(`Nothing is connected on ${name}.`);
  return found;
}

/** Why a text is not taken when it is handed in. */
async function refusedAt(postId: Awaited<ReturnType<PublishingWorld['post']>>, language: Language = 'en') {
  const handed = await submitPost(world.author.ctx, { postId, language });
  return handed.ok ? null : handed.refusal;
}

/** In all seven languages, each in its own words. */
function expectTold(refusal: Parameters<typeof refusalText>[1], ...named: readonly string[]): void {
  const told = languages.map((language) => refusalText(language, refusal));
  expect(new Set(told).size).toBe(languages.length);
  for (const text of told) {
    expect(text).not.toContain(refusal.code);
    for (const name of named) expect(text).toContain(name);
  }
}

describe.each(networkNames)('on %s', (name) => {
  test('credentials of which one is wrong are refused with what to do, and no account is made', async () => {
    const { credentials } = await accountOn(name);
    const before = await world.db.$count(accounts);
    for (const { name: field } of opened.networks[name].credentialFields) {
      const given = credentials[field];
      if (given === undefined) continue;
      // The mail server of the tests takes any name with its one password.
      const typo = field === 'user' && name === 'email' ? [] : [wrongValue(field, given)];
      for (const wrong of ['', 'x\ny', ...typo]) {
        const over = { ...credentials, [field]: wrong };
        const result = await connectAccount(world.author.ctx, {
          network: name,
          language: 'en',
          credentials: over,
        });
        if (result.ok) throw new Error(`${field} = ${JSON.stringify(wrong)} was taken.`);
        expect(result.refusal, field).toMatchObject({ remedy: expect.stringMatching(/^[A-Z].{10,}/) });
      }
    }
    expect(await world.db.$count(accounts)).toBe(before);
  });

  test('an account that is disconnected, or whose credentials have ended, is named when a text is handed in', async () => {
    const { id } = on(name);
    const postId = await world.post([id], { en: 'Nothing of it goes out.' });
    const put = (values: Partial<typeof accounts.$inferInsert>) =>
      world.db.update(accounts).set(values).where(eq(accounts.id, id));
    for (const stopped of [
      { state: 'disconnected', stoppedFor: 'unauthorised' },
      { state: 'active', stoppedFor: null, credentialsEndAt: world.clock.now() },
    ] as const) {
      await put(stopped);
      const refusal = await refusedAt(postId);
      expect(refusal).toMatchObject({ code: 'account-of-text-disconnected', network: name });
      if (refusal !== null) expectTold(refusal, 'handle' in refusal ? refusal.handle : '');
    }
    await put({ state: 'active', stoppedFor: null, credentialsEndAt: null });
  });

  test('a text is missing in the language of its account', async () => {
    const postId = await world.post([on(name).id], { fa: 'فقط فارسی.' });
    const refusal = await refusedAt(postId, 'fa');
    expect(refusal).toMatchObject({ code: 'account-without-text', language: 'en' });
    if (refusal !== null) expectTold(refusal);
  });

  test('a word that fits no part is refused, and figures are told; where it fits it stays whole', async () => {
    const word = 'w'.repeat(3600);
    const postId = await world.post([on(name).id], { en: word });
    const refusal = await refusedAt(postId);
    const { max } = (await capabilitiesOf(name)).text;
    if (max >= word.length) {
      expect(refusal).toBeNull();
      return;
    }
    expect(refusal).toMatchObject({
      code: 'not-for-account',
      fault: { code: 'word-too-long', length: word.length },
    });
    if (refusal !== null) expectTold(refusal);
  });

  test('nothing of all that stands there, and what is only odd goes out as it is', async () => {
    const { account, id } = on(name);
    expect(await account.standing()).toEqual([]);
    expect(await world.db.$count(accountDeliveries, eq(accountDeliveries.accountId, id))).toBe(0);
    for (const [text, stands] of [
      ['🫏🫏', '🫏🫏'],
      ['https://example.org/a', 'example.org/a'],
      ['[https://example.org/b](https://example.org/b)', 'example.org/b'],
    ] as const) {
      const before = (await account.standing()).length;
      const postId = await world.post([id], { en: text });
      await world.approve(postId);
      await world.publish(postId);
      const publisher = await world.newPublisher();
      await world.settle(publisher);
      const [added, ...more] = (await account.standing()).slice(before);
      expect(more).toEqual([]);
      expect(name === 'email' ? (await PostalMime.parse(added ?? '')).text : added).toContain(stands);
      publisher.die();
    }
    expect(started.get(name)?.wrongs()).toEqual([]);
  });
});

describe('what no network has to say anything to', () => {
  const text = { caseId: () => world.caseId, sourceLanguage: 'en', text: 'A text.' } as const;
  const create = (more: object) =>
    createPost(world.author.ctx, {
      ...text,
      caseId: world.caseId,
      notBefore: null,
      notAfter: null,
      ...more,
    } as Parameters<typeof createPost>[1]);
  const in_ = (hours: number) => world.clock.now().add({ hours });

  test.each([
    ['one word of 6,000 characters', () => ({ text: 'w'.repeat(6000) }), 'text-too-long'],
    ['blanks alone', () => ({ text: ' \n\t\u00a0 ' }), 'no-text'],
    ['what nobody sees', () => ({ text: '\u200b\u2060\u200d' }), 'no-text'],
    ['a heading', () => ({ text: '# Freedom' }), 'text-unreadable'],
    ['a beginning that is over', () => ({ notBefore: in_(-1) }), 'start-past'],
    ['an end before its beginning', () => ({ notBefore: in_(2), notAfter: in_(1) }), 'window-empty'],
    ['an end that is over', () => ({ notAfter: in_(-1) }), 'window-past'],
    [
      'an embargo after its end',
      () => ({ embargoUntil: in_(2), notAfter: in_(1) }),
      'embargo-outside-window',
    ],
    ['an embargo that is over', () => ({ embargoUntil: in_(-1) }), 'embargo-past'],
    ['words for an image that are too long', () => ({ alt: 'a'.repeat(10_000) }), 'alt-unusable'],
    ['words for an image that nobody sees', () => ({ alt: '\u200b' }), 'alt-unusable'],
    ['words for an image that turn the order round', () => ({ alt: 'gpj\u202eexe' }), 'alt-unusable'],
  ] as const)('%s', async (_, more, code) => {
    const result = await create(more());
    if (result.ok) throw new Error('It was taken.');
    expect(result.refusal.code).toBe(code);
    expectTold(result.refusal);
  });

  test('words for an image that are too long, in a text that stands', async () => {
    const made = await create({});
    if (!made.ok) throw new Error(made.refusal.code);
    const { postId } = made.value;
    const edit = { postId, language: 'en', text: 'A text.', alt: 'a'.repeat(1001) } as const;
    expect(await editPost(world.author.ctx, edit)).toMatchObject({
      ok: false,
      refusal: { code: 'alt-unusable', fault: 'too-long', length: 1001, limit: 1000 },
    });
  });

  test('a category of a blog in another language than the account’s, before anything is written for it', async () => {
    const blog = await WordpressStandIn.start({ languages: ['en', 'az'], plugin: 'wpml' });
    blog.createCategory('xeberler', 'az');
    const { password } = blog.createUser('leyla');
    const credentials = { server: blog.url, user: 'leyla', password, category: 'xeberler' };
    const connect = (language: 'az' | 'en') =>
      connectAccount(world.author.ctx, { network: 'wordpress', language, credentials });
    expect(await connect('en')).toMatchObject({ ok: false, refusal: { reason: 'category-unknown' } });
    expect(await connect('az')).toMatchObject({ ok: true });
    await blog.close();
  });

  test('what is no channel, or one in which the bot may not post, is no account', async () => {
    const { standIn } = channels.telegram;
    const owner = standIn.createUser({ firstName: 'Leyla' }).id;
    const member = standIn.createChannel({ title: 'Member', username: 'bray_as_member', owner });
    const silent = standIn.createChannel({ title: 'Silent', username: 'bray_silent', owner });
    standIn.createGroup({ title: 'Group', username: 'bray_group', owner, supergroup: true });
    const bot = channels.bot.id;
    standIn.setMember({ chat: member.id, user: bot, status: 'member' });
    const rights = { can_post_messages: false, can_delete_messages: true };
    standIn.setMember({ chat: silent.id, user: bot, status: 'administrator', rights });
    for (const [channel, reason] of [
      ['@bray_group', 'not-a-channel'],
      ['@bray_as_member', 'may-not-post'],
      ['@bray_silent', 'may-not-post'],
    ] as const) {
      const result = await connectAccount(world.author.ctx, {
        network: 'telegram',
        language: 'en',
        credentials: { channel },
      });
      expect(result, channel).toMatchObject({ ok: false, refusal: { code: 'not-recognised', reason } });
    }
  });

  test('a post of a campaign that goes to no account is one for its followers', async () => {
    const postId = await world.post([], { en: 'For followers alone.' });
    expect(await refusedAt(postId)).toBeNull();
  });
});

async function capabilitiesOf(name: NetworkName) {
  const [row] = await world.db
    .select()
    .from(accounts)
    .where(eq(accounts.id, on(name).id));
  if (row === undefined) throw new Error('The account is gone.');
  return row.capabilities;
}

/** As somebody gets it wrong: another's, one that has been taken back, an address at which nothing of the kind is. */
function wrongValue(field: string, given: string): string {
  switch (field) {
    case 'server':
      return given.startsWith('smtp') ? 'smtp://127.0.0.1:9' : 'http://127.0.0.1:9';
    case 'channel':
      return '@nobody_has_this_channel';
    case 'page':
      return '99999999999';
    case 'from':
      return 'no address';
    case 'zone':
      return 'Europe/Atlantis';
    default:
      return given.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, (last) => (last === 'a' ? 'b' : 'a'));
  }
}

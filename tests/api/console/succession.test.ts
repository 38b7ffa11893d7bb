import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearingRevisions } from '../../../src/db/schema/index.ts';
import { lossesOf } from '../../../src/domain/drill.ts';
import type { StaffId } from '../../../src/domain/ids.ts';
import type { StaffSite } from '../../../src/domain/staff-site.ts';
import type { Role } from '../../../src/domain/words.ts';
import { doubtSuccessions } from '../../../src/scheduler/jobs/doubt-successions.ts';
import { offerDecision } from '../../../src/services/approvals/offer.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { listStaff } from '../../../src/services/staff/list.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { readSituation } from '../../../src/services/staff/situation.ts';
import { runHere } from '../../cli/run-here.ts';
import { type SoftKey, softAuthenticator } from '../../helpers/authenticator.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { verdictFacts } from '../../helpers/hearing.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());

/** A form of a page that a key answers. */
interface KeyForm {
  readonly action: string;
  readonly challenge: string;
  readonly fields: Readonly<Record<string, string>>;
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

function keyForms(page: string): KeyForm[] {
  const found = page.matchAll(
    /<form method="post" action="([^"]+)" data-passkey="\w+" data-options="([^"]+)">(.*?)<\/form>/gs,
  );
  return [...found].map(([, action = '', options = '', inside = '']) => ({
    action: plain(action),
    challenge: JSON.parse(plain(options)).challenge,
    fields: Object.fromEntries(
      [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, plain(value)],
      ),
    ),
  }));
}

/** Somebody before a browser, with a key in their hand, who has nothing but the pages of the console. */
function visitor() {
  let cookie = '';
  let key: SoftKey | null = null;
  const send = async (path: string, fields?: Record<string, string> | URLSearchParams) => {
    const answer = await world.send(
      { cookie },
      path,
      fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) },
    );
    const set = /__Host-bray=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (set !== undefined) cookie = set;
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
    return text;
  };
  const sign = async (path: string, which: (form: KeyForm) => boolean = () => true) => {
    const form = keyForms(await send(path)).find(which);
    if (form === undefined || key === null) throw new Error(`Nothing to sign on ${path}.`);
    await send(form.action, { ...form.fields, answer: key.sign(form.challenge) });
  };
  return {
    send,
    takes(holder: KeyHolder) {
      cookie = holder.cookie;
      key = holder.key;
    },
    /** Comes in by a one-time link, with a new key. */
    async comesIn(link: string) {
      const path = new URL(link).pathname;
      const [form] = keyForms(await send(path));
      if (form === undefined) throw new Error('This link does not ask for a key.');
      const made = softAuthenticator(world.site).make(form.challenge);
      await send(form.action, { ...form.fields, answer: made.answer });
      key = made.key;
    },
    signsIn: () => sign('/console/sign-in'),
    approves: (path: string) => sign(path, ({ fields }) => fields.decision === 'approved'),
    /** Agrees to what waits for a second person about the staff; answers the link that came of it. */
    async agrees() {
      const path = /action="(\/console\/staff-requests\/[^"]+\/agreements)"/.exec(
        await send('/console/staff'),
      )?.[1];
      if (path === undefined) throw new Error('Nothing waits for a second person.');
      const link = /<code id="link">([^<]+)<\/code>/.exec(await send(path, {}))?.[1];
      if (link === undefined) throw new Error('No link came of it.');
      return plain(link);
    },
    async invites(name: string, roles: readonly Role[]) {
      const fields = new URLSearchParams({ name });
      for (const role of roles) fields.append('roles', role);
      for (const language of ['az', 'en', 'fa']) fields.append('reads', language);
      await send('/console/staff/invitations', fields);
    },
  };
}

async function member(name: string, roles: readonly Role[]) {
  const staff = await world.staff(roles, { name, reads: ['az', 'en'] });
  return { ...staff, holder: await withKey(world, staff, world.site) };
}

async function handedIn(author: TestStaff) {
  const made = await createPost(author.ctx, {
    caseId: world.caseId,
    sourceLanguage: 'az',
    text: 'Məhkəmə bu gün oldu.',
    notBefore: null,
    notAfter: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const { postId } = made.value;
  const handed = await submitPost(author.ctx, { postId, language: 'az' });
  if (!handed.ok) throw new Error(handed.refusal.code);
  return postId;
}

const job = () => ({ ...world.job, staffSite: world.site });
const lost = async (gone: readonly StaffId[] = []) => {
  const situation = await readSituation(world.siteOperator, { keys: 'open', holders: [] });
  const { already, losses } = lossesOf(situation, [situation.people.filter(({ id }) => gone.includes(id))]);
  return [...already, ...losses.flatMap(({ broken }) => broken)]
    .filter((duty) => !('language' in duty) || ['az', 'en'].includes(duty.language))
    .map(({ kind }) => kind);
};

test('two of four vanish: within 24 hours the other two have the service in full hands', async () => {
  const arif = await member('Arif', ['admin', 'author', 'coordinator']);
  const leyla = await member('Leyla', ['admin', 'approver', 'lawyer']);
  const aysel = await member('Aysel', ['author', 'approver']);
  const kamran = await member('Kamran', ['approver', 'coordinator']);
  const [one, two, three] = [visitor(), visitor(), visitor()];
  one.takes(arif.holder);
  two.takes(leyla.holder);
  const before = visitor();
  before.takes(kamran.holder);
  const theirs = await handedIn(aysel);
  await before.approves(`/console/posts/${theirs}/az/approval`);

  // What the drill said on the day before, and what it says at the machine.
  expect(await lost()).toEqual([]);
  expect(await lost([aysel.id, kamran.id])).toEqual([
    'any-release',
    'release',
    'release',
    'lift-pause',
    'replace-keys',
    'replace-keys',
  ]);
  const env = { DATABASE_URL: world.databaseUrl, STAFF_ORIGIN: world.site.origin };
  const drill = await runHere(['drill', '--gone', 'Aysel,Kamran'], env);
  expect(drill).toMatchObject({ code: 1, stdout: expect.stringMatching(/BREAKS {2}starting posts again/) });
  expect(drill.stdout).toContain('Arif and Leyla invite them in the console');
  expect(await runHere(['drill', '--gone', 'Nobody'], env)).toMatchObject({ code: 1, stdout: '' });
  expect((await runHere(['drill'], env)).stdout.match(/^Without /gm)).toHaveLength(6);

  // First hour: everything is stopped, the two are taken off, and a successor is taken on.
  const vanished = world.clock.now();
  await one.send('/console/pauses', {});
  for (const gone of [aysel, kamran])
    await one.send(`/console/staff/${gone.id}/revocations`, { despite: 'yes' });
  await expect(before.send('/console')).resolves.not.toContain('Kamran');
  expect(await publishPost(job(), theirs)).toMatchObject({ published: [], unapproved: ['az'] });
  await one.invites('Nigar', ['admin', 'approver', 'coordinator']);
  await three.comesIn(await two.agrees());
  const nigar = (await listStaff(world.operator)).find(({ name }) => name === 'Nigar');
  expect(nigar?.roles).toContain('approver');

  // Leyla's laptop went with theirs: two others have her keys replaced, a day later.
  await one.send(`/console/staff/${leyla.id}/key-replacements`, {});
  const link = await three.agrees();
  await expect(visitor().comesIn(link)).rejects.toThrow('does not ask for a key');
  // Meanwhile news goes on: the posts of who is left, and facts, by signatures of the new one's key.
  const { hearingId } = await recorded(arif);
  await three.approves(`/console/hearings/${hearingId}/revisions/1/approval`);
  expect(await stateOf(hearingId)).toBe('in_effect');

  world.clock.advance({ hours: 24 });
  await two.comesIn(link);
  expect(await lost()).toEqual([]);
  await three.signsIn();
  // Two approvers start posts again, and what waits goes out by their word.
  const again = await handedIn(arif);
  await two.approves(`/console/posts/${again}/az/approval`);
  expect(await publishPost(job(), again)).toMatchObject({ published: [] });
  for (const approver of [two, three]) {
    const path = /action="(\/console\/pauses\/[^"]+)"/.exec(await approver.send('/console'))?.[1];
    await approver.send(path ?? '', {});
  }
  expect(await publishPost(job(), again)).toMatchObject({ published: ['az'], unapproved: [] });
  // Any one of the three may go now, as one of the four could.
  expect(world.clock.now().since(vanished).total('hours')).toBeLessThanOrEqual(24);
});

async function recorded(recorder: TestStaff) {
  const made = await recordHearing(recorder.ctx, { caseId: world.caseId, facts: verdictFacts });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

async function stateOf(hearingId: string) {
  const rows = await world.db.select().from(hearingRevisions);
  return rows.find((row) => row.hearingId === hearingId)?.state;
}

test('the staff site moves to another domain: everybody comes in anew there, and what was approved is asked for again', async () => {
  const moved: StaffSite = { origin: 'https://staff.example.net', rpId: 'staff.example.net' };
  const there = { ...world.job, staffSite: moved };
  const samira = await member('Samira', ['author']);
  const togrul = await member('Toğrul', ['approver']);
  const postId = await handedIn(samira);
  const approver = visitor();
  approver.takes(togrul.holder);
  await approver.approves(`/console/posts/${postId}/az/approval`);

  // At the machine: who has no key at the new address is given a link, and whoever has one is not.
  const env = { DATABASE_URL: world.databaseUrl, STAFF_ORIGIN: moved.origin };
  expect(await runHere(['drill', '--any', '1'], env)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/Impossible already.*\n {2}BREAKS {2}posts, in any language/s),
  });
  const everybody = (await listStaff(world.operator)).length;
  const links = await runHere(['staff', 'invite', '--everybody'], env);
  expect(links.stdout.match(/https:\/\/staff\.example\.net\/console\/invitations\/[\w-]+/g)).toHaveLength(
    everybody,
  );
  const holder = await withKey(world, togrul, moved);
  const fewer = await runHere(['staff', 'invite', '--everybody'], env);
  expect(fewer.stdout.match(/invitations/g)).toHaveLength(everybody - 1);

  expect(await publishPost(there, postId)).toMatchObject({ published: [], unapproved: ['az'] });
  const handed = await submitPost(samira.ctx, { postId, language: 'az' });
  if (!handed.ok) throw new Error(handed.refusal.code);
  const review = await reviewText(holder.ctx, { postId, language: 'az' });
  if (review === undefined) throw new Error('There is no such text.');
  const [offer] = (await offerDecision(holder.ctx, review.contentHash)).filter(
    ({ decision }) => decision === 'approved',
  );
  if (offer === undefined) throw new Error('There is no such offer.');
  const { translationId } = handed.value;
  const proof = { approvalId: offer.approvalId, answer: holder.key.sign(offer.options.challenge) };
  const version = review.text.version;
  expect(await decidePost(holder.ctx, { translationId, version, decision: 'approved', proof })).toMatchObject(
    { ok: true },
  );
  expect(await publishPost(there, postId)).toMatchObject({ published: ['az'], unapproved: [] });
});

test('two of four vanish, and one who is left brings in whom two had named: within 24 hours, by no one alone', async () => {
  for (const { id } of await listStaff(world.operator)) await revokeStaff(world.operator, id);
  const arif = await member('Arif', ['admin', 'author', 'coordinator']);
  const leyla = await member('Leyla', ['admin', 'approver']);
  const kamran = await member('Kamran', ['approver', 'coordinator']);
  const nigar = await member('Nigar', ['translator']);
  const [one, two, three, four] = [visitor(), visitor(), visitor(), visitor()];
  for (const [who, { holder }] of [
    [one, arif],
    [two, leyla],
    [three, kamran],
    [four, nigar],
  ] as const)
    who.takes(holder);
  /** The form of a succession, as it stands on the page; null when it is not offered. */
  const offered = async (who: typeof one, step: string) =>
    new RegExp(`/console/successions/[^"/]+/${step}`).exec(await who.send('/console/staff'))?.[0] ?? null;
  const presses = async (who: typeof one, step: string) =>
    who.send((await offered(who, step)) ?? '/nothing', {});

  // In calm: two name her. Nobody names themselves, nor somebody for what they do not hold; nor is one person two.
  const wanted = new URLSearchParams([
    ['staffId', nigar.id],
    ...['admin', 'approver', 'coordinator'].map((role) => ['roles', role]),
  ]);
  await expect(four.send('/console/successions', wanted)).rejects.toThrow('403');
  await expect(three.send('/console/successions', wanted)).rejects.toThrow('422');
  const oneself = new URLSearchParams({ staffId: leyla.id, roles: 'coordinator' });
  await expect(two.send('/console/successions', oneself)).rejects.toThrow('422');
  await two.send('/console/successions', wanted);
  const agreement = await offered(three, 'agreements');
  for (const nobody of [two, four]) expect(await offered(nobody, 'agreements')).toBeNull();
  await expect(two.send(agreement ?? '', {})).rejects.toThrow('422');
  // What nobody agreed to brings nothing.
  await expect(one.send((agreement ?? '').replace('agreements', 'calls'), {})).rejects.toThrow('409');
  await three.send(agreement ?? '', {});
  const env = { DATABASE_URL: world.databaseUrl, STAFF_ORIGIN: world.site.origin };
  const drill = await runHere(['drill', '--gone', 'Leyla,Kamran'], env);
  expect(drill.stdout).toMatch(
    / {2}a day {3}posts, in any language.*\n.*Nigar as approver, admin, coordinator/,
  );
  const named = 'Nigar as approver, admin, coordinator, named by Leyla and Kamran\n';
  expect(drill.stdout).toContain(`Named to take over:\n  ${named}`);
  expect(drill.stdout).toContain('Nigar has one key only: they approve nothing until');
  expect((await runHere(['staff', 'successors'], env)).stdout).toBe(named);
  const gone = [leyla.id, kamran.id];
  expect(await lost(gone)).toEqual(expect.arrayContaining(['any-post', 'facts', 'invite']));

  // The day: the console says what breaks before it is done.
  const vanished = world.clock.now();
  await expect(one.send(`/console/staff/${leyla.id}/revocations`, {})).rejects.toThrow('409');
  expect((await listStaff(world.operator)).map(({ name }) => name)).toContain('Leyla');
  for (const id of gone) await one.send(`/console/staff/${id}/revocations`, { despite: 'yes' });
  // Those who named her have gone: whoever is left may put their own word in place of theirs, and need not.
  expect((await runHere(['staff', 'successors'], env)).stdout).toContain(
    'named by Leyla (no longer there for it) and Kamran (no longer there for it)',
  );
  await doubtSuccessions(world.job);
  for (const [who, offers] of [
    [one, true],
    [four, false],
  ] as const)
    expect((await offered(who, 'confirmations')) !== null).toBe(offers);
  await presses(one, 'confirmations');
  expect(await offered(one, 'confirmations')).toBeNull();
  await presses(one, 'calls');
  expect(await offered(four, 'takings')).toBeNull();
  // Whoever objects takes it back for now; the naming stands, and it is asked for anew.
  const taking = ((await offered(four, 'objections')) ?? '').replace('objections', 'takings');
  await presses(four, 'objections');
  await expect(four.send(taking, {})).rejects.toThrow('409');
  await presses(one, 'calls');
  world.clock.advance({ hours: 23, minutes: 59 });
  for (const who of [one, four]) await who.signsIn();
  await expect(four.send(taking, {})).rejects.toThrow('409');
  world.clock.advance({ minutes: 1 });
  // Nobody takes over for her.
  await expect(one.send(taking, {})).rejects.toThrow('409');
  await four.send(taking, {});
  expect(world.clock.now().since(vanished).total('hours')).toBeLessThanOrEqual(24);
  await expect(four.send(taking, {})).rejects.toThrow('409');

  expect(await lost()).not.toEqual(expect.arrayContaining(['any-post']));
  const postId = await handedIn(arif);
  await four.approves(`/console/posts/${postId}/az/approval`);
  expect(await publishPost(job(), postId)).toMatchObject({ published: ['az'], unapproved: [] });
  // Two admins again: they take on who is lacking.
  await one.invites('Samir', ['approver', 'lawyer']);
  await visitor().comesIn(await four.agrees());
  expect(await lost()).toEqual([]);
});

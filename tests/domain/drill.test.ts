import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultApprovalPolicy } from '../../src/domain/approval-policy.ts';
import { custodies, parseCustody } from '../../src/domain/custody.ts';
import {
  brokenAmong,
  countGroups,
  type DrillPerson,
  type Duty,
  dutiesOf,
  groupsOf,
  isVital,
  lossesOf,
  type Situation,
  stuckTexts,
  type UnapprovedText,
} from '../../src/domain/drill.ts';
import { type CaseId, newId, type PostId, type StaffId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { type Role, roles } from '../../src/domain/words.ts';

const caseId = newId<CaseId>();

function member(name: string, more: Partial<DrillPerson> = {}): DrillPerson {
  return {
    id: newId<StaffId>(),
    name,
    roles: [],
    languages: ['en'],
    cases: null,
    ways: { key: true, chat: true, token: true },
    oneKeyUntil: null,
    custody: [],
    ...more,
  };
}

const standingOf = (people: readonly DrillPerson[], more: Partial<Situation> = {}): Situation => ({
  people,
  outside: [],
  languages: ['en'],
  cases: [{ id: caseId, slug: 'donkey-bloggers' }],
  policy: { update: 1, press_release: 1 },
  successors: [],
  staffSite: true,
  keys: 'open',
  ...more,
});

const nameOf = (duty: Duty) => ('language' in duty ? `${duty.kind} ${duty.language}` : duty.kind);
/** What breaks without these, by name; `already` is told apart. */
function without(standing: Situation, ...gone: DrillPerson[]) {
  const { already, losses } = lossesOf(standing, [gone]);
  return { already: already.map(nameOf), broken: losses.flatMap(({ broken }) => broken).map(nameOf) };
}

const every: readonly Role[] = roles;

describe('a text that waits', () => {
  const now = Temporal.Instant.from('2009-11-10T12:00:00Z');
  const [author, first, second] = [
    member('Aysel', { roles: ['author'] }),
    member('Leyla', { roles: ['approver'] }),
    member('Murad', { roles: ['approver'] }),
  ];
  const text: UnapprovedText = {
    postId: newId<PostId>(),
    caseId,
    slug: 'donkey-bloggers',
    language: 'en',
    authorId: author.id,
    editors: [author.id],
    approvals: 1,
  };
  const stuck = (people: readonly DrillPerson[], more: Partial<UnapprovedText> = {}, staffSite = true) =>
    stuckTexts({ people, staffSite }, [{ ...text, ...more }], now).map(({ may, lackKeys }) => [
      may.map(({ name }) => name),
      lackKeys.map(({ name }) => name),
    ]);

  test('is stuck once everybody who could approve it has changed it, or is too few', () => {
    const all = [author, first, second];
    expect(stuck(all)).toEqual([]);
    expect(stuck(all, { editors: [first.id] })).toEqual([]);
    expect(stuck(all, { editors: [first.id, second.id] })).toEqual([[[], []]]);
    expect(stuck(all, { editors: [first.id], approvals: 2 })).toEqual([[['Murad'], []]]);
    expect(stuck(all, { language: 'az' })).toEqual([[[], []]]);
    expect(stuck([author, { ...first, cases: [newId<CaseId>()] }])).toEqual([[[], []]]);
  });

  test('is stuck where only one has the keys for it, and says who may once they have another', () => {
    const oneOld = { ...second, oneKeyUntil: now };
    expect(stuck([author, first, oneOld], { approvals: 2 })).toEqual([[['Leyla'], ['Murad']]]);
    expect(
      stuck([author, first, { ...second, oneKeyUntil: now.add({ seconds: 1 }) }], { approvals: 2 }),
    ).toEqual([]);
    const keyless = { ...second, ways: { key: false, chat: true, token: true } };
    expect(stuck([author, keyless])).toEqual([[[], ['Murad']]]);
    expect(stuck([author, keyless], {}, false)).toEqual([]);
  });
});

describe('the drill', () => {
  test('names what two of four take with them, and what is left', () => {
    const boss = member('Arif', { roles: ['admin', 'author', 'coordinator'], languages: ['az', 'en'] });
    const second = member('Leyla', { roles: ['admin', 'approver'], languages: ['az', 'en'] });
    const writer = member('Aysel', { roles: ['author', 'approver'], languages: ['az', 'fa'] });
    const lawyer = member('Kamran', { roles: ['lawyer', 'author'], languages: ['az', 'fa'] });
    const standing = standingOf([boss, second, writer, lawyer], { languages: ['az', 'en', 'fa'] });
    expect(without(standing)).toEqual({ already: [], broken: [] });
    // Two admins and two approvers are exactly two: who takes one of them takes what needs both.
    expect(without(standing, writer, lawyer).broken).toEqual([
      'post fa',
      'release fa',
      'lift-pause',
      'replace-keys',
      'replace-keys',
    ]);
    expect(without(standing, boss, lawyer).broken).toEqual(expect.arrayContaining(['post en', 'invite']));
    expect(without(standing, boss, lawyer).broken).not.toContain('post az');
    const left = without(standing, second, writer).broken;
    expect(left).toEqual(expect.arrayContaining(['any-post', 'post az', 'post en', 'post fa', 'lift-pause']));
    expect(left).not.toContain('facts');
  });

  test.each<[string, Partial<DrillPerson>, string]>([
    [
      'a key, where texts are signed by one',
      { roles: ['approver'], ways: { key: false, chat: true, token: true } },
      'any-post',
    ],
    ['a way to act', { ways: { key: false, chat: false, token: false } }, 'facts'],
    ['the case', { cases: [] }, 'facts'],
    ['the language', { languages: ['fr'] }, 'post en'],
    ['the role', { roles: ['translator'] }, 'lift-pause'],
  ])('does not count who lacks %s', (_, lacking, broken) => {
    const whole = { roles: every };
    const one = member('Arif', whole);
    const other = member('Leyla', whole);
    expect(without(standingOf([one, other])).already).not.toContain(broken);
    const lame = standingOf([one, { ...other, ...lacking }]);
    expect(without(lame).already).toContain(broken);
    // It is told once, and not again of everybody without whom it is just as impossible.
    expect(without(lame, one).broken).not.toContain(broken);
  });

  test('counts as many approvers as each kind of post takes, beside who wrote it', () => {
    const author = member('Arif', { roles: ['author'] });
    const approvers = ['Leyla', 'Aysel'].map((name) => member(name, { roles: ['approver', 'lawyer'] }));
    const policy = defaultApprovalPolicy;
    const standing = standingOf([author, ...approvers], { policy });
    expect(without(standing).already).not.toContain('any-release');
    const broken = without(standing, approvers[0]!).broken;
    expect(broken).toEqual(expect.arrayContaining(['any-release', 'release en']));
    expect(broken).not.toContain('any-post');
    // Somebody who does not read the language is no second approver in it.
    const foreign = { ...approvers[1]!, languages: ['fr' as const] };
    expect(without(standingOf([author, approvers[0]!, foreign], { policy })).already).toEqual(
      expect.arrayContaining(['any-release', 'release en']),
    );
    expect(without({ ...standing, policy: { update: 2, press_release: 2 } }, approvers[0]!).broken).toContain(
      'any-post',
    );
  });

  test('reckons with who was named to take over, where somebody else is left to ask them and they have a key', () => {
    const arif = member('Arif', { roles: ['admin', 'author', 'coordinator'] });
    const leyla = member('Leyla', { roles: ['admin', 'approver'] });
    const kamran = member('Kamran', { roles: ['approver', 'coordinator'] });
    const nigar = member('Nigar', { roles: ['translator'], cases: [] });
    const successors = [{ staffId: nigar.id, roles: ['admin', 'approver', 'coordinator'] as const }];
    const people = [arif, leyla, kamran, nigar];
    const healed = (standing: Situation, ...gone: DrillPerson[]) =>
      lossesOf(standing, [gone]).losses.flatMap((loss) => loss.healed.map(nameOf));
    const lost = without(standingOf(people), leyla, kamran).broken;
    expect(lost).toEqual(expect.arrayContaining(['any-post', 'facts', 'invite']));
    expect(healed(standingOf(people), leyla, kamran)).toEqual([]);
    const named = standingOf(people, { successors });
    expect(without(named, leyla, kamran).broken).toEqual(lost);
    expect(healed(named, leyla, kamran)).toEqual(expect.arrayContaining(['any-post', 'facts', 'invite']));
    // Two approvers there are none yet: who came in takes on another.
    expect(healed(named, leyla, kamran)).not.toContain('lift-pause');
    expect(healed(named, arif, leyla, kamran)).toEqual([]);
    const keyless = { ...nigar, ways: { key: false, chat: true, token: true } };
    expect(healed(standingOf([arif, leyla, kamran, keyless], { successors }), leyla, kamran)).toEqual([]);
  });

  test('asks of each case those who work on it: two who work on different ones write nothing together', () => {
    const other = newId<CaseId>();
    const cases = [
      { id: caseId, slug: 'donkey-bloggers' },
      { id: other, slug: 'someone-else' },
    ];
    const one = member('Arif', { roles: every });
    const [here, there] = [[caseId], [other]].map((of) => member('Leyla', { roles: every, cases: of }));
    const standing = standingOf([one, here!, there!], { cases });
    // Who is limited lets nobody in.
    const byTwo = ['invite', 'replace-keys', 'replace-keys', 'replace-keys'];
    expect(without(standing).already).toEqual(byTwo);
    expect(without(standing, there!).broken).toEqual(
      expect.arrayContaining(['any-post', 'post en', 'facts']),
    );
    expect(without({ ...standing, cases: cases.slice(0, 1) }, there!).broken).not.toContain('any-post');
    expect(without({ ...standing, cases: [] }, there!).broken).not.toContain('any-post');
  });

  test('counts a chat where there is no staff site, and then asks for no invitation', () => {
    const ways = { key: false, chat: true, token: false };
    const author = member('Arif', { roles: every, ways: { ...ways, token: true } });
    const standing = standingOf([author, member('Leyla', { roles: every, ways })], { staffSite: false });
    expect(without(standing)).toEqual({ already: [], broken: [] });
    expect(dutiesOf(standing).map(nameOf)).not.toContain('invite');
  });

  test('reckons with what is held outside the service, and with who is not on the staff', () => {
    const people = [
      member('Arif', { roles: every, custody: ['machine', 'share', 'passphrase'] }),
      member('Leyla', { roles: every, custody: ['share', 'backup'] }),
      member('Aysel', { roles: every, custody: ['share'] }),
      member('Kamran', { roles: every }),
    ];
    const [arif, leyla, aysel] = people as [DrillPerson, DrillPerson, DrillPerson];
    const shared = standingOf(people, { keys: { shares: 2 } });
    const lost = (standing: Situation, ...gone: DrillPerson[]) =>
      lossesOf(standing, [gone]).losses.flatMap(({ broken }) =>
        broken.flatMap((duty) => (duty.kind === 'custody' ? [duty.custody] : [])),
      );
    expect(lost(shared, arif)).toEqual(['machine']);
    expect(lost(shared, leyla, aysel)).toEqual(['share', 'backup']);
    expect(lost({ ...shared, keys: 'passphrase' }, arif)).toEqual(['machine', 'passphrase']);
    const lawyer = { name: 'A lawyer abroad', custody: ['share', 'machine'] as const };
    expect(lost({ ...shared, outside: [lawyer] }, leyla, aysel)).toEqual(['backup']);
    expect(lost({ ...shared, outside: [lawyer] }, arif)).toEqual([]);
  });

  const anyPerson = fc
    .record({
      roles: fc.subarray([...roles]),
      languages: fc.subarray<Language>([...languages]),
      cases: fc.constantFrom<DrillPerson['cases']>(null, [], [caseId]),
      ways: fc.record({ key: fc.boolean(), chat: fc.boolean(), token: fc.boolean() }),
      custody: fc.subarray([...custodies]),
    })
    .map((more) => member('Somebody', more));
  const anyStanding = fc.record({
    people: fc.array(anyPerson, { maxLength: 6 }),
    outside: fc.constant([]),
    languages: fc.subarray<Language>([...languages], { minLength: 1 }),
    cases: fc.constant([{ id: caseId, slug: 'donkey-bloggers' }]),
    policy: fc.record({ update: fc.constantFrom(1, 2), press_release: fc.constantFrom(1, 2) }),
    successors: fc.constant([]),
    staffSite: fc.boolean(),
    keys: fc.constantFrom<Situation['keys']>('open', 'passphrase', { shares: 3 }),
  });

  test('never finds that fewer people can do more', () => {
    fc.assert(
      fc.property(anyStanding, fc.nat(), (standing, at) => {
        const duties = dutiesOf(standing).filter(({ kind }) => kind !== 'replace-keys');
        const fewer = standing.people.filter(
          (_, index) => index !== at % Math.max(1, standing.people.length),
        );
        const all = brokenAmong(standing.people, standing, duties);
        expect(brokenAmong(fewer, standing, duties)).toEqual(expect.arrayContaining([...all]));
      }),
      { numRuns: 300 },
    );
  });

  test('finds nothing vital broken where two more can do all that any two may take with them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.boolean(), (gone, staffSite) => {
        const people = Array.from({ length: gone + 3 }, () =>
          member('Somebody', { roles: every, custody: custodies, languages }),
        );
        const policy = defaultApprovalPolicy;
        const standing = standingOf(people, { languages, policy, staffSite, keys: { shares: 3 } });
        const { already, losses } = lossesOf(standing, groupsOf(gone, people));
        expect(already).toEqual([]);
        expect(losses).toHaveLength(countGroups(gone, people.length));
        expect(losses.flatMap(({ broken }) => broken)).toEqual([]);
      }),
    );
  });

  test('finds all vital with nobody left', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const duties = dutiesOf(standing).filter(isVital);
        expect(brokenAmong([], standing, duties)).toEqual(duties);
        expect(duties.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining(['any-post', 'facts', 'lift-pause']),
        );
      }),
    );
  });

  test('goes through every group once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), (size, of) => {
        const all = Array.from({ length: of }, (_, index) => index);
        const groups = [...groupsOf(size, all)].map((group) => group.join(' '));
        expect(groups).toHaveLength(size > of ? 0 : countGroups(size, of));
        expect(new Set(groups).size).toBe(groups.length);
      }),
    );
  });
});

describe('a custody file', () => {
  test('is read line by line, with what is behind a # left out', () => {
    expect(
      parseCustody('# who\nLeyla: machine, backup\n\r\nA lawyer: abroad: share # paper\nKamran:\n'),
    ).toEqual({
      ok: true,
      holders: [
        { name: 'Leyla', custody: ['machine', 'backup'] },
        { name: 'A lawyer: abroad', custody: ['share'] },
        { name: 'Kamran', custody: [] },
      ],
    });
  });

  test('with faults is refused with all of them, each with its line', () => {
    expect(parseCustody('Leyla machine\n: backup\nAysel: keys, share\nAysel: bot\n')).toEqual({
      ok: false,
      faults: [
        { line: 1, fault: 'no-colon', what: 'Leyla machine' },
        { line: 2, fault: 'no-name', what: ': backup' },
        { line: 3, fault: 'unknown-word', what: 'keys' },
        { line: 4, fault: 'named-twice', what: 'Aysel' },
      ],
    });
  });
});

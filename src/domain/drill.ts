import { factDeciders, factRecorders, hasRole, type StaffActor } from './actor.ts';
import { mayDecideFacts, mayDecideText } from './approval.ts';
import type { ApprovalPolicy } from './approval-policy.ts';
import { judgeAction } from './broadcast-action.ts';
import type { Custody, Holder } from './custody.ts';
import type { CaseId, PostId, StaffId } from './ids.ts';
import type { Language } from './language.ts';
import { judgeLift } from './pause.ts';
import { mayAgreeTo, mayAskFor } from './staff-request.ts';
import { mayCallSuccessor, type NamedSuccessor } from './succession.ts';
import type { PostKind, Role, StaffRequestKind } from './words.ts';

/*
 * What the rest could no longer do if some of the staff were gone from one hour to the next. It asks the same rules that
 * decide in earnest, for each pair of who would remain, so that the drill cannot drift from the service.
 */

/** Somebody on the staff, and by which ways they can act today. */
export interface DrillPerson {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly Language[];
  /** The only cases that they work on; null: all of the campaign. */
  readonly cases: readonly CaseId[] | null;
  /** A passkey of the present staff site; a linked chat; a token for the API that counts. */
  readonly ways: { readonly key: boolean; readonly chat: boolean; readonly token: boolean };
  /**
   * From when on they approve nothing, since they have one key only; null: they have two, or none. No duty breaks by it: to
   * add another one takes them minutes and nobody else.
   */
  readonly oneKeyUntil: Temporal.Instant | null;
  /** What they hold outside the service, as far as it is recorded. */
  readonly custody: readonly Custody[];
}

/** All that the drill asks its rules about: people, what they hold, and what the campaign needs of them. */
export interface Situation {
  readonly people: readonly DrillPerson[];
  /** Who holds something and is not on the staff: they are there whoever is gone. */
  readonly outside: readonly Holder[];
  readonly languages: readonly Language[];
  /** The open ones. */
  readonly cases: readonly { readonly id: CaseId; readonly slug: string }[];
  /** How many approvals each kind of post takes. */
  readonly policy: ApprovalPolicy;
  /** Whom two have named in advance. */
  readonly successors: readonly NamedSuccessor[];
  /** Whether there is a staff site: then texts are signed by a key, and the staff invites whom it lacks. */
  readonly staffSite: boolean;
  /** What opens the key file: nothing more, a passphrase, or so many shares. */
  readonly keys: 'open' | 'passphrase' | { readonly shares: number };
}

/** A text that nobody has approved yet, or not all who have to. */
export interface UnapprovedText {
  readonly postId: PostId;
  readonly caseId: CaseId;
  readonly slug: string;
  readonly language: Language;
  readonly authorId: StaffId;
  readonly editors: readonly StaffId[];
  /** How many people have to approve it, those who have among them. */
  readonly approvals: number;
}

/** A text that fewer people may approve than have to. */
export interface StuckText extends UnapprovedText {
  /** Who may today, and who may once they have a key, or a second one; these alone are too few, or all that is missing. */
  readonly may: readonly DrillPerson[];
  readonly lackKeys: readonly DrillPerson[];
}

/** Something that a campaign must be able to do. */
export type Duty =
  | { readonly kind: 'any-post' }
  | { readonly kind: 'post'; readonly language: Language }
  | { readonly kind: 'any-release' }
  | { readonly kind: 'release'; readonly language: Language }
  | { readonly kind: 'facts'; readonly caseId: CaseId; readonly slug: string }
  | { readonly kind: 'lift-pause' }
  | { readonly kind: 'stop-alert' }
  | { readonly kind: 'invite' }
  | { readonly kind: 'replace-keys'; readonly staffId: StaffId; readonly name: string }
  | { readonly kind: 'custody'; readonly custody: Custody; readonly need: number };

/**
 * Whether followers are left without news, or the service without hands, when a duty cannot be done. A single language is
 * not vital, since its readers get the text in the next one of their chain; nor is what others than the staff can do, nor
 * are press releases, as long as updates go out.
 */
export function isVital(duty: Duty): boolean {
  switch (duty.kind) {
    case 'any-post':
    case 'facts':
    case 'lift-pause':
      return true;
    case 'custody':
      return ['machine', 'passphrase', 'share'].includes(duty.custody);
    default:
      return false;
  }
}

/** What is lost when some are gone, and only then. */
export interface Loss {
  readonly gone: readonly DrillPerson[];
  readonly broken: readonly Duty[];
  /** Which of these can be done again a day later, once those have taken over whom two named in advance. */
  readonly healed: readonly Duty[];
}

/** All that this campaign must be able to do. Of what is held outside, only what is recorded of somebody. */
export function dutiesOf(situation: Situation): readonly Duty[] {
  const { people, outside, languages, cases, staffSite, keys } = situation;
  const held = new Set([...people, ...outside].flatMap(({ custody }) => custody));
  // What no longer opens anything is no loss.
  if (keys !== 'passphrase') held.delete('passphrase');
  if (typeof keys !== 'object') held.delete('share');
  return [
    { kind: 'any-post' },
    ...languages.map((language) => ({ kind: 'post', language }) as const),
    { kind: 'any-release' },
    ...languages.map((language) => ({ kind: 'release', language }) as const),
    ...cases.map(({ id, slug }) => ({ kind: 'facts', caseId: id, slug }) as const),
    { kind: 'lift-pause' },
    { kind: 'stop-alert' },
    ...(staffSite
      ? [
          { kind: 'invite' } as const,
          // Whoever never had a key gets one by a link of the operator's.
          ...people
            .filter(({ ways }) => ways.key)
            .map(({ id, name }) => ({ kind: 'replace-keys', staffId: id, name }) as const),
        ]
      : []),
    ...[...held].map(
      (custody) =>
        ({
          kind: 'custody',
          custody,
          need: custody === 'share' && typeof keys === 'object' ? keys.shares : 1,
        }) as const,
    ),
  ];
}

type Circumstances = Omit<Situation, 'people' | 'keys' | 'successors'>;

/** Which of the duties these people cannot do among themselves. */
export function brokenAmong(
  people: readonly DrillPerson[],
  situation: Circumstances,
  duties: readonly Duty[],
): readonly Duty[] {
  return duties.filter((duty) => !canDo(duty, people, situation));
}

function canDo(
  duty: Duty,
  people: readonly DrillPerson[],
  { outside, languages, cases, policy, staffSite }: Circumstances,
): boolean {
  // Of each case by those who work on it; before there is one, by whoever would.
  const teams = cases.length === 0 ? [people] : cases.map(({ id }) => people.filter(worksOn(id)));
  const canPostIn = (language: Language, kind: PostKind) => (team: readonly DrillPerson[]) =>
    canPost({ people: team, staffSite }, language, policy[kind]);
  const canPostInAny = (kind: PostKind) =>
    teams.every((team) => languages.some((language) => canPostIn(language, kind)(team)));
  switch (duty.kind) {
    case 'any-post':
      return canPostInAny('update');
    case 'post':
      return teams.every(canPostIn(duty.language, 'update'));
    case 'any-release':
      return canPostInAny('press_release');
    case 'release':
      return teams.every(canPostIn(duty.language, 'press_release'));
    case 'facts':
      return canDecideFacts(people.filter(worksOn(duty.caseId)));
    case 'lift-pause':
      return pairs(people.filter(acts)).some(([one, other]) => canLift(one, other));
    case 'stop-alert':
      return pairs(people.filter(acts)).some(([one, other]) => canStopAlert(one, other));
    case 'invite':
      return someTwoAgree('invite', people, null);
    case 'replace-keys':
      // Whoever is gone needs no keys.
      return (
        people.every(({ id }) => id !== duty.staffId) || someTwoAgree('replace-keys', people, duty.staffId)
      );
    case 'custody':
      return (
        [...people, ...outside].filter(({ custody }) => custody.includes(duty.custody)).length >= duty.need
      );
  }
}

/** In the console, where they sign in with a key. */
function someTwoAgree(
  kind: StaffRequestKind,
  people: readonly DrillPerson[],
  concerns: StaffId | null,
): boolean {
  const signedIn = people.filter(({ ways }) => ways.key);
  return pairs(signedIn).some(([one, other]) => canAgree(kind, one, other, concerns));
}

/** What everybody together can do and these alone, of whom some are gone or work on fewer cases, can not. */
export function lossesWith(people: readonly DrillPerson[], situation: Situation): readonly Duty[] {
  const duties = dutiesOf(situation);
  const already = brokenAmong(situation.people, situation, duties);
  return brokenAmong(
    people,
    situation,
    duties.filter((duty) => !already.includes(duty)),
  );
}

/** What breaks with each group of `gone`, beside what is broken while everybody is there. */
export function lossesOf(
  situation: Situation,
  groups: Iterable<readonly DrillPerson[]>,
): { readonly already: readonly Duty[]; readonly losses: readonly Loss[] } {
  const duties = dutiesOf(situation);
  const already = brokenAmong(situation.people, situation, duties);
  const sound = duties.filter((duty) => !already.includes(duty));
  const losses: Loss[] = [];
  for (const gone of groups) {
    const left = situation.people.filter((person) => !gone.includes(person));
    const broken = brokenAmong(left, situation, sound);
    const still = brokenAmong(succeeded(left, situation.successors), situation, broken);
    losses.push({ gone, broken, healed: broken.filter((duty) => !still.includes(duty)) });
  }
  return { already, losses };
}

/** The same people once whoever was named among them has taken over: it takes one of the others, who asks for it. */
function succeeded(
  people: readonly DrillPerson[],
  successors: readonly NamedSuccessor[],
): readonly DrillPerson[] {
  return people.map((person) => {
    const named = successors.filter(({ staffId }) => staffId === person.id);
    const calls = people.some((one) => one.ways.key && mayCallSuccessor(actorOf(one), person.id) === null);
    if (named.length === 0 || !person.ways.key || !calls) return person;
    const gained = new Set([...person.roles, ...named.flatMap(({ roles }) => roles)]);
    // Who administers works on all cases.
    return { ...person, roles: [...gained], cases: gained.has('admin') ? null : person.cases };
  });
}

/** Every group of so many. */
export function* groupsOf<T>(size: number, all: readonly T[], from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= all.length - size; index++) {
    const one = all[index];
    if (one === undefined) return;
    for (const others of groupsOf(size - 1, all, index + 1)) yield [one, ...others];
  }
}

/** How many groups of so many there are. */
export function countGroups(size: number, all: number): number {
  let count = 1;
  for (let index = 0; index < size; index++) count = (count * (all - index)) / (index + 1);
  return Math.round(count);
}

/** Which of these texts wait in vain: whoever could approve them wrote or changed them, or lacks a key for it. */
export function stuckTexts(
  { people, staffSite }: Pick<Situation, 'people' | 'staffSite'>,
  texts: readonly UnapprovedText[],
  now: Temporal.Instant,
): readonly StuckText[] {
  return texts.flatMap((text) => {
    const deciders = people
      .filter(worksOn(text.caseId))
      .filter((one) => mayDecideText(actorOf(one), text) === null);
    const may = deciders.filter((one) => (staffSite ? approvesByKey(one, now) : acts(one)));
    const lackKeys = staffSite ? deciders.filter((one) => !may.includes(one)) : [];
    return may.length < text.approvals ? [{ ...text, may, lackKeys }] : [];
  });
}

function approvesByKey({ ways, oneKeyUntil }: DrillPerson, now: Temporal.Instant): boolean {
  return ways.key && (oneKeyUntil === null || Temporal.Instant.compare(now, oneKeyUntil) < 0);
}

interface Among {
  readonly people: readonly DrillPerson[];
  readonly staffSite: boolean;
}

/** Somebody who writes for it, whoever puts it into the language, and as many others as it takes who may decide on it. */
function canPost({ people, staffSite }: Among, language: Language, approvals: number): boolean {
  const writing = people.filter(({ ways }) => ways.key || ways.token);
  const authors = writing.filter((one) => hasRole(one, 'author'));
  const writers = writing.filter(
    (one) => hasRole(one, 'author', 'translator') && one.languages.includes(language),
  );
  const deciders = people.filter((one) => (staffSite ? one.ways.key : acts(one)));
  return authors.some((author) =>
    writers.some((writer) => {
      const text = { authorId: author.id, editors: [writer.id], language };
      return deciders.filter((one) => mayDecideText(actorOf(one), text) === null).length >= approvals;
    }),
  );
}

function canDecideFacts(team: readonly DrillPerson[]): boolean {
  const recorders = team.filter((one) => hasRole(one, ...factRecorders) && (one.ways.key || one.ways.token));
  return recorders.some((recorder) =>
    team
      .filter(acts)
      .some((decider) => mayDecideFacts(actorOf(decider), { recordedBy: recorder.id }) === null),
  );
}

const worksOn = (caseId: CaseId) => (person: DrillPerson) =>
  person.cases === null || person.cases.includes(caseId);

function canLift(one: DrillPerson, other: DrillPerson): boolean {
  if (judgeLift(null, actorOf(one), then).do !== 'ask') return false;
  return judgeLift({ by: one.id, at: then }, actorOf(other), then).do === 'lift';
}

function canStopAlert(one: DrillPerson, other: DrillPerson): boolean {
  const running = { kind: 'alert', state: 'running' } as const;
  if (judgeAction({ ...running, asked: null }, 'pause', actorOf(one), then).do !== 'ask') return false;
  const asked = { action: 'pause', by: one.id, at: then } as const;
  return judgeAction({ ...running, asked }, 'pause', actorOf(other), then).do === 'move';
}

function canAgree(
  kind: StaffRequestKind,
  one: DrillPerson,
  other: DrillPerson,
  concerns: StaffId | null,
): boolean {
  if (mayAskFor(kind, actorOf(one), concerns) !== null) return false;
  return mayAgreeTo({ kind, concerns, askedBy: one.id, askedAt: then }, actorOf(other), then) === null;
}

/** Who takes part in decisions that a button is enough for. */
function acts({ ways }: DrillPerson): boolean {
  return ways.key || ways.chat || ways.token;
}

/** Requests are made and agreed to in the same instant. */
const then = Temporal.Instant.fromEpochMilliseconds(0);

function actorOf({ id, name, roles, languages, cases }: DrillPerson): StaffActor {
  return { kind: 'staff', id, name, roles, languages, cases, via: 'console' };
}

/** Both orders: whether two can do it may depend on who asks. */
function pairs<T>(people: readonly T[]): (readonly [T, T])[] {
  return people.flatMap((one) =>
    people.filter((other) => other !== one).map((other) => [one, other] as const),
  );
}

/** Whose roles could fill what is broken: what a successor must be taken on as. */
export function rolesToFill(duty: Duty): readonly Role[] {
  switch (duty.kind) {
    case 'any-post':
    case 'post':
    case 'any-release':
    case 'release':
      return ['author', 'approver'];
    case 'facts':
    case 'stop-alert':
      return factDeciders;
    case 'lift-pause':
      return ['approver'];
    case 'invite':
      return ['admin'];
    case 'replace-keys':
      return ['admin', 'approver'];
    case 'custody':
      return [];
  }
}

import { foldLetters } from './characters.ts';
import { isNameDeclined, type Span } from './find-name.ts';
import { isSurnameDeclined } from './find-surnames.ts';

/** What kind of fact is locked in translations. */
export type FactKind = 'name' | 'court' | 'date' | 'weekday' | 'time' | 'link';

/** A fact that stands in a text: which it is in whatever language, and where. */
export interface FoundFact extends Span {
  readonly kind: FactKind;
  readonly value: string;
  /** It may mean something else: a surname alone, a day of the week beside no date. */
  readonly soft?: true;
}

/** Finds the facts of a text, in their order, none within another. */
export type FindFacts = (text: string) => readonly FoundFact[];

/** A fact of a source's paragraph that its translation has to carry. */
export interface LockedFact {
  readonly kind: FactKind;
  readonly value: string;
  /** As the translation's language writes it: what is filled in for its reader. */
  readonly shown: string;
  /** Of a name of which only the surname stands there: all of it. */
  readonly name?: string;
  /** Of a day of the week: every form of it in that language. */
  readonly forms?: readonly string[];
  /**
   * The source may mean something else by it. It may be carried, and need not be, unless the translation has another of its
   * kind in its place: somebody else of the case, another day.
   */
  readonly soft?: true;
}

/** In what a translation's paragraph does not say what its source says. */
export interface FactFaults {
  /** As they have to be carried. */
  readonly lost: readonly string[];
  /** Locked more often than the source has them. */
  readonly doubled: readonly string[];
  /** Locked, or an hour, a day or an address, that the source has not. */
  readonly altered: readonly string[];
}

/**
 * A locked fact in a translation's paragraph: `{10:30}`; a name with how it is declined there, `{Эмин Милли|Эмина Милли}`.
 * Braces of a source mean themselves: in the translation of such a paragraph nothing is locked.
 */
const tokens = /\{([^{}|\n]*)(?:\|([^{}|\n]*))?\}/g;

/** Kinds that languages decline. */
const declined: readonly FactKind[] = ['name', 'court', 'weekday'];
/**
 * Kinds that nobody adds of their own: a name may stand where the source says "he", another hour nowhere. A day of the week
 * may be added to its date; that it is that of its date is judged by `weekdays.ts`.
 */
const strict: readonly FactKind[] = ['date', 'time', 'link'];
/** Kinds of which another one is said in the same words. */
const exchanged: readonly FactKind[] = [...strict, 'weekday'];

interface Token extends Span {
  readonly shown: string;
  readonly written: string;
  /** Which fact it carries; undefined: none of the source's. */
  readonly fact: LockedFact | undefined;
}

/** Whether the facts of a source's paragraph can be locked in its translation at all. */
export function isLockable(source: string): boolean {
  return source !== '' && !/[{}]/.test(source);
}

/** A paragraph as it goes out: what is locked stands as its language writes it. */
export function fillFacts({ source, text }: { readonly source: string; readonly text: string }): string {
  if (!isLockable(source)) return text;
  return text.replace(tokens, (_, shown: string, written?: string) => written ?? shown);
}

/** A paragraph in which each fact of the source that stands there openly is locked, as often as the source has it. */
export function lockFacts(text: string, facts: readonly LockedFact[], find: FindFacts): string {
  const free = unlocked(facts, tokensIn(text, facts));
  const locked = openFacts(text, facts, find).flatMap((found) => {
    const same = (fact: LockedFact) => fact.kind === found.kind && fact.value === found.value;
    const like = free.findIndex((fact) => same(fact) && fact.soft === found.soft);
    const at = like === -1 ? free.findIndex(same) : like;
    const [fact] = at === -1 ? [] : free.splice(at, 1);
    return fact === undefined ? [] : [{ ...found, text: tokenFor(fact, text.slice(found.start, found.end)) }];
  });
  return replaced(text, locked);
}

/** How a paragraph stands to the facts of its source; null: it says what that says. */
export function judgeFacts(text: string, facts: readonly LockedFact[], find: FindFacts): FactFaults | null {
  const there = tokensIn(text, facts);
  const lost = missing(text, facts, find).map(({ shown }) => shown);
  const doubled = surplus(facts, there).map(({ shown }) => shown);
  const altered = mistaken(text, facts, find).map(({ start, end }) =>
    text.slice(start, end).replace(/[{}]/g, ''),
  );
  return lost.length + doubled.length + altered.length === 0 ? null : { lost, doubled, altered };
}

/**
 * A paragraph with what it lacks put back: in the place of what was altered, where that is of the same kind, and at its end
 * where nothing is. What is locked too often stands open. What is there beyond that, a person has to take out.
 */
export function putFactsBack(paragraph: string, facts: readonly LockedFact[], find: FindFacts): string {
  const text = lockFacts(paragraph, facts, find);
  const there = tokensIn(text, facts);
  const lost = missing(text, facts, find);
  const instead = mistaken(text, facts, find).flatMap((mistake) => {
    const at = lost.findIndex(({ kind }) => mistake.kind === null || mistake.kind === kind);
    const [fact] = at === -1 ? [] : lost.splice(at, 1);
    return fact === undefined ? [] : [{ ...mistake, text: tokenFor(fact, fact.shown) }];
  });
  const open = surplus(facts, there).map((token) => ({ ...token, text: token.written }));
  const kept = replaced(text, [...instead, ...open]);
  return [kept.trimEnd(), ...lost.map((fact) => tokenFor(fact, fact.shown))]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * A paragraph that carries the facts of its source as it was, with those of the source as it is; null where one does not
 * stand in the place of the other.
 */
export function carryFacts(
  text: string,
  was: readonly LockedFact[],
  now: readonly LockedFact[],
): string | null {
  if (was.length !== now.length) return null;
  const next = new Map<string, LockedFact>();
  for (const [i, before] of was.entries()) {
    const after = now[i];
    if (after === undefined || after.kind !== before.kind) return null;
    const other = next.get(before.shown);
    if (other !== undefined && other.shown !== after.shown) return null;
    next.set(before.shown, after);
  }
  const changed = tokensIn(text, was).flatMap((token) => {
    const after = next.get(token.shown);
    return after === undefined || after.shown === token.shown ? [] : [{ token, after }];
  });
  if (!changed.every(({ token, after }) => standsAsShown(text, token, after))) return null;
  return replaced(
    text,
    changed.map(({ token, after }) => ({ ...token, text: tokenFor(after, after.shown) })),
  );
}

/** Whether what a token carries can be exchanged for another: in which case a day of the week stands is for a person to say. */
function standsAsShown(text: string, { fact, written, end }: Token, after: LockedFact): boolean {
  if (after.forms === undefined) return true;
  const isFixed = [fact, after].every((one) =>
    (one?.forms ?? []).every((form) => alike(form).startsWith(alike(one?.shown ?? ''))),
  );
  return isFixed && written === fact?.shown && !/^[\p{L}'’]/u.test(text.slice(end));
}

/** Whether two paragraphs differ by hours, days (of the week too) and addresses only: what is said of them is the same. */
export function differByFactsOnly(was: string, now: string, find: FindFacts): boolean {
  return masked(was, find) === masked(now, find);
}

function masked(text: string, find: FindFacts): string {
  return replaced(
    text,
    find(text).map((fact) => ({
      ...fact,
      text: `{${fact.kind}${exchanged.includes(fact.kind) ? '' : fact.value}}`,
    })),
  );
}

function tokensIn(text: string, facts: readonly LockedFact[]): Token[] {
  return [...text.matchAll(tokens)].map(({ index, 0: whole, 1: shown = '', 2: form }) => ({
    start: index,
    end: index + whole.length,
    shown,
    written: form ?? shown,
    fact: facts.find((fact) => fact.shown === shown && (form === undefined || isForm(fact, form))),
  }));
}

/** A person is the same by the full name and by the surname alone. */
function isForm({ kind, shown, name = shown, forms }: LockedFact, form: string): boolean {
  if (forms !== undefined) return forms.some((one) => alike(one) === alike(form));
  if (!declined.includes(kind)) return false;
  return isNameDeclined(form, name) || (kind === 'name' && isSurnameDeclined(form, name));
}

/** Persian writes one word, two, or a joiner between. */
const alike = (form: string): string => foldLetters(form).replace(/\s/gu, '');

/**
 * The facts that a text lacks. One that may mean something else is lacking only where another of its kind stands more often
 * than the source has it: who was named is somebody else then.
 */
function missing(text: string, facts: readonly LockedFact[], find: FindFacts): LockedFact[] {
  const there = tokensIn(text, facts);
  const standing: readonly Pick<LockedFact, 'kind' | 'value'>[] = [
    ...there.flatMap<Pick<LockedFact, 'kind' | 'value'>>(({ fact, written }) =>
      fact === undefined ? find(written) : [fact],
    ),
    ...openFacts(text, facts, find),
  ];
  const isInstead = (of: LockedFact) =>
    standing.some(
      (one) => one.kind === of.kind && one.value !== of.value && countOf(one, standing) > countOf(one, facts),
    );
  return unlocked(facts, there).filter((fact) => fact.soft !== true || isInstead(fact));
}

function countOf(
  { kind, value }: Pick<LockedFact, 'kind' | 'value'>,
  among: readonly Pick<LockedFact, 'kind' | 'value'>[],
): number {
  return among.filter((one) => one.kind === kind && one.value === value).length;
}

/** The facts that no token carries, each as often as the source has it. */
function unlocked(facts: readonly LockedFact[], there: readonly Token[]): LockedFact[] {
  const left = there.flatMap(({ fact }) => fact?.shown ?? []);
  return facts.filter(({ shown }) => {
    const at = left.indexOf(shown);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** The tokens beyond as many as the source has of their fact. */
function surplus(facts: readonly LockedFact[], there: readonly Token[]): Token[] {
  const left = facts.map(({ shown }) => shown);
  return there.filter(({ fact }) => {
    if (fact === undefined) return false;
    const at = left.indexOf(fact.shown);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** What stands openly, outside every token. */
function openFacts(text: string, facts: readonly LockedFact[], find: FindFacts): readonly FoundFact[] {
  // In the place of each token something as long that no fact is made of.
  const open = replaced(
    text,
    tokensIn(text, facts).map((token) => ({ ...token, text: '\ufffc'.repeat(token.end - token.start) })),
  );
  return find(open);
}

/** Tokens of no fact, and open hours, days and addresses that the source has not; `kind`: where it can be told. */
function mistaken(
  text: string,
  facts: readonly LockedFact[],
  find: FindFacts,
): (Span & { readonly kind: FactKind | null })[] {
  const strange = tokensIn(text, facts).flatMap(({ fact, start, end, written }) =>
    fact === undefined ? [{ start, end, kind: find(written)[0]?.kind ?? null }] : [],
  );
  const others = openFacts(text, facts, find).filter(
    ({ kind, value }) =>
      strict.includes(kind) && !facts.some((fact) => fact.kind === kind && fact.value === value),
  );
  return [...strange, ...others].toSorted((a, b) => a.start - b.start);
}

/** A declined name keeps its form; an ending of its own stays outside. */
function tokenFor({ kind, shown }: LockedFact, written: string): string {
  if (!declined.includes(kind) || written === shown) return `{${shown}}`;
  return written.startsWith(shown) ? `{${shown}}${written.slice(shown.length)}` : `{${shown}|${written}}`;
}

function replaced(text: string, parts: readonly (Span & { readonly text: string })[]): string {
  let [made, at] = ['', 0];
  for (const { start, end, text: part } of parts.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + part;
    at = end;
  }
  return made + text.slice(at);
}

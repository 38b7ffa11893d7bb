import { inArray } from 'drizzle-orm';
import { cases, persons } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { type CaseId, newId, type PersonId } from '../../domain/ids.ts';
import { isLanguage, type Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import { type NameFault, parseName } from '../../domain/name.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseSlug, type Slug, slugsLike } from '../../domain/slug.ts';
import type { ShownAs } from '../../domain/words.ts';
import { parseZone } from '../../domain/zone.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { isLeftToNobody, lockLimits } from '../staff/deciders.ts';
import { fieldThatNamesOne } from './protected-names.ts';
import { askAboutCase } from './tell-of-case.ts';

/** What opens a case. */
export interface CreateCase {
  readonly slug: string;
  readonly name: Localised;
  readonly summary: Localised;
  /** ISO 3166-1, two capital letters. */
  readonly country: string;
  readonly zone: string;
  /** Invented for trying things out; said on every card and in every alert. */
  readonly fictional: boolean;
  /** In the order in which the campaign names them. */
  readonly persons: readonly {
    readonly name: Localised;
    /** By role only: a minor, a witness, a victim. Default: by name. */
    readonly shownAs?: ShownAs;
    readonly note: string | null;
  }[];
}

export type CreateCaseRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'limited-to-cases' }
  /** Whoever decides on facts is limited to other cases. */
  | { readonly code: 'deciders-too-few'; readonly cases: readonly string[] }
  | { readonly code: 'slug-unusable'; readonly field: 'slug' }
  | { readonly code: 'slug-taken'; readonly field: 'slug'; readonly free: string }
  | {
      readonly code: 'name-unusable';
      readonly field: string;
      readonly fault: NameFault;
      readonly remedy: string;
    }
  | { readonly code: 'zone-unknown'; readonly field: 'zone'; readonly remedy: string }
  /** Somebody is named in it who appears by role only. */
  | { readonly code: 'name-protected'; readonly field: 'slug' | 'name' | 'summary' };

/** A case that waits for its second person. */
export interface CaseCreated {
  readonly caseId: CaseId;
  /** How many were asked in the bot to agree to it; none means that nobody who may has linked a chat. */
  readonly asked: number;
}

/**
 * Opens a case, as the first of two. Its slug is never reused: a slug that any case has or had is refused, with a free one
 * named. Until a second person has agreed to its words (`agreeToCase`) only the staff know that it is there.
 */
export async function createCase(
  ctx: StaffContext,
  input: CreateCase,
): Promise<Result<CaseCreated, CreateCaseRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'coordinator', 'admin')) return refused({ code: 'not-an-author' });
  if (ctx.actor.cases !== null) return refused({ code: 'limited-to-cases' });
  const slug = parseSlug(input.slug);
  if (slug === null) return refused({ code: 'slug-unusable', field: 'slug' });
  const name = parseNames('name', input.name);
  if (!name.ok) return name;
  const zone = parseZone(input.zone);
  if (!zone.ok) return refused({ code: 'zone-unknown', field: 'zone', remedy: zone.remedy });
  const named: { name: Localised; shownAs: ShownAs; note: string | null }[] = [];
  for (const [at, person] of input.persons.entries()) {
    const parsed = parseNames(`persons.${at}.name`, person.name);
    if (!parsed.ok) return parsed;
    named.push({ name: parsed.value, shownAs: person.shownAs ?? 'name', note: person.note });
  }
  const field = fieldThatNamesOne(named, { slug, name: name.value, summary: input.summary });
  if (field !== null) return refused({ code: 'name-protected', field });
  return inTransaction(ctx, async (tx) => {
    await lockLimits(tx);
    if (await isLeftToNobody(tx, null)) return refused({ code: 'deciders-too-few', cases: [slug] });
    const caseId = newId<CaseId>();
    const [opened] = await tx.db
      .insert(cases)
      .values({
        id: caseId,
        campaignId: tx.campaignId,
        slug,
        name: name.value,
        summary: input.summary,
        country: input.country,
        zone: zone.zone,
        status: 'open',
        fictional: input.fictional,
        createdAt: tx.clock.now(),
        openedBy: tx.actor.id,
      })
      .onConflictDoNothing({ target: cases.slug })
      .returning();
    if (opened === undefined) {
      return refused({ code: 'slug-taken', field: 'slug', free: await freeSlug(tx, slug) });
    }
    if (named.length > 0) {
      await tx.db
        .insert(persons)
        .values(named.map((person, position) => ({ id: newId<PersonId>(), caseId, position, ...person })));
    }
    await audit(tx, {
      verb: 'cases/create',
      subject: { type: 'case', id: caseId },
      details: { slug, fictional: input.fictional, persons: named.length },
    });
    return done({ caseId, asked: await askAboutCase(tx, opened) });
  });
}

/** Every form of a name must be one; there must be one at least. */
function parseNames(field: string, names: Localised): Result<Localised, CreateCaseRefusal> {
  const parsed: [Language, string][] = [];
  for (const [language, text] of Object.entries(names)) {
    if (!isLanguage(language)) throw new Error('A name was given in a language that we do not have.');
    const name = parseName(text);
    if (!name.ok) {
      const { fault, remedy } = name;
      return refused({ code: 'name-unusable', field: `${field}.${language}`, fault, remedy });
    }
    parsed.push([language, name.name]);
  }
  if (parsed.length > 0) return done(Object.fromEntries(parsed));
  return refused({ code: 'name-unusable', field, fault: 'empty', remedy: 'Write a name.' });
}

/** How many slugs are asked about at once. */
const atOnce = 20;

async function freeSlug(ctx: StaffContext, slug: Slug): Promise<Slug> {
  const candidates = slugsLike(slug);
  for (;;) {
    const wanted = candidates.take(atOnce).toArray();
    const taken = await ctx.db.select({ slug: cases.slug }).from(cases).where(inArray(cases.slug, wanted));
    const free = wanted.find((candidate) => !taken.some((row) => row.slug === candidate));
    if (free !== undefined) return free;
  }
}

declare const slugBrand: unique symbol;

/** A case's part of public addresses and deep links; never given to another case. */
export type Slug = string & { readonly [slugBrand]: true };

/** The longest slug, so that a link into the bot can carry it (64 characters there). */
export const SLUG_MAX = 48;

/**
 * Reads a slug: 1 to 48 of a–z, 0–9 and hyphens, none at either end; null for anything else. No underscore, by
 * which a staff member's link is told from a case's.
 */
export function parseSlug(text: string): Slug | null {
  if (text.length > SLUG_MAX) return null;
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text) ? (text as Slug) : null;
}

/** Slugs like this one, to try when it is taken: `case`, `case-2`, `case-3` … cut so that each is a slug. */
export function* slugsLike(slug: Slug): Generator<Slug, never> {
  yield slug;
  for (let number = 2; ; number++) {
    const tail = `-${number}`;
    const like = parseSlug(slug.slice(0, SLUG_MAX - tail.length).replace(/-+$/, '') + tail);
    if (like !== null) yield like;
  }
}

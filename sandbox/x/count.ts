/** Top-level domains after which a bare domain is an address here; X knows many more. */
const DOMAINS = 'com|org|net|info|az|tr|de|fr|ru|ir|eu|uk|io';

/** What may stand in a path, what may end one, and the same of what follows a question mark; brackets only in pairs. */
const PATH =
  "(?:[a-z0-9/_.~%+=&!*';:,$#@|-]|\\([a-z0-9/_.?=&%+~#-]*\\))*(?:[a-z0-9=_#/+-]|\\([a-z0-9/_.?=&%+~#-]*\\))";
const QUERY = "\\?[a-z0-9!?*'@;:&=+$/%#_.,~|-]*[a-z0-9_&=#/-]";

/** Addresses as X links them, in their order. */
export function addressesIn(text: string): string[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}@#._/-])(?:https?://)?(?:[a-z0-9-]+\\.)+(?:${DOMAINS})(?![\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])(?:/(?:${PATH})?)?(?:${QUERY})?`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(([address]) => address);
}

/** What counts one: the ranges that X's document on counting names (November 2026). All else counts two. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** How long X finds a text; by its document and not by its library, so that it shares no code with the adapter. */
export function countWeighted(text: string): number {
  let rest = text.normalize('NFC');
  let count = 0;
  for (const address of addressesIn(rest)) {
    rest = rest.replace(address, '');
    count += 23;
  }
  rest = rest.replace(/\p{RGI_Emoji}/gv, () => {
    count += 2;
    return '';
  });
  for (const sign of rest) {
    const point = sign.codePointAt(0) ?? 0;
    count += LIGHT.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
  }
  return count;
}

/** A stretch of a text that looks the same. */
export interface Run {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'italic' | 'code' | 'link' | 'hashtag' | 'mention';
  /** Where a tap leads; only for a link. */
  readonly href?: string;
}

const FOUND =
  /(?<link>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»”’،؛؟])|(?<tag>(?<![\p{L}\p{N}_&])#[\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<mention>(?<![\p{L}\p{N}_])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+[\p{L}\p{N}])?)/gu;

/** A plain text as networks show it that find addresses, hashtags and mentions by themselves. */
export function linked(text: string, shown: (address: string) => string = (address) => address): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    if (found.index > at) runs.push({ text: text.slice(at, found.index), look: 'plain' });
    const [whole] = found;
    const { link, tag } = found.groups ?? {};
    if (link !== undefined) runs.push({ text: shown(link), look: 'link', href: link });
    else runs.push({ text: whole, look: tag === undefined ? 'mention' : 'hashtag' });
    at = found.index + whole.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), look: 'plain' });
  return runs;
}

/** An address as X and Mastodon show it: without its scheme, and cut where it is long. */
export function shortAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return bare.length > 30 ? `${bare.slice(0, 30)}…` : bare;
}

/** A stretch of a text, from its start to before its end, in whatever unit the text was cut by. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly look: Run['look'];
  readonly href?: string;
}

/** Cuts a text at stretches that do not overlap; `slice` counts in their unit. What is between them is plain. */
export function cutAt(
  stretches: readonly Stretch[],
  length: number,
  slice: (from: number, to: number) => string,
): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, look, href } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) runs.push({ text: slice(at, start), look: 'plain' });
    runs.push({ text: slice(start, end), look, ...(href !== undefined && { href }) });
    at = end;
  }
  if (at < length) runs.push({ text: slice(at, length), look: 'plain' });
  return runs;
}

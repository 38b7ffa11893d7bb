import { type HearingId, parseId } from './ids.ts';
import { parseSlug, type Slug } from './slug.ts';

/**
 * What a link `t.me/<bot>?start=…` carries. Telegram lets at most 64 characters of `A-Za-z0-9_-` through (Bot API
 * 10.3). A slug has no underscore, so what has one is no slug.
 */
export type StartPayload =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'case'; readonly slug: Slug }
  | { readonly kind: 'hearing'; readonly hearingId: HearingId }
  /** The code by which a chat is linked to a staff account. */
  | { readonly kind: 'staff'; readonly code: string }
  | { readonly kind: 'unreadable' };

const staffPrefix = 'staff_';
const hearingPrefix = 'hearing_';

/** Reads what stood behind `/start`. Total: it may have been typed by anybody. */
export function parseStartPayload(text: string): StartPayload {
  if (text === '') return { kind: 'nothing' };
  if (text.startsWith(staffPrefix)) return { kind: 'staff', code: text.slice(staffPrefix.length) };
  if (text.startsWith(hearingPrefix)) {
    const hearingId = parseId<HearingId>(text.slice(hearingPrefix.length));
    return hearingId === null ? { kind: 'unreadable' } : { kind: 'hearing', hearingId };
  }
  const slug = parseSlug(text);
  return slug === null ? { kind: 'unreadable' } : { kind: 'case', slug };
}

/** The address that opens a case in the bot. */
export function caseLink(botUsername: string, slug: string): string {
  return `https://t.me/${botUsername}?start=${slug}`;
}

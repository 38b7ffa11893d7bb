import { type ContentHash, contentHash } from './canonical.ts';

/** An audit entry as its link in the chain covers it: every field, so that none can be changed unseen. */
export interface ChainedEntry {
  readonly id: string;
  readonly campaignId: string | null;
  readonly at: Temporal.Instant;
  readonly actorKind: string;
  readonly actor: string | null;
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where a chain stands after a link; before the first one, at 0 and `beginning`. */
export interface ChainPlace {
  readonly position: number;
  readonly hash: ContentHash;
}

/** What the first link follows. */
export const chainStart: ChainPlace = { position: 0, hash: contentHash({ type: 'audit-chain' }) };

/** The place after `entry` was linked at `before`: its hash covers the entry and, by `before`, all that came earlier. */
export function linkAfter(before: ChainPlace, entry: ChainedEntry): ChainPlace {
  const position = before.position + 1;
  const { id, campaignId, actorKind, actor, verb, subjectType, subjectId, details } = entry;
  const at = entry.at.toString({ smallestUnit: 'microsecond' });
  const covered = {
    id,
    campaignId,
    at,
    actorKind,
    actor,
    verb,
    subjectType,
    subjectId,
    details: { ...details },
  };
  return {
    position,
    hash: contentHash({ type: 'audit-link', position, previous: before.hash, entry: covered }),
  };
}

/** What the signature of a chain's head covers. */
export function headContent(head: {
  readonly position: number;
  readonly hash: string;
  readonly signedAt: Temporal.Instant;
}) {
  return {
    position: head.position,
    hash: head.hash,
    signedAt: head.signedAt.toString({ smallestUnit: 'microsecond' }),
  };
}

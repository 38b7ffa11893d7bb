import type { Language } from '../../src/domain/language.ts';
import { type Lead, usualLeads } from '../script/moment.ts';

/**
 * A chat of the replay and when it does what. Positions are those of moments in the script: something that
 * happens at 5 happens right before the sixth moment.
 */
export interface Part {
  /** The column in the table, such as `az1`. */
  readonly name: string;
  readonly kind: 'private' | 'group' | 'channel';
  readonly language: Language;
  readonly discreet: boolean;
  /** Which reminders it wants; none: only changes. */
  readonly leads: readonly Lead[];
  readonly follows: number;
  readonly unfollows: number;
  /** Blocks the bot and comes back. */
  readonly blocked: { readonly from: number; readonly to: number } | null;
}

/** Groups and channels may get 20 messages a minute; at a replay's pace that is so many moments. */
const momentsInAGroup = 16;

/**
 * Chats in all seven languages: two that stay from the first to the last moment, and among the second ones a
 * discreet one, one that blocks the bot half way and comes back, one that comes late and one that leaves early; one
 * that chose other reminders, and one that wants only changes; for a while a group and a channel.
 */
export function castFor(moments: number): Part[] {
  const at = (share: number) => Math.floor(moments * share);
  const stays = {
    kind: 'private',
    discreet: false,
    leads: usualLeads,
    follows: 0,
    unfollows: moments,
    blocked: null,
  } as const;
  const shared = { ...stays, follows: at(0.4), unfollows: Math.min(moments, at(0.4) + momentsInAGroup) };
  return [
    { ...stays, name: 'az1', language: 'az' },
    { ...stays, name: 'az2', language: 'az', blocked: { from: at(0.3), to: at(0.6) } },
    { ...stays, name: 'en1', language: 'en' },
    { ...stays, name: 'en2', language: 'en', discreet: true },
    { ...stays, name: 'ru1', language: 'ru' },
    { ...stays, name: 'ru2', language: 'ru', follows: at(0.7) },
    { ...stays, name: 'tr1', language: 'tr' },
    { ...stays, name: 'fa1', language: 'fa' },
    { ...stays, name: 'fa2', language: 'fa', discreet: true, follows: at(0.2) },
    { ...stays, name: 'fr1', language: 'fr', leads: ['week-before', 'three-hours-before'] },
    { ...stays, name: 'fr2', language: 'fr', unfollows: at(0.8) },
    { ...stays, name: 'de1', language: 'de' },
    { ...stays, name: 'de2', language: 'de', leads: [] },
    { ...shared, name: 'grp', language: 'az', kind: 'group' },
    { ...shared, name: 'chn', language: 'en', kind: 'channel' },
  ];
}

/** All leads that somebody of the cast wants. */
export function wantedLeads(cast: readonly Part[]): Lead[] {
  return [...new Set(cast.flatMap(({ leads }) => leads))];
}

/** Whether a chat is to be told of what happens at a position. */
export function isTold(part: Part, position: number): boolean {
  const blocked = part.blocked !== null && part.blocked.from <= position && position < part.blocked.to;
  return part.follows <= position && position < part.unfollows && !blocked;
}

import type { Language } from '../../domain/language.ts';
import { LONGEST_REACH, type Reach } from '../../domain/reach.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import { formatDuration } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';

/** What an approval leads to, for followers. */
export type WhatFollows =
  | {
      readonly told: 'at-once';
      readonly reach: Reach;
      /** Whether it is told in quiet hours too. */
      readonly passesQuietHours: boolean;
    }
  /** No alert tells of it by itself; the reminders to come say what holds by then. */
  | { readonly told: 'reminded' }
  | { readonly told: 'nothing' };

/** As long as it gets. */
export const LONGEST_FOLLOWS: WhatFollows = {
  told: 'at-once',
  reach: LONGEST_REACH,
  passesQuietHours: false,
};

/** For whoever decides: whether followers are told at once, when the last of them is, and who waits. */
export function whatFollows(language: Language, follows: WhatFollows): Piece {
  const then = translate(language, 'staff-facts-then', { told: follows.told });
  if (follows.told !== 'at-once') return then;
  const { reach, passesQuietHours } = follows;
  const lasts = formatDuration(language, {
    hours: Math.floor(reach.minutes / 60),
    minutes: reach.minutes % 60,
  });
  return lines(
    then,
    translate(language, 'staff-reach-last', { how: reach.longer ? 'longer' : 'about', lasts }),
    passesQuietHours ? null : translate(language, 'staff-reach-quiet'),
  );
}

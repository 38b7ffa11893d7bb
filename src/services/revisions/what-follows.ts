import type { Language } from '../../domain/language.ts';
import { LONGEST_REACH, type Reach } from '../../domain/reach.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import { formatDuration } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';

/** What an approval leads to: how soon followers are told of it. */
export interface WhatFollows {
  readonly reach: Reach;
  /** Whether it is told in quiet hours too. */
  readonly passesQuietHours: boolean;
}

/** As long as it gets. */
export const LONGEST_FOLLOWS: WhatFollows = { reach: LONGEST_REACH, passesQuietHours: false };

/** For whoever decides: that followers are told at once, when the last of them is, and who waits. */
export function whatFollows(language: Language, { reach, passesQuietHours }: WhatFollows): Piece {
  const lasts = formatDuration(language, {
    hours: Math.floor(reach.minutes / 60),
    minutes: reach.minutes % 60,
  });
  return lines(
    translate(language, 'staff-hearing-then'),
    translate(language, 'staff-reach-last', { how: reach.longer ? 'longer' : 'about', lasts }),
    passesQuietHours ? null : translate(language, 'staff-reach-quiet'),
  );
}

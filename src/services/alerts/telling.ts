import type { alerts } from '../../db/schema/index.ts';
import type { AlertId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import type { Piece } from '../../domain/text/message.ts';
import type { CaseRow } from '../cases/find.ts';

export type AlertRow = typeof alerts.$inferSelect;

/** An alert whose telling is asked for, with the case that it belongs to. */
export interface AlertOfCase {
  readonly alert: AlertRow;
  readonly ofCase: CaseRow;
}

/** What an alert has to tell, whatever it is about. */
export interface Telling {
  /**
   * Whether it may go out: not when something newer stands, and not when the facts are not, to the letter, what a second
   * person approved, or something forbids to tell them.
   */
  readonly standing: 'tellable' | 'overtaken' | 'unapproved';
  /** Whose clocks count. */
  readonly zone: string;
  /** What nobody was told, for staff, when it came too late. */
  readonly describeExpired: (language: Language) => Piece;
  /** Only of what is tellable. */
  readonly prepare: () => Promise<PreparedAlert>;
}

/** An alert that is about to go out. */
export interface PreparedAlert {
  readonly priority: number;
  readonly passesQuietHours: boolean;
  /** Only for followers whom this alert may have reached; null: for all. */
  readonly onlyToldIn: AlertId | null;
  /** Nothing of what is still on its way about the same may arrive after it. */
  readonly takesPlaceOfAll: boolean;
  readonly render: (reader: Language) => RenderedMessage;
}

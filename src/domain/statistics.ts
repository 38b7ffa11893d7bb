/**
 * What is kept of a day in numbers. People are counted by `roundedCount`; how late alerts were is about nobody and kept to
 * the millisecond.
 */
export const statisticKinds = [
  /** Chats that follow anything and can be reached, at the beginning of the day. */
  'followers',
  /** The same of one case. */
  'case-followers',
  /** The same in one language. */
  'language-followers',
  /** Messages that arrived in one hour of the day. */
  'hour-messages',
  /** From the instant for which an alert was due to the first follower who had it: so many ms for half of the alerts. */
  'alert-half-within',
  /** The same for 99 of 100. */
  'alert-99-within',
] as const;
export type StatisticKind = (typeof statisticKinds)[number];

/** One number of one day. */
export interface Statistic {
  /** ISO 8601, where the campaign is. */
  readonly day: string;
  readonly kind: StatisticKind;
  /** The case's id, the language or the hour (`00`–`23`); empty where the kind is about all. */
  readonly about: string;
  /** Null: fewer than may be shown. */
  readonly value: number | null;
}

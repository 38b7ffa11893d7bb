/** What a sender has done since it was made. For metrics: numbers, nothing else. */
export class Counters {
  /** Deliveries that Telegram accepted. */
  sent = 0;
  /** Calls outside broadcasts that were carried out. */
  called = 0;
  /** Deliveries and calls that Telegram refused for good. */
  failed = 0;
  /** Attempts of which it cannot be told whether they arrived. */
  unknown = 0;
  /** Attempts that were refused for their speed. */
  rateLimited = 0;
  /** Attempts of which not one byte left. */
  unsent = 0;
  /** Rows that do not open. */
  unsealable = 0;
  /** Rows whose text is not what was rendered. */
  unsigned = 0;
  /** Rows that were put back without an attempt. */
  putBack = 0;
  /** Times that the lease was taken over. */
  takeOvers = 0;
}

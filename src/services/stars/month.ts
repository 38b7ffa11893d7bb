/** The month of UTC in which an instant lies, `2026-11`: budgets in Stars are counted by it. */
export function monthOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().toString();
}

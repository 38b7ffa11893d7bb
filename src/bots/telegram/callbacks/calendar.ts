import type { HearingId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import { hearingCalendar } from '../../../services/calendars/read.ts';
import type { Handling } from '../handling.ts';

/** "Add to calendar" where the service has no public address: the file itself, which a phone opens with a tap. */
export async function onCalendar(handling: Handling, hearingId: HearingId): Promise<void> {
  const { ctx, language } = handling;
  const calendar = await hearingCalendar(ctx, { language, hearingId });
  if (calendar === null) return handling.say('calendar-no-date');
  // The name is seen in the chat and among the phone's downloads: it tells nobody which case it is.
  await handling.sendFile(
    { name: 'hearing.ics', contentType: 'text/calendar', text: calendar.text },
    translate(language, 'calendar-file'),
  );
}

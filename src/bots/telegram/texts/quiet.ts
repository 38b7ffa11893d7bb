import type { Language } from '../../../domain/language.ts';
import type { MessageButton } from '../../../domain/message.ts';
import { type QuietChoice, type QuietHours, quietHours, quietSpan } from '../../../domain/quiet-hours.ts';
import { bold, type Piece } from '../../../domain/text/message.ts';
import { formatTime } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { button } from './buttons.ts';

/** A reader's quiet hours as they are. `ofCampaign`: those of whoever has not chosen. */
export function quietState(language: Language, choice: QuietChoice, ofCampaign: QuietHours | null): Piece {
  return bold(stateText(language, choice, ofCampaign));
}

function stateText(language: Language, choice: QuietChoice, ofCampaign: QuietHours | null): string {
  if (choice === 'off') return translate(language, 'quiet-state-off');
  if (choice !== 'campaign') return translate(language, 'quiet-state-own', { hours: span(language, choice) });
  return ofCampaign === null
    ? translate(language, 'quiet-state-campaign-none')
    : translate(language, 'quiet-state-campaign', { hours: span(language, ofCampaign) });
}

/** Everything that one may choose; what is chosen is marked. The hours two in a row. */
export function quietButtons(language: Language, chosen: QuietChoice): MessageButton[][] {
  const option = (choice: QuietChoice, text: string): MessageButton =>
    button(choice === chosen ? `✓ ${text}` : text, { action: 'quiet', choice });
  const hours = quietHours.map((one) => option(one, span(language, one)));
  const rows: MessageButton[][] = [
    [option('campaign', translate(language, 'button-quiet-campaign'))],
    [option('off', translate(language, 'button-quiet-off'))],
  ];
  for (let i = 0; i < hours.length; i += 2) rows.push(hours.slice(i, i + 2));
  return rows;
}

function span(language: Language, hours: QuietHours): string {
  const { from, to } = quietSpan(hours);
  return translate(language, 'quiet-span', {
    from: formatTime(language, from),
    to: formatTime(language, to),
  });
}
